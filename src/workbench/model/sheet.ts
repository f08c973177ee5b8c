import { isFormula } from '../../workbook';
import type {
  Area,
  CellContent,
  CellStyle,
  Colour,
  PrintSetup,
  SheetContents,
} from '../../workbook';
import type { Engine } from '../engine/engine';
import { Cells } from './cells';
import type { CellChangeType, ChangeSource, ModelChange } from './changes';
import { fromChart, toChart } from './chart';
import type { ChartModel } from './chart';
import { fromRule, toRule } from './conditional-format';
import type { ConditionalFormat } from './conditional-format';
import { Formats } from './formats';
import { intersect, isWhole, shiftArea, shiftSpan } from './shift';
import type { Shift } from './shift';
import { fromTable, toTable } from './table';
import type { TableModel } from './table';

/** The workbook as its sheets need it. */
export interface SheetOwner {
  /** The engine, told of every cell so far. */
  readonly engine: Engine;
  /** Tells the engine of cells, soon and together with others. */
  tell(sheet: SheetModel, area: Area): void;
  /** Tells the engine now what it was not told yet. */
  flush(): void;
  readonly source: ChangeSource;
  newId(kind: 'sheet' | 'table' | 'chart' | 'rule' | 'part'): string;
  changed(change: ModelChange): void;
  /** Cells of a sheet have shifted: formulas, names and kept references follow. */
  follow(sheet: string, shift: Shift): void;
}

export type Visibility = SheetContents['visibility'];

/** One worksheet. What it holds is read from its fields and changed through its methods. */
export class SheetModel {
  readonly id: string;
  readonly cells: Cells;
  readonly formats: Formats;
  readonly customProperties = new Map<string, string>();
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  conditionalFormats: ConditionalFormat[];
  charts: ChartModel[];
  tables: TableModel[];
  merges: Area[];
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  /** How many further ranges are selected with it. */
  otherSelections = 0;
  isProtected: boolean;
  /** Print options that files do not carry here. */
  readonly pageOptions = { centred: false, zoom: { scale: 100 } as object };
  #name: string;
  #visibility: Visibility;
  #tabColour: Colour | undefined;
  #gridlines: boolean;
  #frozen: SheetContents['frozen'];
  #print: PrintSetup | undefined;

  constructor(
    private readonly owner: SheetOwner,
    contents: SheetContents,
  ) {
    this.id = owner.newId('sheet');
    this.#name = contents.name;
    this.#visibility = contents.visibility;
    this.#tabColour = contents.tabColour;
    this.#gridlines = contents.gridlines;
    this.#frozen = contents.frozen;
    this.#print = contents.print;
    this.isProtected = contents.isProtected;
    this.cells = new Cells(contents.cells);
    this.formats = new Formats(contents.formats);
    this.merges = [...contents.merges];
    this.conditionalFormats = contents.rules.map((rule) => fromRule(rule, owner.newId('rule')));
    this.charts = contents.charts.map((chart) => fromChart(chart, owner.newId('chart')));
    this.tables = contents.tables.map((table) => fromTable(table, owner.newId('table')));
    for (const [column, width] of Object.entries(contents.columnWidths)) {
      this.columnWidths.set(Number(column), width);
    }
    for (const [row, height] of Object.entries(contents.rowHeights)) {
      this.rowHeights.set(Number(row), height);
    }
  }

  get name(): string {
    return this.#name;
  }

  /** The workbook renames sheets, for formulas follow. */
  rename(name: string): void {
    this.#name = name;
  }

