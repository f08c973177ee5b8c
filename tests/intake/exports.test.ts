import { findExport, type ColumnRole, type KnownExport } from '../../src/intake';

/** Header lines as exports have them. */
const lines = {
  salesforceReport:
    'Territory Region,Opportunity Owner,Account Name,Opportunity Name,Stage,Forecast Category,Total Amount Currency,Total Amount,Billed iARR Currency,Billed iARR,Billed iARR Best-Case Incremental Currency,Billed iARR Best-Case Incremental,ARR to Renew Currency,ARR to Renew,Billed Downsell iARR Currency,Billed Downsell iARR,Fiscal Period,Close Date,Opportunity Next Steps,Type',
  salesforce:
    'Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Probability,Owner,Next Step',
  salesforceFlags:
    'Opportunity ID,Opportunity Name,Account Name,Account ID,Owner Name,Team Role,POD,Opp Stage,Closed,Won,Opp Amount,ARR,Opportunity Created Date,Opp Close Date,Cycle Days,Days In Stage,Stale Threshold,Deal Health,Org Type,Acc Continent,Industry,Deal Source,Opportunity Type,Loss Reason,Active',
  salesforceFields:
    'Id,Name,StageName,Amount,CloseDate,IsClosed,IsWon,ForecastCategoryName,OwnerId,AccountId,CreatedDate,ExpectedRevenue,CurrencyIsoCode',
  salesforceGerman:
    'Opportunity-ID,Opportunity-Name,Accountname,Phase,Betrag,Schlusstermin,Wahrscheinlichkeit (%),Erstelldatum,Opportunity-Inhaber,Letzte Aktivität',
  salesforceJapanese: '商談名,商談所有者,取引先名,フェーズ,金額,完了予定日,確度 (%),期待収益',
  pipedrive:
    'Deal - Territory,Deal - Pipeline,Deal - Stage,Organization - Customer segment,Deal - Title,Deal - Next activity date,Deal - Owner,Deal - Type of deal,Deal - Value,Deal - Expected REVENUE,Organization - Name,Deal - Organization,Deal - Expected close date,Deal - Contact person,Deal - Status,Deal - Won time,Deal - Last stage change,Deal - Currency of Expected REVENUE,Deal - Currency',
  pipedriveImport:
    'Person - Name*,Person - First name,Person - Last name,Person - Phone,Person - Email (Work),Person - Email (Home),Organization - Name*,Organization - Address,Deal - Title,Deal - Value,Activity - Subject*,Activity - Due date,Note - Content*',
  hubspot:
    'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Create Date,Last Activity Date',
  hubspotFlag:
    'Record ID,Deal Name,Region,Deal Stage,Solution,SOW,Active Status,Deal owner,Channel,Amount,Associated Note,Deal Associate,Is closed lost,Associated Note IDs',
  hubspotStages:
    'Record ID,Deal Name,Deal Stage,Date entered stage,Date left stage,Original Source,Amount,Deal owner',
  dynamics:
    '(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Account,Pipeline Phase,Status,Status Reason,Probability,Est. Close Date,Est. Revenue,Actual Revenue',
  zoho: 'Deal Owner,Deal Name,Account Name,Type,Lead Source,Campaign Source,Contact Name,Amount,Closing Date,Next Step,Stage,Probability,Expected Revenue',
  odoo: 'Opportunity,Customer,Salesperson,Sales Team,Stage,Expected Revenue,Probability,Created on,Expected Closing,Closed Date',
  odooOrders:
    'Order Reference,Order Date,Customer,Salesperson,Order Lines/Product,Order Lines/Quantity,Order Lines/Unit Price,Order Lines/Subtotal,Untaxed Amount,Total,Status',
  erpnext:
    'ID,Opportunity From,Party,Customer Name,Status,Opportunity Type,Opportunity Owner,Sales Stage,Expected Closing Date,Probability (%),Currency,Opportunity Amount,Opportunity Amount (Company Currency),Territory,Opportunity Date',
  erpnextRegister:
    'Item Code,Item Name,Item Group,Invoice,Posting Date,Customer Group,Customer,Territory,Company,Sales Order,Delivery Note,Income Account,Stock Qty,Rate,Amount,Total Tax,Total',
  shopify:
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Billing Name,Billing Country,Shipping Province,Shipping Country,Cancelled at,Refunded Amount,Vendor,Id,Source,Lineitem discount',
  quickbooks:
    'Date,Transaction Type,Num,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance',
  quickbooksDesktop: 'Type,Date,Num,Memo,Name,Item,Qty,Sales Price,Amount,Balance',
  xero: '*ContactName,EmailAddress,POCity,PORegion,POPostalCode,POCountry,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,Total,InventoryItemCode,*Description,*Quantity,*UnitAmount,Discount,*AccountCode,*TaxType,TaxAmount,TrackingName1,TrackingOption1,TrackingName2,TrackingOption2,Currency,BrandingTheme',
  xeroExport:
    'ContactName,EmailAddress,POAddressLine1,POCity,PORegion,POPostalCode,POCountry,SACity,SARegion,SAPostalCode,SACountry,InvoiceNumber,Reference,InvoiceDate,DueDate,PlannedDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,InventoryItemCode,Description,Quantity,UnitAmount,Discount,LineAmount,AccountCode,TaxType,TaxAmount,TrackingName1,TrackingOption1,TrackingName2,TrackingOption2,Currency,Type,Sent,Status',
  vtiger:
    'Opportunity ID,Opportunity Name,Organization Name,Amount,Expected Close Date,Sales Stage,Assigned To,Customer,Lead Source,industry,Next Step,Opportunity Type,Probability,Campaign Source,Forecast Amount,Contact Name,Website,Description',
} as const;

