import { finish } from '../../sales';
import { findExport, type KnownExport } from '../exports';
import { findColumnRole, isDimensionRole, type ColumnRole } from '../roles';
import { areLedgerAccounts, kindsOfMarks, mayBeMarks, mostKinds, tellsRowKinds } from './row-kinds';
import { countrySteps } from './countries';
import { contentOf, roleOfEvidence, type ContentEvidence } from './content';

/** A column as its role is judged: its header and, if it holds texts, the distinct ones. */
export interface JudgedColumn {
  readonly header: string;
  readonly texts?: Iterable<string>;
}

/** The role a column was given, and by what. */
export interface RoleReading {
  readonly header: string;
  readonly role: ColumnRole | undefined;
  readonly by: 'export' | 'header' | 'content' | 'nothing';
  /** What the values look like, where that is another role than the header's: to be shown. */
  readonly doubt?: ContentEvidence;
}

/** How a table's columns are read. */
export interface TableReading {
  readonly known: KnownExport | undefined;
  readonly columns: readonly RoleReading[];
}

/** Roles whose values look alike, so that one does not speak against the other. */
const alike: readonly ReadonlySet<ColumnRole>[] = [
  new Set<ColumnRole>(['region', 'territory', 'country']),
  new Set<ColumnRole>(['stage', 'outcome', 'version']),
];

/** Roles of headers under which sales, plans and measures stand below each other too. */
const mayBeKinds: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'category',
  'segment',
  'stage',
  'outcome',
  'target',
  'expectedAmount',
  // "Data" is a date in Portuguese.
  'date',
]);

/**
 * Whether all texts of a column have to be known, rather than those of some rows: a few rows of a plan among
 * many of sales are as large as these together.
 */
export function mayHoldKinds(role: ColumnRole | undefined, distinct: number): boolean {
  return (role === undefined || mayBeKinds.has(role)) && distinct <= mostKinds;
}

const areAlike = (one: ColumnRole, other: ColumnRole) =>
  one === other || alike.some((set) => set.has(one) && set.has(other));

/**
 * The role of each column: as the export has it, if the table is a known one, else by its header,
 * else by its values. A "status" that holds won, lost and open is an outcome. Where header and values
 * speak of different dimensions the header is kept and the doubt is told.
 */
export function rolesOfTable(columns: readonly JudgedColumn[]): TableReading {
  return finish(roleSteps(columns));
}

/** The same in small steps, between which the caller may let others work. */
export function* roleSteps(columns: readonly JudgedColumn[]): Generator<undefined, TableReading> {
  const known = findExport(columns.map(({ header }) => header));
  const read: RoleReading[] = [];
  for (const [index, column] of columns.entries()) {
    yield;
    if (column.texts) yield* countrySteps();
    read.push(readRole(column, known, index));
  }
  return { known, columns: read };
}

function readRole(
  { header, texts = [] }: JudgedColumn,
  known: KnownExport | undefined,
  index: number,
): RoleReading {
  const ofExport = known?.roles[index];
  const role = known ? ofExport : findColumnRole(header);
  const by = known && ofExport !== undefined ? 'export' : 'header';
  const values = [...texts];
  const found = contentOf(values);
  const told = roleOfEvidence(found);
  // Sales below plans or other measures, whatever the header calls them.
  const isOpen = role === undefined || mayBeKinds.has(role);
  const hasKinds = () =>
    tellsRowKinds(values) ||
    kindsOfMarks(values, header) !== undefined ||
    mayBeMarks(values, header);
  const areKinds = role === 'customer' ? areLedgerAccounts(values) : isOpen && hasKinds();
  if (areKinds) return { header, role: 'version', by: 'content' };
  if (told === undefined) return { header, role, by: role === undefined ? 'nothing' : by };
  // A known export's column without a role was left without one on purpose.
  if (role === undefined) {
    return known ? { header, role, by: 'nothing' } : { header, role: told, by: 'content' };
  }
  if (role === 'stage' && told === 'outcome') return { header, role: told, by: 'content' };
  if (!isDimensionRole(role) || areAlike(role, told)) return { header, role, by };
  const [evidence] = found;
  return { header, role, by, ...(evidence && { doubt: evidence }) };
}
