import { isBlank } from '../../workbook';
import { findRole } from '../header-words';
import type { Figures } from './figures';
import type { RowsToJudge } from './rows-to-judge';
import { headerText, type ShapeQuestion } from './shape';
import { isSame } from './sums';

/** Larger tables are not looked through, nor longer runs of parts. */
const [mostRows, mostParts] = [5000, 60];
/** Rows with more keys are single sales. */
const mostKeys = 4;
/** So many names are asked about. */
const mostAsked = 20;

/**
 * Names whose figures are the sums of their neighbours' in every column, such as "Europe" above "Germany"
 * and "France"; in a table of a row each, those of all other names with the same keys. No word says so,
 * hence they are asked about.
 */
export function findUnnamedSums(
  table: RowsToJudge,
  figures: Figures,
  aside: ReadonlyMap<number, unknown>,
): ShapeQuestion[] {
  if (table.to - table.from > mostRows) return [];
  const sums = new SumSearch(table, figures, aside);
  const isOfNeighbours = table.areAlike === true || table.keys.length === 1;
  const found = isOfNeighbours ? sums.ofNeighbours() : sums.ofOthers();
  const asked = new Map<string, ShapeQuestion>();
  for (const { row, column } of found.sort((one, other) => one.row - other.row)) {
    const text = headerText(table.rows[row]?.[column]);
    if (asked.has(text) || asked.size === mostAsked) continue;
    asked.set(text, { question: 'totalOrName', row, column, text, candidates: [] });
  }
  return [...asked.values()];
}