type Line = keyof typeof lines;

const headersOf = (line: Line) => lines[line].split(',');

function read(line: Line): KnownExport {
  const known = findExport(headersOf(line));
  if (!known) throw new Error(`${line} is not known`);
  return known;
}

const columnsOf = (line: Line, role: ColumnRole) =>
  headersOf(line).filter((_, index) => read(line).roles[index] === role);

describe('an export', () => {
  test.each<readonly [Line, KnownExport['system'], KnownExport['object']]>([
    ['salesforceReport', 'salesforce', 'opportunities'],
    ['salesforce', 'salesforce', 'opportunities'],
    ['salesforceFlags', 'salesforce', 'opportunities'],
    ['salesforceFields', 'salesforce', 'opportunities'],
    ['salesforceGerman', 'salesforce', 'opportunities'],
    ['salesforceJapanese', 'salesforce', 'opportunities'],
    ['pipedrive', 'pipedrive', 'opportunities'],
    ['pipedriveImport', 'pipedrive', 'opportunities'],
    ['hubspot', 'hubspot', 'opportunities'],
    ['hubspotFlag', 'hubspot', 'opportunities'],
    ['hubspotStages', 'hubspot', 'opportunities'],
    ['dynamics', 'dynamics', 'opportunities'],
    ['zoho', 'zoho', 'opportunities'],
    ['odoo', 'odoo', 'opportunities'],
    ['odooOrders', 'odoo', 'orders'],
    ['erpnext', 'erpnext', 'opportunities'],
    ['erpnextRegister', 'erpnext', 'invoices'],
    ['shopify', 'shopify', 'orders'],
    ['quickbooks', 'quickbooks', 'invoices'],
    ['quickbooksDesktop', 'quickbooks', 'invoices'],
    ['xero', 'xero', 'invoices'],
    ['xeroExport', 'xero', 'invoices'],
    ['vtiger', 'vtiger', 'opportunities'],
  ])('headed as %s is known for certain to be of %s, and to hold %s', (line, system, object) => {
    expect(read(line)).toMatchObject({ system, object, sure: 'certain', others: [] });
  });

  test('is known in any order, case and spelling of its headers', () => {
    const headers = headersOf('shopify')
      .map((header) => header.toUpperCase().replaceAll(' ', '_'))
      .reverse();
    expect(findExport(headers)).toMatchObject({ system: 'shopify', sure: 'certain' });
  });

  test('with one telling header is only likely', () => {
    expect(findExport(['Deal Name', 'Deal Stage', 'Amount', 'Pipeline'])).toMatchObject({
      system: 'hubspot',
      sure: 'likely',
    });
  });

  test.each([
    ['Order ID', 'Order Date', 'Customer Name', 'Region', 'Sales', 'Quantity', 'Profit'],
    ['opportunity_id', 'sales_agent', 'product', 'account', 'deal_stage', 'close_value'],
    ['Name', 'Email', 'Total', 'Currency'],
    ['Deal Name', 'Stage', 'Amount'],
    ['Deal Name', 'Deal Stage', 'Amount'],
  ])('is not seen in %p, %p, %p, … which anybody may have', (...headers) => {
    expect(findExport(headers)).toBeUndefined();
  });

  test('names the headers that told', () => {
    expect(read('quickbooks').told).toEqual([
      'Date',
      'Transaction Type',
      'Num',
      'Amount',
      'Product/Service',
      'Memo/Description',
      'Sales Price',
      'Balance',
      'Qty',
    ]);
  });

  test('says how its header line is known', () => {
    expect(read('xero').evidence).toBe('seen');
    expect(read('zoho').evidence).toBe('documented');
    expect(read('dynamics').evidence).toBe('assembled');
  });
});

