import type {
  AmountReason,
  ColumnRole,
  ContentKind,
  Evidence,
  ExportObject,
  KnownExport,
  RoleReading,
  StageMeaning,
  System,
  Trap,
} from '../intake';

/** The words for where sales come from and for what its columns were taken. */
export interface SourceWords {
  readonly roles: Readonly<Record<ColumnRole, string>>;
  readonly contents: Readonly<Record<ContentKind, string>>;
  /** Names of products, which no language changes. */
  readonly systems: Readonly<Record<System, string>>;
  readonly objects: Readonly<Record<ExportObject, string>>;
  /** What a header line was taken for: "Looks like an export of orders from Shopify." */
  readonly known: (facts: {
    readonly system: string;
    readonly object: string;
    readonly sure: KnownExport['sure'];
    /** Other systems it could be from, as one text; empty where there is none. */
    readonly others: string;
  }) => string;
  readonly evidence: Readonly<Record<Evidence, string>>;
  /** Why a column is the amount to use. */
  readonly amountReasons: Readonly<Record<AmountReason, (header: string) => string>>;
  /** What to watch for, and what is to be done about it. */
  readonly traps: Readonly<Record<Trap, string>>;
  readonly outcomes: Readonly<Record<StageMeaning['outcome'], string>>;
  /** By what a column's role was told. */
  readonly readBy: Readonly<Record<RoleReading['by'], string>>;
  /** A column whose header and values say different things. */
  readonly doubt: (facts: {
    readonly header: string;
    readonly role: string;
    readonly content: string;
    readonly like: string;
  }) => string;
  /** By what an outcome was told. */
  readonly toldBy: Readonly<Record<StageMeaning['by'], string>>;
}
