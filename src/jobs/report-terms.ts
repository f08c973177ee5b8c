/** Words of the rooms behind the jobs that doors need to read what the jobs return. */
export {
  distinctTexts,
  isAboutReading,
  isBlocking,
  layouts,
  plainNames,
  sheetsOf,
  sourceLabel,
  type Column,
  type DataSource,
  type Issue,
  type JoinColumn,
  type JoinedKind,
  type JoinUnclear,
  type Layout,
  type Reading,
  type RateBase,
  type Readings,
  type StagesRead,
  type TableReadOptions,
  type Unclear,
} from '../intake';
export { amountDecimals, keyFigureDecimals, rowIdentity } from '../summary';
