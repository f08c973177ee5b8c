import {
  assessSteps,
  changesOf,
  convertSteps,
  effectOf,
  isAboutReading,
  prepare,
  stepwise,
  type ColumnChoice,
  type Finding,
  type Fix,
  type FixEffect,
  type Quality,
  type SourceTable,
  type TableReadOptions,
  type Unclear,
} from '../intake';
import { totalOf, type SerialDate } from '../sales';
import { planQualitySheet, type QualitySide } from '../summary';
import {
  cellAddress,
  isFormula,
  isSameContent,
  quotedSheet,
  type Area,
  type CellChange,
  type DifferentCell,
} from '../workbook';
import { qualityWordsFor, type QualityWords, type Words } from '../wording';
import { findData, type DataFound, type DataWishes, type Side } from './find-data';
import { currencyColumn, inOneCurrency, type Joins, type SalesSide } from './joins';
import type { Session } from './session';

/** What is to be looked through. */
export interface QualityWishes extends DataWishes {
  /** Left out, no date is called a future one. */
  readonly today?: SerialDate;
}

/** One source that was looked through. */
export interface AssessedSide {
  readonly side: 'sales' | 'targets';
  readonly table: SourceTable;
  readonly choice: ColumnChoice;
  readonly quality: Quality;
  /** A question about how it is read is open: its rows and amounts are not those of a report. */
  readonly isOpen: boolean;
  /** What amounts of several currencies add up to at the rates that are joined. */
  readonly inReport?: { readonly currency: string; readonly total: number };
}

/** The data as found, and the quality of the sources whose date and amount are known. */
export interface AssessedData {
  readonly data: DataFound;
  readonly sides: readonly AssessedSide[];
}

/** Looks the sales and the targets through. Nothing is written. */
export async function assessData(
  session: Session,
  { today, ...wishes }: QualityWishes = {},
  options: TableReadOptions = {},
): Promise<AssessedData> {
  const data = await findData(session, { ...wishes, everyColumn: true }, options);
  const sides: AssessedSide[] = [];
  const look = async (
    name: AssessedSide['side'],
    found: Side | undefined,
    dimensions: ColumnChoice['dimensions'],
  ) => {
    if (!found?.date || !found.amount) return;
    const { table, date, amount } = found;
    const choice = { date, amount, dimensions };
    await prepare(
      table.raw,
      table.columns.map(({ index }) => index),
      options,
    );
    const steps = assessSteps(table, choice, { side: name, ...(today !== undefined && { today }) });
    const quality = await stepwise(steps, found.source.name, options);
    const isMixed = quality.currencies.length > 0;
    const isOpen = data.unclear.some((one) => isAbout(one, name, table));
    const inReport = isMixed
      ? await totalAtRates({ table, date, amount }, data.joins, options)
      : undefined;
    sides.push({ side: name, table, choice, quality, isOpen, ...(inReport && { inReport }) });
  };
  await look('sales', data.sales, new Map(data.by.map((column) => [column.header, column])));
  await look('targets', data.targets, data.targets?.dimensions ?? new Map());
  return { data, sides };
}

/** Whether a question is how a side's table is read. */
function isAbout(
  { question, source }: Unclear,
  side: AssessedSide['side'],
  { raw }: SourceTable,
): boolean {
  const isOfOther = question === (side === 'sales' ? 'targetRows' : 'salesRows');
  const isItsOwn = source === raw.source.name || source === raw.orders?.source.name;
  return isAboutReading(question) && isItsOwn && !isOfOther;
}

/** Amounts in the report's currency, as a report adds them; undefined where a rate is lacking. */
async function totalAtRates(
  { table, date, amount }: SalesSide,
  joins: Joins,
  options: TableReadOptions,
): Promise<AssessedSide['inReport']> {
  const column = joins.rates && currencyColumn(table);
  if (!joins.rates || !column) return undefined;
  const dimensions = new Map([[column.header, column]]);
  const steps = convertSteps(table, { date, amount, dimensions });
  const read = await stepwise(steps, table.raw.source.name, options);
  const { dataset, issues } = inOneCurrency(table, read, joins);
  return issues.length > 0
    ? undefined
    : { currency: joins.rates.to, total: totalOf(dataset.amounts) };
}