describe('the amount of an export', () => {
  test.each<readonly [Line, string, string]>([
    ['salesforce', 'Amount', 'wholeValue'],
    ['salesforceFlags', 'Opp Amount', 'wholeValue'],
    ['salesforceReport', 'Total Amount', 'wholeValue'],
    ['salesforceGerman', 'Betrag', 'wholeValue'],
    ['salesforceJapanese', '金額', 'wholeValue'],
    ['pipedrive', 'Deal - Value', 'wholeValue'],
    ['odoo', 'Expected Revenue', 'wholeValue'],
    ['zoho', 'Amount', 'wholeValue'],
    ['erpnext', 'Opportunity Amount (Company Currency)', 'oneCurrency'],
    ['odooOrders', 'Order Lines/Subtotal', 'ofTheLine'],
    ['erpnextRegister', 'Amount', 'ofTheLine'],
    ['shopify', 'Subtotal', 'withoutTaxAndShipping'],
    ['quickbooks', 'Amount', 'ofTheLine'],
    ['xeroExport', 'LineAmount', 'ofTheLine'],
  ])('of %s is %p, since: %s', (line, header, reason) => {
    expect(read(line).amount).toEqual({ header, reason });
    expect(columnsOf(line, 'amount')).toEqual([header]);
  });

  test('of Dynamics is what was agreed, and the estimate where nothing is yet', () => {
    expect(read('dynamics').amount).toEqual({
      header: 'Actual Revenue',
      reason: 'actualBeforeEstimate',
      whereBlank: 'Est. Revenue',
    });
  });

  test('of a Xero line is quantity by unit amount, for its total is the invoice’s', () => {
    expect(read('xero').amount).toEqual({ header: '*UnitAmount', reason: 'quantityByPrice' });
    expect(columnsOf('xero', 'amount')).toEqual([]);
    expect(columnsOf('xero', 'price')).toEqual(['*UnitAmount']);
    expect(columnsOf('xero', 'quantity')).toEqual(['*Quantity']);
  });

  test('already converted to one currency goes before the one as it was entered', () => {
    const headers = [...headersOf('salesforce'), 'Amount (converted)'];
    expect(findExport(headers)?.amount).toEqual({
      header: 'Amount (converted)',
      reason: 'oneCurrency',
    });
  });

  test('is not the expected revenue where that is weighted with the probability', () => {
    expect(columnsOf('zoho', 'expectedAmount')).toEqual(['Expected Revenue']);
    expect(columnsOf('salesforceFields', 'expectedAmount')).toEqual(['ExpectedRevenue']);
  });

  test('has its currency in the column named after it', () => {
    expect(columnsOf('salesforceReport', 'currency')).toContain('Total Amount Currency');
    expect(columnsOf('salesforceReport', 'currency')).toContain('ARR to Renew Currency');
  });
});