  get visibility(): Visibility {
    return this.#visibility;
  }
  set visibility(visibility: Visibility) {
    this.#visibility = visibility;
    this.owner.engine.setVisibility(this.#name, visibility);
    this.#laidOut();
  }

  get tabColour(): Colour | undefined {
    return this.#tabColour;
  }
  set tabColour(colour: Colour | undefined) {
    this.#tabColour = colour;
    this.#laidOut();
  }

  get gridlines(): boolean {
    return this.#gridlines;
  }
  set gridlines(shown: boolean) {
    this.#gridlines = shown;
    this.owner.engine.setGridlines(this.#name, shown);
    this.#laidOut();
  }

  get frozen(): SheetContents['frozen'] {
    return this.#frozen;
  }
  set frozen(frozen: SheetContents['frozen']) {
    this.#frozen = frozen;
    this.owner.engine.setFrozen(this.#name, frozen);
    this.#laidOut();
  }

  get print(): PrintSetup | undefined {
    return this.#print;
  }
  set print(print: PrintSetup | undefined) {
    this.#print = print;
    this.#laidOut();
  }

  setProtected(isProtected: boolean): void {
    this.isProtected = isProtected;
    this.#laidOut();
  }

  setCustomProperty(key: string, value: string | undefined): void {
    if (value === undefined) this.customProperties.delete(key);
    else this.customProperties.set(key, value);
    this.#laidOut();
  }

  /** Writes contents into an area; undefined leaves a cell alone. */
  write(
    area: Area,
    contents: readonly (readonly (CellContent | undefined)[])[],
    tellEngine = true,
  ): void {
    const single = area.rows === 1 && area.columns === 1;
    const before = single ? this.cells.value(area.row, area.column) : undefined;
    contents.forEach((line, down) => {
      line.forEach((content, right) => {
        if (content === undefined) return;
        this.cells.set(area.row + down, area.column + right, content);
      });
    });
    if (tellEngine) this.owner.tell(this, area);
    const after = single ? this.cells.value(area.row, area.column) : undefined;
    this.#cellsChanged(area, 'RangeEdited', {
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    });
  }

  clearContents(area: Area): void {
    const used = this.cells.used();
    const touched = used && intersect(used, area);
    if (!touched) return;
    this.write(touched, blanks(touched));
  }

  addFormat(area: Area, style: CellStyle): void {
    this.formats.add(area, style);
    this.owner.engine.setFormats(this.#name, [{ area, style }]);
    this.#laidOut();
  }

  editFormats(area: Area, change: (style: CellStyle) => CellStyle): void {
    const runs = this.formats.edit(area, change);
    this.owner.engine.clearFormats(this.#name, area);
    this.owner.engine.setFormats(this.#name, runs);
    this.#laidOut();
  }

  setColumnWidth(column: number, characters: number): void {
    this.columnWidths.set(column, characters);
    this.owner.engine.setColumnWidth(this.#name, column, characters);
    this.#laidOut();
  }

  setRowHeight(row: number, points: number): void {
    this.rowHeights.set(row, points);
    this.owner.engine.setRowHeight(this.#name, row, points);
    this.#laidOut();
  }

  setMerges(merges: Area[]): void {
    this.merges = merges;
    this.owner.engine.setMerges(this.#name, merges);
    this.#laidOut();
  }

  /** To be called after a change to `conditionalFormats`. */
  conditionalFormatsChanged(): void {
    const rules = this.conditionalFormats.flatMap((one) => toRule(one) ?? []);
    this.owner.engine.setRules(this.#name, rules);
    this.#laidOut();
  }

  /** To be called after a change to `tables`. */
  tablesChanged(): void {
    this.owner.engine.setTables(this.#name, this.tables.map(toTable));
    this.#laidOut();
  }

  /** To be called after a change to `charts`. */
  chartsChanged(): void {
    this.owner.changed({ kind: 'charts', sheet: this.id });
  }

  /** Inserts or deletes cells; everything that stands on the sheet moves along. */
  shift(shift: Shift, changed: Area, tellEngine = true): void {
    this.owner.flush();
    this.cells.shift(shift);
    this.formats.shift(shift);
    const moved = (areas: readonly Area[]) => areas.flatMap((area) => shiftArea(area, shift) ?? []);
    this.merges = moved(this.merges);
    this.conditionalFormats = moveAll(this.conditionalFormats, shift);
    this.tables = moveAll(this.tables, shift);
    for (const chart of this.charts) moveChart(chart, shift);
    if (isWhole(shift)) this.#shiftSizes(shift);
    if (this.#print) {
      const area = shiftArea(this.#print.area, shift);
      this.#print = area && { ...this.#print, area };
    }
    if (tellEngine) this.#shiftEngine(shift, changed);
    this.owner.follow(this.#name, shift);
    const way = shift.count > 0 ? 'Inserted' : 'Deleted';
    const what = isWhole(shift) ? (shift.axis === 'row' ? 'Row' : 'Column') : 'Cell';
    this.#cellsChanged(changed, `${what}${way}`, { shift });
  }

  toContents(): SheetContents {
    return {
      name: this.#name,
      visibility: this.#visibility,
      isProtected: this.isProtected,
      cells: this.cells.toContents(),
      formats: this.formats.runs,
      columnWidths: Object.fromEntries(this.columnWidths),
      rowHeights: Object.fromEntries(this.rowHeights),
      frozen: this.#frozen,
      gridlines: this.#gridlines,
      ...(this.#tabColour && { tabColour: this.#tabColour }),
      merges: this.merges,
      rules: this.conditionalFormats.flatMap((one) => toRule(one) ?? []),
      charts: this.charts.flatMap((chart) => toChart(chart) ?? []),
      tables: this.tables.map(toTable),
      ...(this.#print && { print: this.#print }),
    };
  }

  /** Rewrites the formulas in cells and rules; what changed is told to the engine on request. */
  rewriteFormulas(rewrite: (formula: string) => string, tellEngine: boolean): void {
    for (const { row, column, formula } of [...this.cells.formulas()]) {
      const next = rewrite(formula);
      if (next === formula) continue;
      const content = this.cells.get(row, column);
      const result = isFormula(content) ? content.result : undefined;
      const rewritten = { formula: next, ...(result !== undefined && { result }) };
      this.cells.replaceFormula(row, column, rewritten);
      const area = { row, column, rows: 1, columns: 1 };
      // Without its last result, so that the engine calculates it anew.
      if (tellEngine) this.owner.engine.setCells(this.#name, area, [[{ formula: next }]]);
    }
    for (const { condition } of this.conditionalFormats) {
      if (condition.type === 'Custom') condition.formula = rewrite(condition.formula);
      else if (condition.type === 'CellValue' && condition.rule) {
        condition.rule.formula1 = rewrite(condition.rule.formula1);
        if (condition.rule.formula2) condition.rule.formula2 = rewrite(condition.rule.formula2);
      }
    }
  }

  #laidOut(): void {
    this.owner.changed({ kind: 'layout', sheet: this.id });
  }

  #cellsChanged(area: Area, type: CellChangeType, more: object): void {
    const { source } = this.owner;
    this.owner.changed({ kind: 'cells', sheet: this.id, area, type, source, ...more });
  }

  #shiftEngine(shift: Shift, changed: Area): void {
    const { engine } = this.owner;
    const count = Math.abs(shift.count);
    if (isWhole(shift)) {
      if (shift.axis === 'row') {
        if (shift.count > 0) engine.insertRows(this.#name, shift.at, count);
        else engine.deleteRows(this.#name, shift.at, count);
      } else if (shift.count > 0) engine.insertColumns(this.#name, shift.at, count);
      else engine.deleteColumns(this.#name, shift.at, count);
      return;
    }
    // The engine moves whole rows and columns only: the strip is written anew.
    const used = this.cells.used() ?? changed;
    const { at, from, to } = shift;
    const bottom = Math.max(used.row + used.rows, changed.row + changed.rows) + count;
    const right = Math.max(used.column + used.columns, changed.column + changed.columns) + count;
    const strip =
      shift.axis === 'row'
        ? { row: at, column: from, rows: bottom - at, columns: to - from + 1 }
        : { row: from, column: at, rows: to - from + 1, columns: right - at };
    if (strip.rows <= 0 || strip.columns <= 0) return;
    engine.setCells(this.#name, strip, this.cells.read(strip));
    engine.clearFormats(this.#name, strip);
    engine.setFormats(this.#name, this.formats.within(strip));
    engine.setTables(this.#name, this.tables.map(toTable));
    this.conditionalFormatsChanged();
  }

  #shiftSizes(shift: Shift): void {
    const sizes = shift.axis === 'row' ? this.rowHeights : this.columnWidths;
    const moved = [...sizes].flatMap(([index, size]): [number, number][] => {
      const span = shiftSpan(index, 1, shift);
      return span ? [[span.start, size]] : [];
    });
    sizes.clear();
    for (const [index, size] of moved) sizes.set(index, size);
  }
}

function blanks(area: Area): null[][] {
  return Array.from({ length: area.rows }, () => new Array<null>(area.columns).fill(null));
}

function moveAll<Held extends { area: Area }>(held: readonly Held[], shift: Shift): Held[] {
  return held.filter((one) => {
    const area = shiftArea(one.area, shift);
    if (area) one.area = area;
    return area !== undefined;
  });
}

function moveChart(chart: ChartModel, shift: Shift): void {
  for (const series of chart.series) {
    series.values = series.values && shiftArea(series.values, shift);
    series.categories = series.categories && shiftArea(series.categories, shift);
  }
  if (!isWhole(shift)) return;
  const { top, left, bottom, right } = chart.frame;
  if (shift.axis === 'row') {
    const span = shiftSpan(top, bottom - top, shift) ?? { start: shift.at, length: 1 };
    chart.frame = { top: span.start, left, bottom: span.start + span.length, right };
  } else {
    const span = shiftSpan(left, right - left, shift) ?? { start: shift.at, length: 1 };
    chart.frame = { top, left: span.start, bottom, right: span.start + span.length };
  }
}