/** What a fix would do, before it does it. */
export interface FixPreview {
  readonly effect: FixEffect;
  /** Every cell, with what stands in it as the preview is made. */
  readonly changes: readonly CellChange[];
  /** The first cells of what was found. */
  readonly places: readonly string[];
}

export function previewFix({ table, choice, quality }: AssessedSide, fix: Fix): FixPreview {
  const finding = quality.findings.find(({ fixes }) => fixes.includes(fix));
  return {
    effect: effectOf(table, choice, fix),
    changes: changesOf(table, choice, fix),
    places: finding?.places ?? [],
  };
}

/** What became of a fix. */
export type FixOutcome =
  | {
      readonly kind: 'fixed';
      readonly changes: readonly CellChange[];
      /** Cells with formulas, which are left to the person: `B3: =A3*2`. */
      readonly byHand: readonly string[];
    }
  /** Cells hold something else by now; nothing was changed. */
  | { readonly kind: 'changed'; readonly at: readonly string[] };

/** So many cells are named at most. */
const mostNamed = 10;

/**
 * Changes the cells of a preview in one step: all of them, or none where one holds something else by
 * now. Formulas are never written over.
 */
export async function applyFix(
  session: Session,
  { changes: wanted, places }: FixPreview,
): Promise<FixOutcome> {
  // A preview made after the cells were edited has none left to change.
  if (wanted.length === 0) return { kind: 'changed', at: places };
  const byHand: string[] = [];
  const changes: CellChange[] = [];
  for (const { sheet, area, cells } of columnsOf(wanted)) {
    if (!(await session.workbook.holdsFormulas({ sheet, area }))) {
      changes.push(...cells);
      continue;
    }
    const contents = await session.workbook.readContents({ sheet, area });
    for (const change of cells) {
      const content = contents[change.row - area.row]?.[0] ?? null;
      if (isFormula(content)) byHand.push(`${addressOf(change)}: ${content.formula}`);
      else changes.push(change);
    }
  }
  const outcome = await replace(session, changes);
  return outcome.kind === 'fixed' ? { ...outcome, byHand: byHand.slice(0, mostNamed) } : outcome;
}

/** Puts back what a fix changed, where nobody changed it since. */
export function undoFix(session: Session, changes: readonly CellChange[]): Promise<FixOutcome> {
  return replace(
    session,
    changes.map(({ numberFormat: _format, ...change }) => ({
      ...change,
      old: change.new,
      new: change.old,
    })),
  );
}

/** Rows move together, so that some of a fix's cells tell of all: so many are looked at. */
const mostLookedAt = 1000;

/** Cells that do not hold any more what a fix wrote: none where it can be taken back. */
export async function changedSince(
  session: Session,
  changes: readonly CellChange[],
): Promise<readonly string[]> {
  const { workbook } = session;
  const sheets = new Set((await workbook.listSources()).map(({ sheet }) => sheet));
  const different: CellChange[] = [];
  for (const { sheet, area, cells } of columnsOf(changes.slice(0, mostLookedAt))) {
    const contents = sheets.has(sheet) ? await workbook.readContents({ sheet, area }) : [];
    const isOther = (change: CellChange) =>
      !isSameContent(contents[change.row - area.row]?.[0] ?? null, change.new);
    different.push(...cells.filter(isOther));
  }
  return different.slice(0, mostNamed).map(addressOf);
}

async function replace(session: Session, changes: readonly CellChange[]): Promise<FixOutcome> {
  const different = changes.length === 0 ? [] : await session.workbook.replaceCells(changes);
  if (different.length > 0) {
    return { kind: 'changed', at: different.slice(0, mostNamed).map(addressOf) };
  }
  for (const { sheet, area } of columnsOf(changes)) session.noteChange({ sheet, area });
  return { kind: 'fixed', changes, byHand: [] };
}

