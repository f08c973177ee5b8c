import {
  findColumnRole,
  kindsOfMarks,
  mayBeMarks,
  plainWords,
  rowKindOf,
  type RowKind,
} from './header-words';
import { dimensionOf, distinctTexts, type Column, type ColumnsRead } from './columns/column';
import type { Issue } from './issue';
import { addressIn, type RawTable } from './raw-table';
import type { Reading, SideName } from './reading';

interface Table extends ColumnsRead {
  readonly raw: RawTable;
  readonly said?: Reading;
  readonly side?: SideName;
}

/** Which rows of a table are those of its side, where a column tells sales, plans and measures apart. */
export interface SideRows {
  readonly column: Column;
  readonly taken: ReadonlySet<string>;
}

/** Texts of which a person has to say which are meant. */
export interface SideRowsOpen {
  readonly column: Column;
  readonly candidates: readonly string[];
}

interface Kind {
  readonly text: string;
  readonly kind: RowKind | undefined;
}

/** What rows are that a person said to be those of a side. */
const kindsSaid = { sales: 'sold', targets: 'planned', neither: undefined } as const;

/** So many texts are judged: names of more tell versions of something else. */
const mostTexts = 200;

/**
 * The texts of the column that tells what the figures of each row are. Beside a column of scenarios one of
 * versions may stand, which tells actual and planned less, or not at all.
 */
function kindsIn(
  table: Table,
): { readonly column: Column; readonly kinds: Kind[]; readonly isOpen: boolean } | undefined {
  const found = table.columns.flatMap((column) => {
    if (column.role !== 'version') return [];
    const texts = [...distinctTexts(table.raw, column.index)];
    const areFew = texts.length <= mostTexts;
    const isVersion = findColumnRole(column.header) === 'version';
    const marks = kindsOfMarks(texts, column.header, isVersion);
    const kinds = texts.map((text, index) => {
      const told = table.said?.versions?.[text];
      const known = marks?.[index] ?? (areFew ? rowKindOf(text) : undefined);
      return { text, kind: told === undefined ? known : kindsSaid[told] };
    });
    return [{ column, kinds, isOpen: !marks && mayBeMarks(texts, column.header) }];
  });
  return (
    found.find(({ kinds }) => kinds.some(isSold) && kinds.some(isPlan)) ??
    found.find(({ kinds }) => kinds.some(isSold)) ??
    found.find(({ kinds }) => kinds.some(({ kind }) => kind !== undefined)) ??
    found[0]
  );
}

const isPlan = ({ kind }: Kind) => kind === 'planned' || kind === 'forecast';
const isSold = ({ kind }: Kind) => kind === 'sold';

/**
 * The rows of a table's side: undefined where all are, or where no text says anything of its rows.
 * Several plans, and several measures of what was sold, are asked about, and never added.
 */
export function findSideRows(table: Table): SideRows | SideRowsOpen | undefined {
  const { side, said } = table;
  const found = side && kindsIn(table);
  if (!found) return undefined;
  const { column, kinds, isOpen } = found;
  const texts = kinds.map(({ text }) => text);
  const told = said?.versions ?? {};
  const chosen = texts.filter((text) => told[text] === side);
  if (chosen.length > 0) return { column, taken: new Set(chosen) };
  if (isOpen) return { column, candidates: texts };
  if (!kinds.some(({ kind }) => kind !== undefined)) return undefined;
  const isNamed = (one: Kind) => (side === 'sales' ? isSold(one) : isPlan(one));
  let named = kinds.filter((one) => told[one.text] === undefined && isNamed(one));
  // In a table with a column of targets the rows of both sides are the same.
  const hasTargets = table.columns.some(({ role, kind }) => role === 'target' && kind === 'number');
  if (side === 'targets' && named.length === 0 && hasTargets) named = kinds.filter(isSold);
  // "Budget 2025" and "Budget 2026" are one plan.
  const different = new Set(named.map(({ text }) => plainWords(text)));
  if (different.size === 1) {
    const taken = new Set(named.map(({ text }) => text));
    return taken.size === texts.length ? undefined : { column, taken };
  }
  if (named.length > 1) return { column, candidates: named.map(({ text }) => text) };
  const isOther = side === 'sales' ? kinds.some(isPlan) : kinds.length > 1;
  return isOther ? { column, candidates: texts } : undefined;
}

/** The texts of the column that may tell sales and targets apart, with what each is. */
export interface VersionsRead {
  readonly header: string;
  readonly texts: readonly {
    readonly text: string;
    /** Undefined while it is open. */
    readonly is: SideName | 'neither' | undefined;
    readonly by: 'person' | 'cells';
  }[];
  /** Whether no text tells it. */
  readonly areUnknown: boolean;
}

