import { intersection, isFormula, isSameContent } from '../workbook';
import type {
  Area,
  CellChange,
  CellContent,
  DifferentCell,
  FormatRun,
  SheetContents,
} from '../workbook';

const cellArea = ({ row, column }: CellChange): Area => ({ row, column, rows: 1, columns: 1 });

/** The cells that do not hold what the changes say, and those that a formula fills. */
export function differentCells(
  sheet: SheetContents,
  changes: readonly CellChange[],
): DifferentCell[] {
  const spills = sheet.cells.flatMap((cells, row) =>
    cells.flatMap((content, column): Area[] =>
      isFormula(content) && content.spill ? [{ row, column, ...content.spill }] : [],
    ),
  );
  return changes.flatMap((change) => {
    const content = sheet.cells[change.row]?.[change.column] ?? null;
    const isSpilled = spills.some((spill) => intersection(spill, cellArea(change)));
    if (!isSpilled && isSameContent(content, change.old)) return [];
    const { sheet: name, row, column } = change;
    return [{ sheet: name, row, column, isFormula: isSpilled || isFormula(content) }];
  });
}

/** A sheet with cells replaced. */
export function withReplacedCells(
  sheet: SheetContents,
  changes: readonly CellChange[],
): SheetContents {
  const rows = new Map<number, CellContent[]>();
  const styled = new FormatRuns(sheet);
  for (const change of changes) {
    const { row, column } = change;
    let cells = rows.get(row);
    if (!cells) rows.set(row, (cells = [...(sheet.cells[row] ?? [])]));
    while (cells.length <= column) cells.push(null);
    cells[column] = change.new;
    styled.add(change);
  }
  const last = Math.max(sheet.cells.length, ...[...rows.keys()].map((row) => row + 1));
  return {
    ...sheet,
    cells: Array.from({ length: last }, (_, row) => rows.get(row) ?? sheet.cells[row] ?? []),
    formats: [...sheet.formats, ...styled.all()],
  };
}

/** Number formats for cells that have a plain one, as few runs as neighbours allow. */
class FormatRuns {
  private readonly runs: { area: Area; numberFormat: string }[] = [];

  constructor(private readonly sheet: SheetContents) {}

  add(change: CellChange): void {
    const { numberFormat, row, column } = change;
    if (numberFormat === undefined || !this.isPlain(cellArea(change))) return;
    const last = this.runs.at(-1);
    const isNext =
      last?.numberFormat === numberFormat &&
      last.area.column === column &&
      last.area.row + last.area.rows === row;
    if (isNext) last.area = { ...last.area, rows: last.area.rows + 1 };
    else this.runs.push({ area: cellArea(change), numberFormat });
  }

  all(): FormatRun[] {
    return this.runs.map(({ area, numberFormat }) => ({ area, style: { numberFormat } }));
  }

  private isPlain(cell: Area): boolean {
    const format = this.sheet.formats.findLast(
      ({ area, style }) => style.numberFormat !== undefined && intersection(area, cell),
    )?.style.numberFormat;
    return format === undefined || format === 'General' || format === '@';
  }
}