function addressOf({ sheet, row, column }: DifferentCell | CellChange): string {
  return `${quotedSheet(sheet)}!${cellAddress(row, column)}`;
}

/** Changes by sheet and column, with the area that holds them. */
function columnsOf(
  changes: readonly CellChange[],
): { readonly sheet: string; readonly area: Area; readonly cells: readonly CellChange[] }[] {
  const columns = new Map<string, CellChange[]>();
  for (const change of changes) {
    const key = `${String(change.column)} ${change.sheet}`;
    const known = columns.get(key);
    if (known) known.push(change);
    else columns.set(key, [change]);
  }
  return [...columns.values()].flatMap((cells) => {
    const [first] = cells;
    if (!first) return [];
    let [top, bottom] = [first.row, first.row];
    for (const { row } of cells) {
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
    const area = { row: top, column: first.column, rows: bottom - top + 1, columns: 1 };
    return [{ sheet: first.sheet, area, cells }];
  });
}

/** What was found in a source, for other programs. */
export interface QualityJson {
  readonly side: AssessedSide['side'];
  readonly source: string;
  readonly at: string;
  readonly counts: Quality['counts'];
  /** Whether a question is open of how it is read. */
  readonly isOpen?: true;
  /** Null where amounts are of several currencies, in percent or to date, or a question is open. */
  readonly total: number | null;
  readonly currencies: readonly string[];
  readonly inReport?: AssessedSide['inReport'];
  readonly findings: readonly (Pick<
    Finding,
    'code' | 'weight' | 'at' | 'column' | 'count' | 'values'
  > & {
    readonly sentence: string;
  })[];
}

export function qualityJson({ sides }: AssessedData, words: QualityWords): QualityJson[] {
  return sides.map(({ side, inReport, quality, isOpen }) => ({
    side,
    source: quality.source,
    at: quality.at,
    counts: quality.counts,
    ...(isOpen && { isOpen }),
    total: isOpen ? null : (quality.total ?? null),
    currencies: quality.currencies,
    ...(inReport && { inReport }),
    findings: quality.findings.map((finding) => ({
      code: finding.code,
      weight: finding.weight,
      at: finding.at,
      column: finding.column,
      count: finding.count,
      values: finding.values,
      sentence: words.findings[finding.code](finding),
    })),
  }));
}

/** Puts the findings on a sheet of ours, and shows it. */
export async function writeQualitySheet(
  session: Session,
  { sides }: AssessedData,
): Promise<{ readonly sheet: string; readonly isNew: boolean }> {
  const texts = qualityWordsFor(session.language);
  const plan = planQualitySheet(
    sides.map((side) => sheetSide(side, texts, session.words)),
    texts,
  );
  const { sheet, isNew } = await session.workbook.write(plan);
  await session.workbook.select({ sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } });
  return { sheet, isNew };
}

function sheetSide(
  { side, quality, isOpen, inReport }: AssessedSide,
  { findings, assumed, weights, sides, notRead, noTotal }: QualityWords,
  words: Words,
): QualitySide {
  return {
    ...(isOpen && { notRead }),
    name: sides[side],
    source: `${quality.source} (${quality.at})`,
    counts: quality.counts,
    total: quality.total ?? noTotal(quality),
    ...(inReport && { inReport }),
    lines: [
      ...quality.findings.map((finding: Finding) => ({
        weight: weights[finding.weight],
        sentence: findings[finding.code](finding),
        at: finding.at,
        column: finding.column,
        count: finding.count,
        values: finding.values.join(', '),
        assumed: assumed[finding.code](finding),
      })),
      ...quality.issues.map((issue) => ({
        weight: weights.note,
        sentence: words.issues[issue.code](issue),
        at: issue.at,
        column: '',
        count: 1,
        values: issue.found,
        assumed: '',
      })),
    ],
  };
}

export type { Finding, Fix, FixEffect, Quality } from '../intake';