/** Rows without a name in one of the keys that hold the sums of those with the same other keys, wherever there are such. */
export function findBlankSums(
  table: RowsToJudge,
  figures: Figures,
  aside: ReadonlyMap<number, unknown>,
): readonly number[] {
  if (table.to - table.from > mostRows) return [];
  return new SumSearch(table, figures, aside).ofBlanks();
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Measures such as "# shipped" and "Units" are often sums of each other. */
const isMeasureName = (text: string) => /^[#%]/.test(text) || findRole(text) !== undefined;

/** A sum with its parts. */
interface Sum extends Cell {
  readonly rows: readonly number[];
}

/** A row, and all those with the same other keys. */
interface Grouped {
  readonly row: number;
  readonly group: readonly number[];
}

/** A sum and its parts, in one column or one group of rows. */
interface Equation {
  readonly sum: number;
  readonly parts: readonly number[];
}

class SumSearch {
  private readonly data: readonly number[];
  /** By key, its names of measures. */
  private readonly measures = new Map<number, readonly string[]>();
  /** Totals across are the sums of the others, and prove nothing. */
  private readonly values: readonly number[];

  constructor(
    private readonly table: RowsToJudge,
    private readonly figures: Figures,
    private readonly aside: ReadonlyMap<number, unknown>,
  ) {
    const { from, to, numbers, totals = [] } = table;
    this.values = numbers.filter((column) => !totals.includes(column));
    this.data = Array.from({ length: to - from }, (_, index) => from + index).filter(
      (row) => !aside.has(row) && numbers.some((column) => figures.at(row, column) !== undefined),
    );
  }

  /** Looked at when a sum is found: there are few, and many names. One "Overall target" names none. */
  private namesMeasures(key: number, own: string): boolean {
    let known = this.measures.get(key);
    if (known === undefined) {
      const texts = new Set(this.data.map((row) => headerText(this.table.rows[row]?.[key])));
      this.measures.set(key, (known = [...texts].filter(isMeasureName)));
    }
    return known.some((text) => text !== own);
  }

  /** Rows that are the sum of rows at once below or above, whose own parts count once. */
  ofNeighbours(): Cell[] {
    const [only, ...more] = this.values;
    return [1, -1].flatMap((step) => {
      const found = this.inDirection(step);
      const isOne = only !== undefined && more.length === 0;
      return isOne && !this.tellTogether(found, only) ? [] : found;
    });
  }

  /** In a single column a sum may be one by chance: nearly all rows belong to some, or a total is half of all. */
  private tellTogether(found: readonly Sum[], column: number): boolean {
    const at = (row: number) => this.figures.at(row, column) ?? 0;
    const covered = new Set(found.flatMap(({ rows }) => rows)).size;
    const isUneven = ({ row }: Cell) =>
      String(Math.round(Math.abs(at(row)))).replace(/0+$/, '').length > 2;
    const uneven = found.filter(isUneven).length;
    if (covered * 5 < this.data.length * 4 || uneven === 0) return false;
    const all = this.data.reduce((sum, row) => sum + at(row), 0);
    const isHalf = () => [...this.aside.keys()].some((row) => isSame(at(row) * 2, all));
    return uneven > 1 || found.length > 2 || isHalf();
  }

  private inDirection(step: number): Sum[] {
    const { data } = this;
    const found: Sum[] = [];
    // Where the parts of a sum end.
    const ends = new Map<number, number>();
    const order = step > 0 ? [...data.keys()].reverse() : [...data.keys()];
    for (const index of order) {
      const row = data[index] ?? 0;
      const parts: number[] = [];
      let at = index + step;
      let last = index;
      while (parts.length < mostParts) {
        const part = data[at];
        if (part === undefined || part !== (data[last] ?? 0) + step) break;
        parts.push(part);
        last = ends.get(at) ?? at;
        at = last + step;
        if (parts.length < 2) continue;
        const column = this.labelOf(row, parts);
        if (column === undefined || !this.isSum(row, parts)) continue;
        found.push({
          row,
          column,
          rows: data.slice(Math.min(index, last), Math.max(index, last) + 1),
        });
        ends.set(index, last);
        break;
      }
    }
    return found;
  }

  private isSum(row: number, parts: readonly number[]): boolean {
    const equations = this.values.map((column) => ({
      sum: this.figures.at(row, column) ?? 0,
      parts: parts.map((part) => this.figures.at(part, column) ?? 0),
    }));
    return equations.length === 1 ? areTrue(equations) : isProven(equations);
  }

  /** The key by which a row differs from its parts. */
  private labelOf(row: number, parts: readonly number[]): number | undefined {
    const { rows, keys } = this.table;
    const textAt = (at: number, key: number) => headerText(rows[at]?.[key]);
    return keys.find((key) => {
      const own = textAt(row, key);
      const others = parts.map((part) => textAt(part, key));
      if (own === '' || typeof rows[row]?.[key] !== 'string' || others.includes(own)) return false;
      return others.every((text) => text !== '') && !this.namesMeasures(key, own);
    });
  }

  /** Names that are the sum of all others, among the rows of every group with the same other keys. */
  ofOthers(): Cell[] {
    const { keys } = this.table;
    if (keys.length < 2 || keys.length > mostKeys) return [];
    return keys.flatMap((key) => {
      const cells = this.inColumn(key);
      return cells.length > 0 && this.namesMeasures(key, '') ? [] : cells;
    });
  }

  ofBlanks(): number[] {
    const { rows, keys } = this.table;
    if (keys.length < 2 || keys.length > mostKeys) return [];
    return keys.flatMap((key) => {
      const isNamed = (row: number) => !isBlank(rows[row]?.[key]);
      if (this.data.every(isNamed)) return [];
      const named = this.groupsBut(key).get('') ?? [];
      // What has no parts is a row like others.
      const sums = named.filter(({ group }) => group.some(isNamed));
      return this.areSums(sums) ? sums.map(({ row }) => row) : [];
    });
  }

  private inColumn(column: number): Cell[] {
    // Dates are no names.
    const isName = (row: number) => typeof this.table.rows[row]?.[column] === 'string';
    if (!this.data.every((row) => isName(row) && !isBlank(this.table.rows[row]?.[column])))
      return [];
    return [...this.groupsBut(column).values()].flatMap((named): Cell[] => {
      const [first] = named;
      return first && this.areSums(named) ? [{ row: first.row, column }] : [];
    });
  }

  /** By the texts of a key, the rows that have it, each with those of the same other keys. */
  private groupsBut(column: number): ReadonlyMap<string, readonly Grouped[]> {
    const { rows, keys } = this.table;
    const others = keys.filter((key) => key !== column);
    const groups = new Map<string, number[]>();
    const rowsOf = new Map<string, Grouped[]>();
    for (const row of this.data) {
      const key = others.map((other) => headerText(rows[row]?.[other])).join('\n');
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push(row);
      const text = headerText(rows[row]?.[column]);
      const same = rowsOf.get(text) ?? [];
      rowsOf.set(text, same);
      same.push({ row, group });
    }
    return rowsOf;
  }

  /** Whether each of the rows, one of a group, is the sum of the others in it. */
  private areSums(named: readonly Grouped[]): boolean {
    const isOnceEach = new Set(named.map(({ group }) => group)).size === named.length;
    const withParts = named.filter(({ group }) => group.length > 2).length;
    if (!isOnceEach || withParts === 0) return false;
    const equationsOf = ({ row, group }: Grouped) =>
      this.values.map((at) => ({
        sum: this.figures.at(row, at) ?? 0,
        parts: group.flatMap((part) => (part === row ? [] : [this.figures.at(part, at) ?? 0])),
      }));
    const equations: Equation[] = [];
    for (const one of named) {
      const own = equationsOf(one);
      // Hardly any name is a sum: the first group tells.
      if (!areTrue(own)) return false;
      equations.push(...own);
    }
    if (withParts > 1) return isProven(equations);
    // Of a single period, a sum of round figures may be one by chance.
    return named.length === 1 && equations.some(isExact);
  }
}

const areTrue = (equations: readonly Equation[]) =>
  equations.every(({ sum, parts }) =>
    isSame(
      sum,
      parts.reduce((added, part) => added + part, 0),
    ),
  );

/** More than three digits that are no zeros behind the others. */
const isExact = ({ sum }: Equation) =>
  String(Math.round(Math.abs(sum) * 100)).replace(/0+$/, '').length > 3;

/** All agree, not all with the same figures, and they are three or of no small number. */
function isProven(equations: readonly Equation[]): boolean {
  if (!areTrue(equations)) return false;
  const telling = equations.filter(
    ({ sum, parts }) => sum !== 0 && parts.filter((part) => part !== 0).length > 1,
  );
  const isLarge = telling.some(({ sum }) => Math.abs(sum) >= 100);
  const different = new Set(telling.map(({ sum, parts }) => [sum, ...parts].join(' ')));
  return different.size > 1 && (isLarge || telling.length > 2);
}
