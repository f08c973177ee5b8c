/** What doors need to turn dates into the serials that jobs take, and back. */
export { civilOf, findIso, isoOf } from '../sales';
