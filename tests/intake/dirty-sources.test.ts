import {
  checkDeals,
  checkFile,
  checkJoin,
  checkWide,
  dirtyDeals,
  dirtyFile,
  dirtyJoin,
  dirtyWide,
  holds,
} from './dirty-sources';

const runs = 100;

describe('rows in are rows used and rows set aside, each with a reason, and totals agree', () => {
  test('in tables of opportunities', () =>
    holds(runs, 'tables of opportunities', dirtyDeals, checkDeals));

  test('with periods across', () =>
    holds(runs, 'tables with periods across', dirtyWide, checkWide));

  test('in files of text', () => holds(runs, 'files of text', dirtyFile, checkFile));

  test('in sales that are joined with teams', () =>
    holds(runs, 'sales joined with teams', dirtyJoin, checkJoin));
});
