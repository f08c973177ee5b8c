/** Which table was joined by which columns, for whoever reads the figures. Days as YYYY-MM-DD. */
export interface JoinsTold {
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
