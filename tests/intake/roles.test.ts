import {
  columnRoles,
  findColumnRole,
  findHeaderCurrency,
  findHeaderUnit,
  findRole,
  isDimensionRole,
  type ColumnRole,
} from '../../src/intake';

/** Headers as people and programs write them, by language. */
const headers: Readonly<Record<string, readonly (readonly [ColumnRole, string])[]>> = {
  English: [
    [
      'date',
      'Order Date, OrderDate, order_date, Date, Invoice Date, Transaction Date, Sale Date, Period End Date',
    ],
    [
      'period',
      'Period, Fiscal Period, Year-Month, Week, Week Number, Period/Year, Posting period/year',
    ],
    ['year', 'Year, Fiscal Year, CalendarYear, Order Date Year'],
    ['quarter', 'Quarter, Fiscal Quarter, CalendarQuarter'],
    ['month', 'Month, Order Month, Month of Order Date, Month Number'],
    ['createdDate', 'Created Date, Create Date, Created at, Created On, engage_date, Date Created'],
    ['closedDate', 'Close Date, close_date, Closed Date, Opp Close Date, Won time, Deal closed on'],
    ['expectedClose', 'Expected Close Date, Est. Close Date, Expected Closing'],
    ['otherDate', 'Ship Date, Due Date, *DueDate, Paid at, Last Modified Date, Delivery Date'],
    ['otherDate', 'Last Activity Date, Date entered stage, Target Date, Cancelled at'],
    ['effectiveFrom', 'Effective From, Valid From, Start Date'],
    ['effectiveTo', 'Effective To, Valid To, End Date'],
    [
      'target',
      'Target, Quota, SalesAmountQuota, Sales Target, Budget, Plan, Monthly Target, Budgeted Sales',
    ],
    ['discount', 'Discount, Discount Amount, Discount %, Discount Rate, Lineitem discount'],
    ['tax', 'Tax, TaxAmount, Taxes, Sales Tax, VAT'],
    ['probability', 'Probability, Probability (%)'],
    ['share', 'Split, Split %, Credit Share'],
    ['rate', 'Exchange Rate, FX Rate'],
    ['profit', 'Profit, Gross Profit, Margin'],
    ['cost', 'Cost, Unit Cost, TotalProductCost, COGS, Commission Amount'],
    ['price', 'Price, Unit Price, UnitPrice, Sales Price, *UnitAmount'],
    ['quantity', 'Quantity, Qty, OrderQuantity, Units, Units Sold, Number of Units'],
    ['expectedAmount', 'Expected Revenue, Weighted Amount, Forecast Amount'],
    ['amount', 'Sales, SalesAmount, sales_amount, Amount, Revenue, Total, close_value, Sale Value'],
    ['amount', 'Order Total, Invoice Total, Sales 2026, Revenue Q1, Deal Size'],
    ['amount', 'Sales [USD], Amount (converted), Total Price, Net Sales, Deal - Value, Jan Sales'],
    ['region', 'Region, Sales Region, State, Billing Province, StateProvinceName'],
    ['territory', 'Territory, Sales Territory, Deal - Territory'],
    ['country', 'Country, Countries, Billing Country, Country_Region, Country Code'],
    ['salesperson', 'Salesperson, Sales Person, Sales Rep, sales_agent, Owner, Deal owner'],
    ['salesperson', 'Account Manager, Assigned To, Opportunity Owner'],
    ['team', 'Team, Sales Team'],
    ['manager', 'Manager, Sales Manager'],
    ['product', 'Product, Product Name, Item, Product/Service'],
    [
      'category',
      'Category, Sub-Category, Categories, Product Category, EnglishProductCategoryName',
    ],
    ['channel', 'Channel, Sales Channel'],
    ['customer', 'Customer, Customer Name, Account Name, Company Name, Organization - Name'],
    ['segment', 'Segment, Customer Segment, Industry, Organization - Customer segment'],
    ['stage', 'Stage, deal_stage, Deal - Stage, Opp Stage, Sales Stage, Pipeline Phase'],
    ['outcome', 'Outcome, Deal - Status, Win/Loss'],
    [
      'orderId',
      'Order ID, Order Number, SalesOrderNumber, *InvoiceNumber, opportunity_id, Order, Order #',
    ],
    ['id', 'Row ID, Customer ID, EmployeeKey, Postal Code, Item Code, Lineitem sku, Account #'],
    ['currency', 'Currency, Currency Code, Total Amount Currency, Deal - Currency'],
    ['version', 'Version, Scenario, Plan Version, Plan Type'],
    ['isWon', 'Won, Is Won'],
    ['isClosed', 'Closed, Is Closed'],
    ['isLost', 'Is closed lost'],
  ],
  German: [
    ['date', 'Datum, Bestelldatum, Auftragsdatum, Rechnungsdatum, Datum der Bestellung'],
    ['period', 'Periode, Buchungsperiode, Jahr/Monat, Periode/Jahr'],
    ['year', 'Jahr, Geschäftsjahr, Kalenderjahr'],
    ['quarter', 'Quartal'],
    ['month', 'Monat, Buchungsmonat'],
    ['createdDate', 'Erstellungsdatum, Erstellt am, Anlagedatum'],
    ['closedDate', 'Abschlussdatum, Schlusstermin, Geschlossen am'],
    ['expectedClose', 'Voraussichtliches Abschlussdatum, Erwartetes Abschlussdatum'],
    ['otherDate', 'Lieferdatum, Fälligkeitsdatum, Versanddatum, Geändert am'],
    ['effectiveFrom', 'Gültig ab, gültig von'],
    ['effectiveTo', 'Gültig bis'],
    ['target', 'Ziel, Umsatzziel, Umsatz Plan, Planumsatz, Soll, Vorgabe, Umsatz (Plan)'],
    ['discount', 'Rabatt, Rabatt %, Kundenrabatt'],
    ['tax', 'Mehrwertsteuer, MwSt., Steuerbetrag'],
    ['probability', 'Wahrscheinlichkeit, Abschlusswahrscheinlichkeit'],
    ['rate', 'Wechselkurs'],
    ['profit', 'Gewinn, Deckungsbeitrag'],
    ['cost', 'Kosten, Herstellkosten, Einkaufspreis'],
    ['price', 'Preis, Stückpreis, Stueckpreis, Einzelpreis, Verkaufspreis'],
    ['quantity', 'Menge, Stückzahl, Anzahl, Absatzmenge'],
    ['amount', 'Umsatz, Umsätze, Umsatz netto, Nettoumsatz, Umsatz (EUR), Betrag, Erlöse, Erloese'],
    ['amount', 'Gesamtpreis, Auftragswert, Rechnungsbetrag, Wert des Auftrags'],
    ['region', 'Region, Bundesland, Vertriebsregion'],
    ['territory', 'Gebiet, Vertriebsgebiet'],
    ['country', 'Land, Länder'],
    ['salesperson', 'Verkäufer, Verkaeufer, Vertriebsmitarbeiter, Außendienst, Kundenbetreuer'],
    ['team', 'Vertriebsteam'],
    ['manager', 'Vorgesetzter, Vertriebsleiter'],
    ['product', 'Produkt, Artikel, Produktname, Artikelbezeichnung'],
    ['category', 'Kategorie, Warengruppe, Produktkategorie'],
    ['channel', 'Kanal, Vertriebskanal, Vertriebsweg'],
    ['customer', 'Kunde, Kunden, Kundenname, Name des Kunden'],
    ['segment', 'Kundensegment, Branche'],
    ['stage', 'Phase, Verkaufsphase, Auftragsstatus'],
    ['orderId', 'Bestellnummer, Auftragsnr., Rechnungs-Nr., Belegnummer, Auftrag'],
    ['id', 'Kundennummer, Kunden-Nr., Artikelnummer, PLZ'],
    ['currency', 'Währung, Waehrung, Belegwährung'],
    ['version', 'Version, Szenario'],
    ['isWon', 'Gewonnen'],
    ['isLost', 'Verloren'],
  ],
  French: [
    ['date', 'Date, Date de commande, Date commande, Date de facture'],
    ['period', 'Période, Semaine, Période/année'],
    ['year', 'Année, Exercice'],
    ['quarter', 'Trimestre'],
    ['month', 'Mois'],
    ['createdDate', 'Date de création, Créé le'],
    ['closedDate', 'Date de clôture, Date de fermeture'],
    ['expectedClose', 'Date de clôture prévue'],
    ['otherDate', 'Date de livraison, Date d’échéance'],
    ['target', 'Objectif, Objectif de vente, Budget'],
    ['discount', 'Remise, Remise (%), Montant de la remise'],
    ['tax', 'TVA, Montant TVA'],
    ['probability', 'Probabilité'],
    ['rate', 'Taux de change'],
    ['profit', 'Marge brute'],
    ['cost', 'Coût, Coût des ventes, Prix de revient'],
    ['price', 'Prix, Prix unitaire, Prix de vente'],
    ['quantity', 'Quantité, Qté'],
    ['expectedAmount', 'Revenu espéré, Chiffre d’affaires prévisionnel'],
    ['amount', 'Chiffre d’affaires, CA HT, Ventes, Montant, Montant HT, Montant total (€)'],
    ['region', 'Région'],
    ['territory', 'Territoire'],
    ['country', 'Pays'],
    ['salesperson', 'Vendeur, Commercial, Représentant'],
    ['team', 'Équipe commerciale'],
    ['product', 'Produit, Nom du produit, Article'],
    ['category', 'Catégorie, Famille de produits'],
    ['channel', 'Canal de vente'],
    ['customer', 'Client, Clients, Nom du client'],
    ['segment', 'Type de client'],
    ['stage', 'Étape, Statut'],
    ['orderId', 'N° de commande, Numéro de facture, Commande'],
    ['id', 'Code client, Identifiant, Code postal'],
    ['currency', 'Devise'],
    ['version', 'Scénario'],
  ],
  Spanish: [
    ['date', 'Fecha, Fecha de pedido, Fecha de venta'],
    ['year', 'Año'],
    ['quarter', 'Trimestre'],
    ['month', 'Mes'],
    ['createdDate', 'Fecha de creación, Creado el'],
    ['closedDate', 'Fecha de cierre'],
    ['expectedClose', 'Fecha de cierre prevista'],
    ['otherDate', 'Fecha de entrega, Fecha de vencimiento'],
    ['target', 'Objetivo, Meta, Cuota, Presupuesto, Objetivo de ventas'],
    ['discount', 'Descuento'],
    ['tax', 'IVA, Impuesto'],
    ['probability', 'Probabilidad (%)'],
    ['rate', 'Tipo de cambio'],
    ['profit', 'Margen, Utilidad'],
    ['cost', 'Costo, Coste'],
    ['price', 'Precio, Precio unitario'],
    ['quantity', 'Cantidad, Unidades vendidas'],
    ['expectedAmount', 'Ingresos esperados'],
    ['amount', 'Ventas, Ventas (USD), Importe, Importe total, Ingresos, Monto'],
    ['region', 'Región, Provincia'],
    ['country', 'País'],
    ['salesperson', 'Vendedor, Vendedora'],
    ['team', 'Equipo de ventas'],
    ['product', 'Producto, Nombre del producto'],
    ['category', 'Categoría'],
    ['channel', 'Canal de ventas'],
    ['customer', 'Cliente, Nombre del cliente'],
    ['stage', 'Etapa'],
    ['orderId', 'Número de pedido, Pedido, N.º de factura'],
    ['id', 'Código de cliente'],
    ['currency', 'Moneda, Divisa'],
  ],
  Portuguese: [
    ['date', 'Data, Data do pedido, Data da venda'],
    ['year', 'Ano'],
    ['month', 'Mês'],
    ['createdDate', 'Data de criação, Criado em'],
    ['closedDate', 'Data de fechamento'],
    ['expectedClose', 'Data prevista de fechamento'],
    ['otherDate', 'Data de entrega'],
    ['target', 'Meta, Meta de vendas, Orçamento'],
    ['discount', 'Desconto'],
    ['profit', 'Lucro'],
    ['cost', 'Custo, Frete'],
    ['price', 'Preço unitário, Valor unitário'],
    ['quantity', 'Quantidade, Qtde'],
    ['amount', 'Vendas, Valor, Valor total, Valor do pedido, Faturamento, Receita'],
    ['region', 'Região, UF'],
    ['salesperson', 'Vendedor, Representante'],
    ['team', 'Equipe de vendas'],
    ['product', 'Produto'],
    ['customer', 'Cliente, Nome do cliente'],
    ['orderId', 'Nº do pedido, Nota Fiscal'],
    ['currency', 'Moeda'],
    ['stage', 'Etapa, Estágio'],
  ],
  Japanese: [
    ['date', '日付, 受注日, 売上日, 注文日'],
    ['period', '年月, 期間'],
    ['year', '年度'],
    ['quarter', '四半期'],
    ['month', '売上月'],
    ['createdDate', '作成日'],
    ['closedDate', '完了日'],
    ['expectedClose', '完了予定日'],
    ['otherDate', '納期, 出荷日, 更新日'],
    ['target', '目標, 売上目標, 目標金額, 予算'],
    ['discount', '割引, 値引額'],
    ['tax', '消費税'],
    ['probability', '確度'],
    ['profit', '粗利, 利益'],
    ['cost', '原価'],
    ['price', '単価, 販売単価'],
    ['quantity', '数量, 販売数量'],
    ['amount', '売上, 売上高, 売上金額(税抜), 金額, 受注金額'],
    ['region', '地域, 都道府県'],
    ['country', '国, 国コード'],
    ['salesperson', '担当者, 営業担当者'],
    ['product', '商品名, 製品'],
    ['category', 'カテゴリー, 商品分類'],
    ['channel', '販売チャネル'],
    ['customer', '顧客名, 得意先名, 取引先名'],
    ['segment', '顧客区分'],
    ['stage', 'フェーズ, 商談フェーズ'],
    ['orderId', '受注番号, 伝票番号'],
    ['id', '商品コード, 顧客番号'],
    ['currency', '通貨'],
  ],
};

