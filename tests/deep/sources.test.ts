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
} from '../intake/dirty-sources';
import { checkWritten, writtenNumber } from '../intake/written-numbers';

describe('no row is lost, and totals agree', () => {
  test('in tables of opportunities', () =>
    holds(8000, 'tables of opportunities', dirtyDeals, checkDeals));

  test('with periods across', () =>
    holds(8000, 'tables with periods across', dirtyWide, checkWide));

  test('in files of text', () => holds(6000, 'files of text', dirtyFile, checkFile));

  test('in sales that are joined with teams', () =>
    holds(3000, 'sales joined with teams', dirtyJoin, checkJoin));
});

test('amounts mean what was written, in whatever style', () =>
  holds(80_000, 'written amounts', writtenNumber, checkWritten));
