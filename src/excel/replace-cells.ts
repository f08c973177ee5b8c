import { isFormula, isSameContent, WorkbookError } from '../workbook';
import type { Area, CellChange, CellContent, DifferentCell } from '../workbook';
import { contentFrom, hostCell, rangeOf } from './cells';
import { asWorkbookError } from './errors';
import { afterCellEdit, hasExcelApi } from './session';

/** Changes of one column that stand close to each other: one range, with gaps. */
interface Run {
  readonly sheet: string;
  readonly area: Area;
  /** By the row's distance from the top of the area. */
  readonly changes: ReadonlyMap<number, CellChange>;
}

/** A run as it stood before. */
interface Read extends Run {
  readonly contents: readonly CellContent[];
  readonly formats: readonly string[];
  /** Some of its cells show a part of a formula's results. */
  readonly isSpilled: boolean;
}

/** Cells between two changes cost less than another range, up to this many. */
const widestGap = 40;
/** The most rows of a range. */
const longest = 20_000;
/** The most cells of one request: both ways together stay far below Excel's 5 MB. */
const mostCells = 60_000;

/** Replaces cells that still hold what they are thought to hold; none where one does not. */
export async function replaceCells(
  changes: readonly CellChange[],
): Promise<readonly DifferentCell[]> {
  const batches = batchesOf(runsOf(changes));
  const subject = changes[0]?.sheet ?? '';
  return afterCellEdit(subject, async (context) => {
    await refuseProtected(context, new Set(changes.map(({ sheet }) => sheet)));
    const before: Read[][] = [];
    const readFrom = async (index: number): Promise<void> => {
      const batch = batches[index];
      if (!batch) return;
      before.push(await readRuns(context, batch));
      await readFrom(index + 1);
    };
    await readFrom(0);
    const different = before.flat().flatMap(differencesIn);
    if (different.length > 0) return different;
    await writeOrPutBack(context, before, subject);
    return [];
  });
}

async function refuseProtected(
  context: Excel.RequestContext,
  names: ReadonlySet<string>,
): Promise<void> {
  const sheets = [...names].map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name).load('name');
    const protection = sheet.protection.load('protected');
    return { name, sheet, protection };
  });
  await context.sync();
  for (const { name, sheet, protection } of sheets) {
    if (sheet.isNullObject) throw new WorkbookError('notFound', name);
    if (protection.protected) throw new WorkbookError('protectedSheet', name);
  }
}

function runsOf(changes: readonly CellChange[]): Run[] {
  const sorted = [...changes].sort(
    (one, other) =>
      (one.sheet < other.sheet ? -1 : one.sheet > other.sheet ? 1 : 0) ||
      one.column - other.column ||
      one.row - other.row,
  );
  const runs: CellChange[][] = [];
  for (const change of sorted) {
    const run = runs.at(-1);
    const [first, last] = [run?.[0], run?.at(-1)];
    const fits =
      first?.sheet === change.sheet &&
      first.column === change.column &&
      change.row - (last?.row ?? 0) <= widestGap &&
      change.row - first.row < longest;
    if (fits) run?.push(change);
    else runs.push([change]);
  }
  return runs.flatMap((run): Run[] => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return [];
    const { sheet, row, column } = first;
    return [
      {
        sheet,
        area: { row, column, rows: last.row - row + 1, columns: 1 },
        changes: new Map(run.map((change) => [change.row - row, change])),
      },
    ];
  });
}

function batchesOf(runs: readonly Run[]): Run[][] {
  const batches: Run[][] = [];
  let size = Infinity;
  for (const run of runs) {
    // A range costs about as much as its ten cells.
    const cells = run.area.rows + 10;
    if (size + cells > mostCells) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(run);
    size += cells;
  }
  return batches;
}

async function readRuns(context: Excel.RequestContext, runs: readonly Run[]): Promise<Read[]> {
  const knowsSpills = hasExcelApi('1.12');
  const ranges = runs.map(({ sheet, area }) => {
    const range = rangeOf(context.workbook.worksheets.getItem(sheet), area);
    return range.load(['values', 'formulas', 'numberFormat', ...(knowsSpills ? ['hasSpill'] : [])]);
  });
  await context.sync();
  return runs.map((run, index) => {
    const range = ranges[index];
    const column = (grid: unknown): unknown[] =>
      (grid as readonly (readonly unknown[])[]).map(([cell]) => cell);
    const values = column(range?.values ?? []);
    return {
      ...run,
      contents: column(range?.formulas ?? []).map((formula, row) =>
        contentFrom(formula, values[row]),
      ),
      formats: column(range?.numberFormat ?? []).map(String),
      // Null where some cells do and some do not, which the types leave out.
      isSpilled: knowsSpills && (range?.hasSpill as boolean | null | undefined) !== false,
    };
  });
}

function differencesIn({ sheet, area, changes, contents, isSpilled }: Read): DifferentCell[] {
  return [...changes].flatMap(([offset, { old }]) => {
    const content = contents[offset] ?? null;
    if (!isSpilled && isSameContent(content, old)) return [];
    const { row, column } = area;
    const isFormulas = isSpilled || isFormula(content);
    return [{ sheet, row: row + offset, column, isFormula: isFormulas }];
  });
}

async function writeOrPutBack(
  context: Excel.RequestContext,
  batches: readonly (readonly Read[])[],
  subject: string,
): Promise<void> {
  const writeFrom = async (index: number, write: typeof writeNew): Promise<void> => {
    const batch = batches[index];
    if (!batch) return;
    context.application.suspendApiCalculationUntilNextSync();
    context.runtime.enableEvents = false;
    for (const run of batch) write(context, run);
    context.runtime.enableEvents = true;
    await context.sync();
    await writeFrom(index + 1, write);
  };
  try {
    await writeFrom(0, writeNew);
  } catch (cause) {
    const refusal = asWorkbookError(cause, subject);
    try {
      // Excel keeps what came before the failing call.
      await writeFrom(0, writeOld);
    } catch (second) {
      const both = new AggregateError([cause, second], 'replacing and putting back failed');
      throw new WorkbookError(refusal.code, subject, both);
    }
    throw refusal;
  }
}

/** A column of what to write, null where a cell is left alone. */
function columnOf({ area, changes }: Run, cell: (change: CellChange, offset: number) => unknown) {
  return Array.from({ length: area.rows }, (_, offset) => {
    const change = changes.get(offset);
    return [change ? cell(change, offset) : null];
  });
}

function writeNew(context: Excel.RequestContext, run: Read): void {
  const range = rangeOf(context.workbook.worksheets.getItem(run.sheet), run.area);
  const formats = columnOf(run, ({ numberFormat }, offset) =>
    isPlain(run.formats[offset]) ? (numberFormat ?? null) : null,
  );
  // Before the contents: a cell formatted as text would take a number for a text.
  if (formats.some(([format]) => format !== null)) range.numberFormat = formats;
  range.formulas = columnOf(run, (change) => hostCell(change.new));
}

function writeOld(context: Excel.RequestContext, run: Read): void {
  const range = rangeOf(context.workbook.worksheets.getItem(run.sheet), run.area);
  range.numberFormat = columnOf(run, (_, offset) => run.formats[offset] ?? null);
  range.formulas = columnOf(run, (_, offset) => hostCell(run.contents[offset] ?? null));
}

function isPlain(format: string | undefined): boolean {
  return format === 'General' || format === '@';
}