/** How the rows of sales and targets are told apart; undefined where no column could tell it. */
export function versionsOf(table: Table): VersionsRead | undefined {
  const found = kindsIn(table);
  if (!found || found.kinds.length < 2 || found.kinds.length > mostTexts) return undefined;
  const rows = {
    sales: findSideRows({ ...table, side: 'sales' }),
    targets: findSideRows({ ...table, side: 'targets' }),
  };
  const areUnknown = found.kinds.every(({ kind }) => kind === undefined);
  const isOf = (side: SideName, text: string) => {
    const one = rows[side];
    return one ? 'taken' in one && one.taken.has(text) : !areUnknown && table.side === side;
  };
  const isAsked = (side: SideName, text: string) => {
    const one = rows[side];
    return one !== undefined && 'candidates' in one && one.candidates.includes(text);
  };
  const texts = found.kinds.map(({ text }) => {
    const said = table.said?.versions?.[text];
    if (said) return { text, is: said, by: 'person' as const };
    const side = (['sales', 'targets'] as const).find((one) => isOf(one, text));
    const isOpen = areUnknown || isAsked('sales', text) || isAsked('targets', text);
    return { text, is: side ?? (isOpen ? undefined : ('neither' as const)), by: 'cells' as const };
  });
  return { header: found.column.header, texts, areUnknown };
}

/** What the rows of a table hold, as far as a column tells it. */
export function kindsHeld(table: Table): ReadonlySet<RowKind> {
  return new Set(kindsIn(table)?.kinds.flatMap(({ kind }) => kind ?? []));
}

/** Whether a table holds sales and their targets in rows of their own. */
export function holdsRowsOfBoth(table: Table): boolean {
  const kinds = kindsHeld(table);
  return kinds.has('sold') && kinds.has('planned');
}

/** The texts of a column in the rows of the table's side. */
export function textsOfSide(table: Table, index: number): ReadonlySet<string> {
  const found = findSideRows(table);
  if (!found || !('taken' in found)) return distinctTexts(table.raw, index);
  let known = textsKnown.get(table);
  if (!known) textsKnown.set(table, (known = new Map<number, ReadonlySet<string>>()));
  let texts = known.get(index);
  if (!texts) known.set(index, (texts = textsInRows(table, found, index)));
  return texts;
}

/** By table, since each pair of columns is compared. */
const textsKnown = new WeakMap<Table, Map<number, ReadonlySet<string>>>();

function textsInRows(table: Table, found: SideRows, index: number): ReadonlySet<string> {
  const { isOfSide } = rowsBySide(table, found);
  const { codes, values } = dimensionOf(table.raw.grid.column(index));
  const stands = new Uint8Array(values.length);
  for (let row = 0; row < codes.length; row += 1) if (isOfSide(row)) stands[codes[row] ?? 0] = 1;
  return new Set(values.filter((text, code) => stands[code] === 1 && text !== ''));
}

/** How many rows are of a table's side; undefined where no column tells them, or while it is asked. */
export function countSideRows(table: Table): number | undefined {
  const rows = findSideRows(table);
  if (!rows || 'candidates' in rows) return undefined;
  const { isOfSide } = rowsBySide(table, rows);
  let count = 0;
  for (let row = 0; row < table.raw.grid.rowCount; row += 1) if (isOfSide(row)) count += 1;
  return count;
}

/** Tells the rows of a side from the others, and counts these. */
export function rowsBySide(
  { raw, side }: Table,
  { column, taken }: SideRows,
): {
  readonly isOfSide: (row: number) => boolean;
  readonly leaveOut: (row: number) => void;
  readonly issues: () => Issue[];
} {
  const { codes, values } = dimensionOf(raw.grid.column(column.index));
  const isTaken = values.map((text) => taken.has(text));
  const left = new Map<number, { readonly row: number; count: number }>();
  return {
    isOfSide: (row) => isTaken[codes[row] ?? -1] ?? false,
    leaveOut: (row) => {
      const code = codes[row] ?? -1;
      const one = left.get(code);
      if (one) one.count += 1;
      else left.set(code, { row, count: 1 });
    },
    issues: () =>
      [...left].map(([code, { row, count }]) => ({
        code: side === 'sales' ? 'rowsNotSold' : 'rowsNotPlanned',
        at: addressIn(raw, row, column.index),
        found: String(count),
        expected: values[code] ?? '',
      })),
  };
}
