import { columnRoles } from '../../src/intake/roles';
import { columnsOf, measureNames, measureTable } from '../../src/sales';

describe('the table of measures', () => {
  test('names columns by the words by which they are found in a table', () => {
    // What a deal came to is found by several columns, and days are counted.
    const deals = ['wonDeal', 'closedDeal', 'createdDeal', 'openDeal', 'openAmount'];
    const known = new Set<string>([...columnRoles, ...deals, 'weightedAmount', 'cycleDays']);
    for (const name of measureNames) {
      expect(columnsOf(name).filter((column) => !known.has(column))).toEqual([]);
    }
  });

  test('shows ratios of money to money as ratios and averages of money as money', () => {
    const units = measureNames.map((name) => [name, measureTable[name].unit]);
    expect(Object.fromEntries(units)).toMatchObject({
      sales: 'money',
      quantity: 'count',
      averageDeal: 'money',
      averagePrice: 'money',
      discountRate: 'ratio',
      grossMarginRate: 'ratio',
      salesCycle: 'days',
    });
  });

  test('says of costs and discounts that less is better', () => {
    const less = measureNames.filter((name) => measureTable[name].direction === -1);
    expect(less).toEqual(['discount', 'discountRate', 'cost', 'salesCycle', 'meanSalesCycle']);
  });
});
