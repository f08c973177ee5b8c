import type { Vocabulary } from './vocabulary';

export const english: Vocabulary = {
  language: 'en',
  head: 'last',
  plurals: ['s', 'es'],
  roles: {
    date: 'date, =day, datetime, timestamp, order day',
    period: 'period, week, half year, year month, year quarter, yearmonth',
    year: 'year',
    quarter: 'quarter, qtr',
    month: 'month',
    createdDate: '=created, =opened, engage date, engaged date',
    expectedClose: '=expected close, =expected closing, =est close, =estimated close',
    target: 'target, quota, plan, budget, goal, objective, planned, budgeted, targeted',
    discount: 'discount, rebate, markdown, discount rate',
    tax: 'tax, vat, gst, tax rate, vat rate',
    probability: 'probability, win likelihood, likelihood, win chance, confidence percent',
    share:
      '=share, share percent, split, split percent, credit split, credit share, credit percent, sales credit, allocation percent, allocation',
    rate: 'exchange rate, fx rate, currency rate, fx, spot rate, rate of exchange',
    profit: 'profit, margin, gross margin, gp, ebit',
    cost: 'cost, cogs, cost of goods sold, cost of sales, expense, freight, shipping cost, landed cost, commission',
    price:
      'price, unit amount, unit value, msrp, rrp, list price, unit cost price, rate per unit, asp',
    quantity: 'qty, quantity, units, pieces, pcs, unit sales, number of units, no of units, volume',
    expectedAmount:
      'weighted amount, weighted revenue, weighted value, weighted pipeline, expected revenue, forecast, prorated revenue',
    amount:
      'sales, sale, revenue, turnover, amount, amt, =net, =gross, total, value, bookings, billings, proceeds, total price, deal size, extended price, line total, grand total, arr, mrr, acv, tcv, gmv',
    region: 'region, area, zone, =state, province, state province, county, geo, geography',
    territory: 'territory, sales territory',
    country: 'country, nation, country region',
    salesperson:
      'salesperson, sales person, sales people, salesman, sales rep, sales representative, rep, representative, seller, sales agent, agent, owner, account executive, account manager, account owner, sales executive, =employee, employee name, assigned to, =ae, sales consultant, sold by',
    team: 'team, sales team, sales group, squad, business unit',
    manager: 'manager, supervisor, team lead, team leader, reports to, line manager, =boss',
    product: 'product, item, article, material, =model, product service',
    category:
      'category, subcategory, sub category, product group, product line, product family, product type, item group, product subcategory, product class, product series',
    channel: 'channel, sales channel, distribution channel',
    customer:
      'customer, client, account, buyer, purchaser, bill to, sold to, reseller, company name, =company, organization, organisation, account name, customer account',
    segment:
      'segment, customer segment, customer type, customer group, customer class, client type, industry, vertical, market segment',
    stage: 'stage, status, =phase, pipeline phase, sales phase, deal phase, pipeline stage',
    outcome:
      'outcome, result, won lost, win loss, deal status, opportunity status, opportunity result',
    orderId: '=order, =invoice, =po number, sales order',
    id: 'id, ids, key, number, no, nr, num, code, zip, zip code, postal code, postcode, phone, index, sku, ean, upc, gtin, isbn, guid, uuid, barcode, row',
    currency: 'currency, currency code, ccy, =curr, currency iso code, transaction currency',
    version: 'version, scenario, plan type, plan name, budget name, target type, plan version',
    isWon: '=won, =is won, =is closed won',
    isClosed: '=closed, =is closed',
    isLost: '=lost, =is lost, =is closed lost',
    effectiveFrom: '=valid from, =effective from, =from, =effective, =active from, =date from',
    effectiveTo: '=valid to, =effective to, =to, =valid until, =until, =active to, =date to',
    otherDate: '=due, =modified, =updated',
  },
  dates: {
    from: 'from, start, starting, begin, effective, valid from, since',
    to: 'to, end, ending, until, thru, through, expiry, expiration, expires, termination',
    other:
      'ship, shipped, shipping, delivery, delivered, dispatch, dispatched, due, birth, hire, hired, modified, updated, changed, required, requested, promised, paid, payment, activity, entered, left, renewal, fulfilled, cancelled, canceled, refund, refunded, receipt, last contacted, contacted, viewed, import, review, last',
    expected: 'expected, estimated, est, target, forecast, forecasted, projected, anticipated',
    created: 'created, creation, create, opened, entry, added',
    closed: 'closed, close, closing, won, lost, completed, completion, signed',
  },
  when: 'on, at, time, when, date time',
  documents: 'order, invoice, document, doc, receipt, transaction, so, voucher, sales invoice',
  deals: 'opportunity, opp, deal, quote, quotation, record, lead',
  neutral:
    'name, full name, actual, actuals, net, gross, current, converted, local, base, sum, in total, sold, ordered, invoiced, booked, shipped qty, this year, current year, ty, last year, prior year, previous year, last month, ly, py, cy, ytd, mtd, qtd, fy, reporting, corporate, home, percent, pct, percentage, main, primary, billed, all, lc, dc',
  links: 'of',
  joints:
    'for, by, in, at, excl, incl, excluding, including, exclusive, inclusive, with, without, before, after, ex, inc, to, per the',
  ratios: 'per, vs, versus, over, divided, average, avg, mean, median',
  none: 'subtotal, sub total, forecast category, cost center, cost centre, price list, price book, price level, line number, line no, line item, net weight, gross weight, plan id, target group, target market, target audience, discount code, tax code, cost code, refunded amount, refund amount, sales document type, account code, activity type, next step, month to date, customer since, unit of measure, number of, no of, count of',
};
