import { rolesOfTable } from '../../src/intake';

describe('the roles of a table’s columns', () => {
  test('are told by the export where it is known', () => {
    const { known, columns } = rolesOfTable(
      [
        'Name',
        'Financial Status',
        'Created at',
        'Paid at',
        'Subtotal',
        'Lineitem quantity',
        'Lineitem price',
      ].map((header) => ({ header })),
    );
    expect(known?.system).toBe('shopify');
    expect(columns.map(({ role, by }) => [role, by])).toEqual([
      ['orderId', 'export'],
      [undefined, 'nothing'],
      ['date', 'export'],
      ['otherDate', 'export'],
      ['amount', 'export'],
      ['quantity', 'export'],
      ['price', 'export'],
    ]);
  });

  test('are told by the header, and by the values where that is silent', () => {
    const { known, columns } = rolesOfTable([
      { header: 'Order Date' },
      { header: 'Regional Office', texts: ['Central', 'East', 'West'] },
      { header: 'Where', texts: ['Germany', 'France'] },
      { header: 'Remark', texts: ['late', 'paid twice'] },
    ]);
    expect(known).toBeUndefined();
    expect(columns.map(({ role, by }) => [role, by])).toEqual([
      ['date', 'header'],
      ['region', 'content'],
      ['country', 'content'],
      [undefined, 'nothing'],
    ]);
  });

  test('make an outcome of a status that holds won, lost and open', () => {
    const { columns } = rolesOfTable([{ header: 'Status', texts: ['Won', 'Lost', 'Open'] }]);
    expect(columns[0]).toEqual({ header: 'Status', role: 'outcome', by: 'content' });
  });

  test('keep the header’s role and tell the doubt where the values look like another', () => {
    const { columns } = rolesOfTable([
      { header: 'State', texts: ['Prospecting', 'Negotiation', 'Closed Won'] },
    ]);
    expect(columns[0]).toMatchObject({
      role: 'region',
      by: 'header',
      doubt: { kind: 'stage', like: 'Prospecting' },
    });
  });

  test('doubt no region that holds countries', () => {
    const { columns } = rolesOfTable([{ header: 'Region', texts: ['Germany', 'France'] }]);
    expect(columns[0]).toEqual({ header: 'Region', role: 'region', by: 'header' });
  });

  test('are not taken from values where a known export leaves a column without one', () => {
    const { columns } = rolesOfTable([
      { header: 'Deal Name' },
      { header: 'Deal Stage' },
      { header: 'Record ID' },
      { header: 'Pipeline', texts: ['East', 'West'] },
    ]);
    expect(columns[3]).toEqual({ header: 'Pipeline', role: undefined, by: 'nothing' });
  });
});
