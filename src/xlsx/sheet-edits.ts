import { isBlank, ownArea, without } from '../workbook';
import type { Area, CellContent, Layout, SheetContents, SheetPlan } from '../workbook';

/** A sheet of ours as it stood after its last writing. */
export interface Rewritable {
  readonly sheet: SheetContents;
  readonly shape: Parameters<typeof ownArea>[0];
  /** The names our tables bear on it. */
  readonly tables: readonly string[];
}

/**
 * A plan over our earlier sheet: rows and columns are put in at the old edge where it grew, so that
 * what people put below or to the right moves along; only our own old area is cleared.
 */
export function rewritten(
  { sheet, shape, tables }: Rewritable,
  plan: SheetPlan,
  tableNames: readonly string[],
): SheetContents {
  const old = ownArea(shape);
  const next = ownArea({ ...plan, ...sizeOf(plan.cells) });
  const grown = insertColumns(
    insertRows(sheet, old.rows, Math.max(0, next.rows - old.rows)),
    old.columns,
    Math.max(0, next.columns - old.columns),
  );
  const ourCharts = new Set(shape.charts.map(({ name }) => name));
  const outside = (areas: readonly Area[]) => areas.filter((area) => !isWithin(area, old));
  const cleared: SheetContents = {
    ...grown,
    cells: grown.cells.map((row, index) =>
      index >= old.rows ? row : row.map((cell, column) => (column < old.columns ? null : cell)),
    ),
    formats: grown.formats.flatMap(({ area, style }) =>
      without(area, old).map((rest) => ({ area: rest, style })),
    ),
    rules: grown.rules.filter(({ area }) => !isWithin(area, old)),
    merges: outside(grown.merges),
    charts: grown.charts.filter(({ name }) => !ourCharts.has(name)),
    tables: grown.tables.filter(({ name }) => !tables.includes(name)),
  };
  return laidOver(cleared, plan, tableNames);
}

/** A plan's layout over a sheet whose cells make room for it. */
export function laidOver(
  sheet: SheetContents,
  plan: SheetPlan,
  tableNames: readonly string[],
): SheetContents {
  const rows = Math.max(sheet.cells.length, plan.cells.length);
  return {
    ...sheet,
    frozen: plan.frozen,
    gridlines: plan.gridlines,
    ...(plan.tabColour && { tabColour: plan.tabColour }),
    ...(plan.print && { print: plan.print }),
    cells: Array.from({ length: rows }, (_, row) => {
      const below = sheet.cells[row] ?? [];
      const above = plan.cells[row] ?? [];
      return [...above, ...below.slice(above.length)];
    }),
    formats: [...sheet.formats, ...plan.formats],
    columnWidths: { ...sheet.columnWidths, ...plan.columnWidths },
    rowHeights: { ...sheet.rowHeights, ...plan.rowHeights },
    merges: [...sheet.merges, ...plan.merges],
    rules: [...plan.rules, ...sheet.rules],
    charts: [...sheet.charts, ...plan.charts],
    tables: [
      ...sheet.tables,
      ...plan.tables.map((table, index) => ({ ...table, name: tableNames[index] ?? table.name })),
    ],
  };
}

function sizeOf(cells: Layout['cells']): { rows: number; columns: number } {
  return {
    rows: cells.length,
    columns: cells.reduce((most, row) => Math.max(most, row.length), 0),
  };
}

function isWithin(area: Area, around: Area): boolean {
  return without(area, around).length === 0;
}

type Side = 'row' | 'column';

/** Makes room before `at`: what begins there or later moves, what reaches across grows. */
function movedArea(area: Area, side: Side, at: number, by: number): Area {
  const length = side === 'row' ? 'rows' : 'columns';
  if (area[side] >= at) return { ...area, [side]: area[side] + by };
  return area[side] + area[length] > at ? { ...area, [length]: area[length] + by } : area;
}

function movedKeys(record: Readonly<Record<number, number>>, at: number, by: number) {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      Number(key) + (Number(key) >= at ? by : 0),
      value,
    ]),
  );
}

function movedLayout(sheet: SheetContents, side: Side, at: number, by: number): SheetContents {
  const move = (area: Area) => movedArea(area, side, at, by);
  const moveAll = <T extends { readonly area: Area }>(items: readonly T[]) =>
    items.map((item) => ({ ...item, area: move(item.area) }));
  return {
    ...sheet,
    formats: moveAll(sheet.formats),
    rules: moveAll(sheet.rules),
    tables: moveAll(sheet.tables),
    merges: sheet.merges.map(move),
    charts: sheet.charts.map((chart) => ({
      ...chart,
      place: move(chart.place),
      categories: move(chart.categories),
      series: chart.series.map((series) => ({ ...series, values: move(series.values) })),
    })),
  };
}

function insertRows(sheet: SheetContents, at: number, by: number): SheetContents {
  if (by === 0) return sheet;
  const cells =
    sheet.cells.length <= at
      ? sheet.cells
      : sheet.cells.toSpliced(at, 0, ...Array.from({ length: by }, (): CellContent[] => []));
  const rowHeights = movedKeys(sheet.rowHeights, at, by);
  return { ...movedLayout(sheet, 'row', at, by), cells, rowHeights };
}

function insertColumns(sheet: SheetContents, at: number, by: number): SheetContents {
  if (by === 0) return sheet;
  const blank = Array.from({ length: by }, () => null);
  const cells = sheet.cells.map((row) =>
    row.length <= at ? row : [...row.slice(0, at), ...blank, ...row.slice(at)],
  );
  const columnWidths = movedKeys(sheet.columnWidths, at, by);
  return { ...movedLayout(sheet, 'column', at, by), cells, columnWidths };
}

/** Rows added below a table's last one; cells that stand there move down, as Excel does it. */
export function withAppendedRows(
  sheet: SheetContents,
  name: string,
  rows: readonly (readonly CellContent[])[],
): SheetContents | undefined {
  const table = sheet.tables.find((one) => one.name === name);
  if (!table) return undefined;
  const { area } = table;
  const end = area.row + area.rows;
  const right = area.column + area.columns;
  const isBelow = ({ area: other }: { readonly area: Area }) =>
    other.row >= end && other.column < right && other.column + other.columns > area.column;
  if (sheet.tables.some(isBelow)) return undefined;
  const cells = sheet.cells.map((row) => [...row]);
  const below = cells
    .slice(end)
    .map((row) => Array.from({ length: area.columns }, (_, at) => row[area.column + at] ?? null));
  const moved = below.some((row) => row.some((cell) => !isBlank(cell))) ? below : [];
  [...rows, ...moved].forEach((row, index) => {
    const target = (cells[end + index] ??= []);
    while (target.length < area.column) target.push(null);
    for (let column = 0; column < area.columns; column += 1) {
      target[area.column + column] = row[column] ?? null;
    }
  });
  return {
    ...sheet,
    cells: Array.from({ length: cells.length }, (_, row) => cells[row] ?? []),
    tables: sheet.tables.map((one) =>
      one === table ? { ...one, area: { ...area, rows: area.rows + rows.length } } : one,
    ),
  };
}