const cases = Object.entries(headers).flatMap(([language, rows]) =>
  rows.flatMap(([role, list]) =>
    list.split(', ').map((header) => [header, language, role] as const),
  ),
);

describe('the role of a column', () => {
  test.each(cases)('headed %p in %s is %s', (header, _, role) => {
    expect(findColumnRole(header)).toBe(role);
  });

  const spelledOut = cases.filter(([header]) => !/\p{Ll}\p{Lu}/u.test(header));
  const bare = (header: string) =>
    header
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC');

  test.each<readonly [string, (header: string) => string]>([
    ['in capitals', (header) => header.toUpperCase()],
    ['in small letters', (header) => header.toLowerCase()],
    ['with underscores', (header) => header.replaceAll(' ', '_')],
    ['with double spaces and a space at the end', (header) => `${header.replaceAll(' ', '  ')} `],
    ['with a line break', (header) => header.replaceAll(' ', '\n')],
    ['without accents', bare],
    ['with an asterisk', (header) => `${header}*`],
  ])('is the same %s', (_, respelled) => {
    const told = spelledOut.map(([header]) => [header, findColumnRole(respelled(header))]);
    expect(told).toEqual(spelledOut.map(([header, , role]) => [header, role]));
  });

  test.each(['English'])('has a header here for every role there is, in %s', (language) => {
    expect(new Set(headers[language]?.map(([role]) => role))).toEqual(new Set(columnRoles));
  });

  test.each([
    ['Subtotal', 'Sub Total', 'Zwischensumme', 'Sous-total', '小計'],
    ['Subtotal Amount', 'Sales Subtotal', 'Sub Total Sales', 'Zwischensumme Umsatz', '小計金額'],
    ['Customer Phone Type', 'Customer Since', 'Order Priority', 'Ship Mode', 'Team Role'],
    ['Number of Customers', 'Anzahl Kunden', 'Zahlungsziel', '# Complaints Received'],
    ['Next Step', 'Lead Source', 'Opportunity Name', 'Deal - Title', 'Forecast Category'],
    [
      'Name',
      'Description',
      'Type',
      'Updating',
      'Planet',
      'England',
      'Conversion',
      'Vertrag',
      'Sekunde',
    ],
  ])('is not known by %p, %p, %p, %p and others like it', (...unknown) => {
    expect(unknown.map((header) => findColumnRole(header))).toEqual(unknown.map(() => undefined));
  });

  test.each(['Variance to Target', 'Sales vs Target', '% of Target', 'Sales growth', '達成率'])(
    'is not that of what %p is computed from',
    (header) => {
      expect(findColumnRole(header)).toBeUndefined();
    },
  );

  test.each([
    'Sales %',
    'Target %',
    'Revenue per Customer',
    'Average Order Value',
    'Ventas promedio',
    '平均売上',
  ])('is none for ratios, which do not add up: %p', (header) => {
    expect(findColumnRole(header)).toBeUndefined();
  });

  test.each(['Month 1', 'Q1 2024', 'Year 2', '4月'])(
    'is none for a label of a period, such as the head of a wide column: %p',
    (header) => {
      expect(findColumnRole(header)).toBeUndefined();
    },
  );

  test.each(['Estado', 'Nombre'])('is none where the same word names two things: %p', (header) => {
    expect(findColumnRole(header)).toBeUndefined();
  });
});

