import type { JoinPaneWords } from './join-words';

export const englishPaneJoins: JoinPaneWords = {
  heading: 'Join other tables',
  tables: 'Other tables',
  kinds: {
    orders: 'Orders of the lines',
    assignments: 'Teams, regions, categories',
    credits: 'Shared credit',
    rates: 'Exchange rates',
  },
  none: 'None',
  looksFitting: 'Look like it',
  otherTables: 'Other tables',
  columns: {
    lineOrder: 'Order in the lines',
    orderKey: 'Order in the table',
    salesKey: 'Name in the sales',
    assignedKey: 'Name in the table',
    assignedParent: 'Belongs to',
    assignedFrom: 'First day',
    assignedTo: 'Last day',
    salesDeal: 'Deal in the sales',
    salesPerson: 'Person in the sales',
    creditDeal: 'Deal in the table',
    creditPerson: 'Person in the table',
    creditShare: 'Share',
    rateCurrency: 'Currency',
    rateInto: 'In currency',
    rateFigure: 'Rate',
    rateDate: 'Day of the rate',
  },
  noColumn: 'None',
  toFind: 'Not known yet',
  assignedAs: 'Whose sales they are',
  asWas: 'As-was',
  asWasMeans: 'Each sale counts where its name belonged on the day of the sale.',
  asIs: 'As-is',
  asIsMeans: 'All sales count where their name belongs on the as-of day.',
  currency: 'Report currency',
  rateMethod: 'Rates of',
  rateMethods: { actual: 'Each day', constant: 'One day' },
  rateDay: 'Day',
  rateBase: 'How rates are meant',
  counting: 'Joining…',
  matched: ({ from, to, names, matched }) =>
    `${String(matched)} of ${names === 1 ? '1 name' : `${String(names)} names`} in "${from}" ${matched === 1 ? 'has' : 'have'} a "${to}" in every sale.`,
  unassigned: (count) =>
    count === 1 ? '1 name stays unassigned:' : `${String(count)} names stay unassigned:`,
  noName: '(no name)',
  ofRows: (rows, count) => (count === 1 ? '1 row' : `${rows} rows`),
  all: 'all',
  ordered: ({ lines, placed, orders, withoutLines, source }) =>
    `${placed} of ${lines} lines have their order in "${source}". Orders there without a line: ${withoutLines} of ${orders}.`,
  readAsOrders: ({ lines, source, by }) =>
    `"${lines}" has amounts, "${source}" has dates; they share "${by}".`,
  notSo: 'Choose otherwise',
  shared: ({ deals, rows }) =>
    `${deals === 1 ? '1 deal' : `${String(deals)} deals`} with ${rows === 1 ? '1 row' : `${String(rows)} rows`} ${deals === 1 ? 'is' : 'are'} shared.`,
  unknownDeals: (count) =>
    count === 1
      ? '1 deal of the table has no sales; it changes nothing.'
      : `${String(count)} deals of the table have no sales; they change nothing.`,
  converted: ({ to, rows }) =>
    `All sales are in ${to}. They were made in ${rows.map((one) => `${one.currency} (${one.rows})`).join(', ')}.`,
  standsInTheWay: 'Not joined yet. First mend this:',
  offerRates: 'A table of exchange rates can bring them into one currency:',
  noRates:
    'With a table of exchange rates in the workbook (Date, Currency, Rate) they can be brought into one currency: choose it under "Join other tables", after "Change".',
  offerAssignments: 'A table that says where names belong can be joined to the sales:',
  join: (source) => `Join "${source}"`,
};
