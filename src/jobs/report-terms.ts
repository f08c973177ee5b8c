/** Words of the rooms behind the jobs that doors need to read what the jobs return. */
export {
  distinctTexts,
  type Column,
  type Issue,
  type TableReadOptions,
  type Unclear,
} from '../intake';
export { rowIdentity } from '../summary';