describe('a header that two roles claim', () => {
  test.each<readonly [string, ColumnRole, string]>([
    ['Sales Person', 'salesperson', 'the longer phrase hides the shorter'],
    ['Account Manager', 'salesperson', 'the longer phrase hides the shorter'],
    ['Sales Region', 'region', 'the last word tells'],
    ['Customer Value', 'amount', 'the last word tells'],
    ['Target Region', 'region', 'the last word tells'],
    ['Región cliente', 'region', 'in Romance languages the first word tells'],
    ['Target Quantity', 'target', 'a target comes before the figure it is for'],
    ['Sales (Target)', 'target', 'also from within brackets'],
    ['Discount Amount', 'discount', 'a kind of amount comes before the amount'],
    ['Sales before tax', 'amount', 'what comes after “before” does not count'],
    ['Montant hors taxes', 'amount', 'what comes after “hors” does not count'],
    ['Last Modified Date', 'otherDate', 'a change comes before any other date'],
    ['Year Month', 'period', 'year and month are a period'],
    ['Period Year', 'year', 'without a sign between them the year is told'],
    ['Period/Year', 'period', 'both are'],
    ['Closed', 'isClosed', 'the whole header decides'],
    ['Valid from', 'effectiveFrom', 'the whole header decides'],
  ])('%p is %s: %s', (header, role) => {
    expect(findColumnRole(header)).toBe(role);
  });
});

