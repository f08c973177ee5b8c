import type { JoinColumn, JoinedKind } from '../intake';

/** Which table was joined by which columns, for whoever reads the figures. Days as YYYY-MM-DD. */
export interface JoinsTold {
  readonly orders?: {
    readonly source: string;
    /** The column of the lines, and the one of the table that holds the same orders. */
    readonly line: string;
    readonly order: string;
  };
  readonly assignments?: {
    readonly source: string;
    /** The column of the sales, and the one of the table that holds the same names. */
    readonly from: string;
    readonly key: string;
    readonly to: string;
    readonly as: 'asWas' | 'asIs';
    /** The day whose assignments hold for all sales. */
    readonly day?: string;
  };
  readonly credits?: { readonly source: string; readonly deal: string; readonly person: string };
  readonly rates?: {
    readonly source: string;
    readonly currency: string;
    readonly method: 'actual' | 'constant';
    /** The day whose rates hold for all sales. */
    readonly day?: string;
  };
}

/** Labels and sentences of the pane about joined tables. Figures come in as texts. */
export interface JoinPaneWords {
  readonly heading: string;
  /** Beside the names of tables that are joined, or are to be once nothing stands in the way. */
  readonly tables: string;
  readonly kinds: Readonly<Record<JoinedKind, string>>;
  readonly none: string;
  readonly looksFitting: string;
  readonly otherTables: string;
  readonly columns: Readonly<Record<JoinColumn, string>>;
  readonly noColumn: string;
  readonly toFind: string;
  readonly assignedAs: string;
  readonly asWas: string;
  readonly asWasMeans: string;
  readonly asIs: string;
  readonly asIsMeans: string;
  readonly currency: string;
  readonly rateMethod: string;
  readonly rateMethods: Readonly<Record<'actual' | 'constant', string>>;
  readonly rateDay: string;
  readonly rateBase: string;
  readonly counting: string;
  readonly matched: (facts: {
    readonly from: string;
    readonly to: string;
    readonly names: number;
    readonly matched: number;
  }) => string;
  readonly unassigned: (count: number) => string;
  readonly noName: string;
  readonly ofRows: (rows: string, count: number) => string;
  /** Of the line assigned + unassigned = all. */
  readonly all: string;
  /** How lines met their orders. */
  readonly ordered: (facts: {
    readonly lines: string;
    readonly placed: string;
    readonly orders: string;
    readonly withoutLines: string;
    readonly source: string;
  }) => string;
  /** That a table of orders was joined unasked, and the way to take it back. */
  readonly readAsOrders: (facts: {
    readonly lines: string;
    readonly source: string;
    readonly by: string;
  }) => string;
  readonly notSo: string;
  readonly shared: (facts: { readonly deals: number; readonly rows: number }) => string;
  readonly unknownDeals: (count: number) => string;
  readonly converted: (facts: {
    readonly to: string;
    readonly rows: readonly { readonly currency: string; readonly rows: string }[];
  }) => string;
  readonly standsInTheWay: string;
  readonly offerRates: string;
  readonly noRates: string;
  readonly offerAssignments: string;
  readonly join: (source: string) => string;
}
