import { isBlank, type CellValue } from '../../workbook';
import { findRole } from '../header-words';
import { timeSaid } from './time-said';
import type { ShapeContext } from './find-wide';
import type { Region } from './header-block';
import { headerPart, labelOf } from '../texts/header-part';
import { measureSaid } from './measure-said';
import { findRowsAside } from './rows-aside';
import { headerText, type ColumnUse, type ShapeFound } from './shape';

/** Longer lists have a header. */
const mostRows = 2000;

interface Pair {
  readonly row: number;
  readonly label: string;
  readonly isFigure: boolean;
}

/** The label and the cell beside it, of each row that has both and nothing else. */
function pairsOf({ rows, area }: Region):
  | {
      readonly pairs: readonly Pair[];
      readonly columns: readonly [number, number];
      readonly titles: readonly number[];
    }
  | undefined {
  const pairs: Pair[] = [];
  const titles: number[] = [];
  let columns: readonly [number, number] | undefined;
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    const cells = (rows[row] ?? []).slice(area.column, area.column + area.columns);
    const filled = [...cells.keys()].filter((column) => !isBlank(cells[column]));
    const [label, value] = filled;
    if (label === undefined) continue;
    if (filled.length === 1 && pairs.length === 0) {
      titles.push(row);
      continue;
    }
    if (value === undefined) {
      // A label whose cell is blank, or a note.
      if (label !== columns?.[0]) return undefined;
      const text = headerText(cells[label]).replace(/\s*:$/, '');
      pairs.push({ row, label: text, isFigure: typeof cells[label] === 'string' });
      continue;
    }
    const isPair = filled.length === 2 && typeof cells[label] === 'string';
    // "Year | 2026" is said of all that follows.
    if (isPair && pairs.length === 0 && isYearSaid(cells[label], cells[value])) {
      titles.push(row);
      continue;
    }
    columns ??= [label, value];
    if (!isPair || label !== columns[0] || value !== columns[1]) return undefined;
    pairs.push({
      row,
      label: headerText(cells[label]).replace(/\s*:$/, ''),
      isFigure: typeof cells[value] === 'number',
    });
  }
  return columns && pairs.length > 1 ? { pairs, columns, titles } : undefined;
}

const isYearSaid = (label: CellValue | undefined, value: CellValue | undefined) =>
  findRole(headerText(label)) === 'year' && headerPart(value)?.year !== undefined;

/** Years of headers, and figures that are about as large. */
const [firstYear, lastYear, leastLike, mostLike] = [2010, 2050, 1350, 3050];

/** Whether the first figure can be a year above all others, which none of them is as large as. */
function mayBeHeader({ rows, area }: Region, pairs: readonly Pair[], right: number): boolean {
  const [head = 0, ...others] = pairs.map(({ row }) => rows[row]?.[area.column + right]);
  return (
    (headerPart(head)?.year ?? 0) >= firstYear &&
    Number(head) <= lastYear &&
    others.every((cell) => typeof cell !== 'number' || cell < leastLike || cell > mostLike)
  );
}

/**
 * Reads labels with a cell beside each: blocks that repeat their labels are records, a row each; one
 * block of names and figures is a list without a header, of the period that its title names.
 */
export function findList(region: Region, context: ShapeContext): ShapeFound | undefined {
  const { area } = region;
  if (region.startsWithHeader || area.rows > mostRows) return undefined;
  const found = pairsOf(region);
  if (!found) return undefined;
  return recordsOf(region, found.pairs, found.columns) ?? listOf(region, context, found);
}

function recordsOf(
  { area }: Region,
  pairs: readonly Pair[],
  [left]: readonly [number, number],
): ShapeFound | undefined {
  const first = pairs[0]?.label ?? '';
  const blocks: Pair[][] = [];
  for (const pair of pairs) {
    if (pair.label === first) blocks.push([]);
    blocks.at(-1)?.push(pair);
  }
  const labels = [...new Set(pairs.map(({ label }) => label))];
  const areDistinct = blocks.every(
    (block) => new Set(block.map(({ label }) => label)).size === block.length,
  );
  const isRegular = blocks.every((block) => block.length >= labels.length / 2);
  if (blocks.length < 2 || labels.length < 2 || !areDistinct || !isRegular) return undefined;
  return {
    layout: 'list',
    shape: {
      kind: 'records',
      area,
      headerRows: [],
      columns: labels.map((header) => ({ use: 'key', header })),
      labelColumn: left,
      aside: [],
    },
    evidence: [],
    alternatives: [],
    questions: [],
    others: [],
  };
}

function listOf(
  region: Region,
  context: ShapeContext,
  { pairs, columns, titles }: NonNullable<ReturnType<typeof pairsOf>>,
): ShapeFound | undefined {
  const { rows, area } = region;
  const [left, right] = columns;
  // A first pair of texts is a header.
  if (!pairs.every(({ isFigure }) => isFigure)) return undefined;
  if (pairs.some(({ label }) => headerPart(label) && !headerPart(label)?.isTotal)) return undefined;
  if (context.layout === undefined && mayBeHeader(region, pairs, right)) return undefined;
  const labels = new Set(pairs.map(({ label }) => label));
  const roles = pairs.filter(({ label }) => findRole(label) !== undefined).length;
  if (labels.size < pairs.length || roles > 1) return undefined;
  const from = pairs[0]?.row ?? area.row;
  const judged = findRowsAside({
    rows,
    scan: context.scan,
    from,
    to: area.row + area.rows,
    headerRows: [],
    keys: [area.column + left],
    numbers: [area.column + right],
  });
  const title = titles.map((row) => {
    const cells = (rows[row] ?? []).slice(area.column, area.column + area.columns);
    return cells.map(headerText).join(' ').trim();
  });
  const said = [...title, ...(context.titles ?? []), context.name];
  const period = said.flatMap((text) => {
    const time = timeSaid(text);
    const part = time?.says === 'period' ? time.part : undefined;
    const year = part?.year ?? context.year;
    return part && year !== undefined ? [labelOf(part, year)] : [];
  })[0];
  const known = measureSaid(said);
  const measure = known ?? context.names.value;
  return {
    layout: 'list',
    shape: {
      kind: 'list',
      area: { ...area, row: from, rows: area.row + area.rows - from },
      headerRows: [],
      columns: Array.from({ length: area.columns }, (_, column): ColumnUse => {
        if (column === left) return { use: 'key', header: context.names.label };
        return column === right ? { use: 'key', header: measure } : { use: 'aside', header: '' };
      }),
      ...(period !== undefined && { period, across: context.names.period }),
      aside: judged.aside.map(({ row, code }) => ({ row: row - from, code })),
    },
    evidence: judged.evidence.map((one) => ({
      ...one,
      row: one.row - from,
      column: one.column - area.column,
    })),
    alternatives: [],
    questions: judged.questions.map((one) => ({
      ...one,
      row: one.row - from,
      column: one.column - area.column,
    })),
    others: [],
    unnamed: [
      'label',
      ...(known === undefined ? (['value'] as const) : []),
      ...(period !== undefined ? (['period'] as const) : []),
    ],
  };
}