describe('dimension roles', () => {
  test('are those that sales can be grouped by', () => {
    expect(columnRoles.filter(isDimensionRole)).toEqual([
      'region',
      'territory',
      'country',
      'salesperson',
      'team',
      'manager',
      'product',
      'category',
      'channel',
      'customer',
      'segment',
      'stage',
      'outcome',
    ]);
  });

  test('leave the plain role of a column unsaid', () => {
    expect(columnRoles.filter(isDimensionRole).map((role) => findRole(role))).toEqual(
      columnRoles.filter(isDimensionRole).map(() => undefined),
    );
  });
});

describe('the unit of a column', () => {
  test.each([
    ['Umsatz (EUR)', 'EUR'],
    ['Sales [USD]', 'USD'],
    ['Umsatz €', 'EUR'],
    ['Umsatz (€)', 'EUR'],
    ['Amount in GBP', 'GBP'],
    ['Sales_USD', 'USD'],
    ['revenue_eur', 'EUR'],
    ['Sales (usd)', 'USD'],
    ['Valor (R$)', 'BRL'],
    ['Sales (US$)', 'USD'],
    ['売上高（円）', 'JPY'],
    ['Revenue (net, CHF)', 'CHF'],
    ['Ventas (ALL)', 'ALL'],
  ])('headed %p is %s', (header, currency) => {
    expect(findHeaderCurrency(header)).toBe(currency);
  });

  test.each([
    'Sales ($)',
    'Sales (¥)',
    'Sales',
    'Sales (net)',
    'ALL SALES',
    'TOP SALES',
    'Top sales',
    'Sales (all)',
    'Europe',
  ])(
    'headed %p is not known, for the header names no currency or several that it could be',
    (header) => {
      expect(findHeaderCurrency(header)).toBeUndefined();
    },
  );

  test('is not known where the header names two currencies', () => {
    expect(findHeaderCurrency('Amount (EUR/USD)')).toBeUndefined();
  });

  test.each([
    ['Umsatz (T€)', { currency: 'EUR', scale: 1000 }],
    ['Umsatz in T€', { currency: 'EUR', scale: 1000 }],
    ['Umsatz (TEUR)', { currency: 'EUR', scale: 1000 }],
    ['Umsatz (Mio. EUR)', { currency: 'EUR', scale: 1_000_000 }],
    ['Sales ($k)', { scale: 1000 }],
    ['Sales (000s)', { scale: 1000 }],
    ['Revenue in thousands', { scale: 1000 }],
    ['売上（千円）', { currency: 'JPY', scale: 1000 }],
    ['売上（百万円）', { currency: 'JPY', scale: 1_000_000 }],
    ['Meta (R$ mil)', { currency: 'BRL', scale: 1000 }],
    ['Objetivo (mil €)', { currency: 'EUR', scale: 1000 }],
    ['Sales ($ mil)', { scale: 1_000_000 }],
    ['Amount (cents)', { scale: 0.01 }],
    ['amount_cents', { scale: 0.01 }],
    ['Betrag (Cent)', { scale: 0.01 }],
    ['Betrag in Cent', { scale: 0.01 }],
    ['Valor em centavos', { scale: 0.01 }],
    ['Part (pour cent)', {}],
    ['Sales (M)', {}],
    ['Umsatz inkl. MwSt', {}],
    ['UMSATZ INKL. MWST', {}],
    ['VENTES MARS', {}],
  ])('headed %p is %o, with what a 1 stands for', (header, unit) => {
    expect(findHeaderUnit(header)).toEqual(unit);
  });

  test('does not keep the header from being understood', () => {
    expect(['Sales USD', 'USD Sales', 'Umsatz in T€'].map(findColumnRole)).toEqual([
      'amount',
      'amount',
      'amount',
    ]);
  });
});