describe('the columns of an export', () => {
  test.each<readonly [Line, ColumnRole, string]>([
    ['salesforce', 'orderId', 'Opportunity ID'],
    ['salesforce', 'closedDate', 'Close Date'],
    ['salesforceFlags', 'isWon', 'Won'],
    ['salesforceFlags', 'isClosed', 'Closed'],
    ['salesforceFlags', 'createdDate', 'Opportunity Created Date'],
    ['salesforceFields', 'isWon', 'IsWon'],
    ['salesforceFields', 'stage', 'StageName'],
    ['salesforceGerman', 'stage', 'Phase'],
    ['salesforceGerman', 'closedDate', 'Schlusstermin'],
    ['salesforceGerman', 'salesperson', 'Opportunity-Inhaber'],
    ['salesforceGerman', 'createdDate', 'Erstelldatum'],
    ['salesforceJapanese', 'closedDate', '完了予定日'],
    ['salesforceJapanese', 'probability', '確度 (%)'],
    ['pipedrive', 'outcome', 'Deal - Status'],
    ['pipedrive', 'closedDate', 'Deal - Won time'],
    ['pipedrive', 'expectedClose', 'Deal - Expected close date'],
    ['pipedrive', 'currency', 'Deal - Currency'],
    ['hubspot', 'createdDate', 'Create Date'],
    ['hubspotFlag', 'isLost', 'Is closed lost'],
    ['dynamics', 'outcome', 'Status'],
    ['dynamics', 'stage', 'Pipeline Phase'],
    ['zoho', 'closedDate', 'Closing Date'],
    ['odoo', 'expectedClose', 'Expected Closing'],
    ['erpnext', 'outcome', 'Status'],
    ['shopify', 'orderId', 'Name'],
    ['shopify', 'date', 'Created at'],
    ['shopify', 'product', 'Lineitem name'],
    ['shopify', 'country', 'Shipping Country'],
    ['xero', 'customer', '*ContactName'],
    ['xero', 'date', '*InvoiceDate'],
    ['quickbooks', 'orderId', 'Num'],
    ['quickbooksDesktop', 'customer', 'Name'],
  ])('of %s have one %s: %p', (line, role, header) => {
    expect(columnsOf(line, role)).toEqual([header]);
  });

  test('keep the roles of their headers where the export says nothing of them', () => {
    expect(columnsOf('hubspotFlag', 'region')).toEqual(['Region']);
    expect(columnsOf('hubspotFlag', 'channel')).toEqual(['Channel']);
  });

  test('come one role for each header, in their order', () => {
    expect(read('quickbooks').roles).toEqual([
      'date',
      undefined,
      'orderId',
      'product',
      undefined,
      'quantity',
      'price',
      'amount',
      undefined,
    ]);
  });
});

describe('the lines of an export', () => {
  test('of Shopify have columns of their own; the order’s are blank below its first line', () => {
    expect(read('shopify').lineColumns).toEqual([
      'Lineitem quantity',
      'Lineitem name',
      'Lineitem price',
      'Lineitem compare at price',
      'Lineitem sku',
      'Vendor',
      'Lineitem discount',
    ]);
  });

  test('of Odoo have columns of their own as well', () => {
    expect(read('odooOrders').lineColumns).toEqual([
      'Order Lines/Product',
      'Order Lines/Quantity',
      'Order Lines/Unit Price',
      'Order Lines/Subtotal',
    ]);
  });

  test('have all that they need elsewhere', () => {
    expect(read('xeroExport').lineColumns).toEqual([]);
    expect(read('salesforce').lineColumns).toEqual([]);
  });

  test('of Xero are taxed by themselves, not by the tax of the whole invoice', () => {
    expect(columnsOf('xeroExport', 'tax')).toEqual(['TaxAmount']);
  });
});

describe('the traps of an export', () => {
  test.each<readonly [Line, KnownExport['traps'][number]]>([
    ['shopify', 'orderOnFirstLine'],
    ['shopify', 'refundsApart'],
    ['shopify', 'cancelledStay'],
    ['odooOrders', 'orderOnFirstLine'],
    ['quickbooks', 'totalRows'],
    ['quickbooks', 'runningBalance'],
    ['xero', 'totalOnEveryLine'],
    ['salesforce', 'percentAsText'],
    ['salesforce', 'closeDateExpected'],
    ['salesforceReport', 'ownCurrencies'],
    ['hubspot', 'internalStages'],
    ['hubspotStages', 'rowPerStage'],
    ['dynamics', 'technicalColumns'],
    ['odoo', 'lostLeftOut'],
    ['odoo', 'expectedIsWhole'],
    ['zoho', 'expectedIsWeighted'],
  ])('of %s are among others: %s', (line, trap) => {
    expect(read(line).traps).toContain(trap);
  });

  test('are named only where the header shows them', () => {
    expect(read('hubspot').traps).not.toContain('rowPerStage');
    expect(read('salesforceFlags').traps).not.toContain('percentAsText');
    expect(
      findExport(headersOf('shopify').filter((header) => header !== 'Cancelled at'))?.traps,
    ).not.toContain('cancelledStay');
  });
});
