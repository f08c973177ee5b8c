import { emptySheet, findPlace } from '../../workbook';
import type { Area, DefinedName, SheetContents, WorkbookContents } from '../../workbook';
import type { CalculatedCell, Engine, GridEvent } from '../engine/engine';
import type { ChangeSource, ModelChange } from './changes';
import type { CustomXmlPart } from './custom-xml';
import { dropSheetFromFormula, renameSheetInFormula, shiftFormula } from './references';
import { SheetModel } from './sheet';
import type { SheetOwner } from './sheet';
import { isBelow, isWhole, shiftArea, wholeColumns, wholeRows } from './shift';
import type { Shift } from './shift';
import type { TableModel } from './table';

export interface NameModel {
  name: string;
  formula: string;
  /** The sheet it belongs to; undefined, the whole workbook. */
  readonly sheet: SheetModel | undefined;
  comment: string;
  visible: boolean;
}

/** Cells that somebody holds on to; undefined once they are deleted. */
export interface Spot {
  readonly sheet: SheetModel;
  area: Area | undefined;
}

const idStarts = { sheet: '0001', table: '0002', chart: '7000', rule: '9000', part: '5000' };

/** The workbook: what the protocol, the page and the commands read and change. */
export class WorkbookModel implements SheetOwner {
  readonly sheets: SheetModel[] = [];
  names: NameModel[] = [];
  /** Settings of the add-in as Excel's interface keeps them. */
  readonly settings = new Map<string, unknown>();
  /** Settings as Office's common interface keeps them: JSON text by name. */
  readonly officeSettings = new Map<string, string>();
  customXml: CustomXmlPart[] = [];
  calculationMode = 'Automatic';
  fileName = 'Book1.xlsx';
  readonly properties = { title: '', author: '' };
  /** Counts changes: a request that leaves it alone has only read. */
  revision = 0;
  source: ChangeSource = 'Local';
  readonly spots = new Set<Spot>();
  readonly dateSystem: WorkbookContents['dateSystem'];
  #active: SheetModel;
  readonly #listeners = new Set<(change: ModelChange) => void>();
  readonly #lastIds = new Map<string, number>();
  #isCalculating = false;

  #untold: { sheet: SheetModel; area: Area } | undefined;

  constructor(
    private readonly calculator: Engine,
    contents?: WorkbookContents,
    customXml: readonly string[] = [],
  ) {
    const sheets = contents?.sheets ?? [];
    this.dateSystem = contents?.dateSystem ?? 1900;
    calculator.onCalculated((cells) => {
      this.#calculated(cells);
    });
    calculator.onGridEvent((event) => {
      this.#follow(event);
    });
    this.sheets = (sheets.length > 0 ? sheets : [emptySheet('Sheet1')]).map(
      (sheet) => new SheetModel(this, sheet),
    );
    this.names = (contents?.names ?? []).map((name) => ({
      name: name.name,
      formula: name.formula,
      sheet: name.sheet === undefined ? undefined : this.findSheet(name.sheet),
      comment: name.comment ?? '',
      visible: true,
    }));
    this.customXml = customXml.map((xml) => ({ id: this.newId('part'), xml }));
    this.sheets.forEach((sheet, index) => {
      calculator.addSheet(sheet.toContents(), index);
    });
    calculator.setNames(this.#definedNames());
    this.#isCalculating = true;
    const [first] = this.sheets;
    this.#active =
      this.sheets.find(({ visibility }) => visibility === 'visible') ?? (first as SheetModel);
    calculator.activateSheet(this.#active.name);
  }

  get active(): SheetModel {
    return this.#active;
  }

  get engine(): Engine {
    this.flush();
    return this.calculator;
  }

  tell(sheet: SheetModel, area: Area): void {
    // A large write comes in pieces, and Univer looks through the whole sheet for each it is told.
    const last = this.#untold;
    if (last?.sheet === sheet && isBelow(last.area, area)) {
      last.area = { ...last.area, rows: last.area.rows + area.rows };
      return;
    }
    this.flush();
    this.#untold = { sheet, area };
    queueMicrotask(() => {
      this.flush();
    });
  }

  flush(): void {
    const { sheet, area } = this.#untold ?? {};
    this.#untold = undefined;
    if (sheet && area) this.calculator.setCells(sheet.name, area, sheet.cells.read(area));
  }

  /** Lets go of the engine: nothing is calculated any more. */
  close(): void {
    this.#untold = undefined;
    this.calculator.dispose();
  }

  /** Tells of every change, as it happens. */
  onChange(listener: (change: ModelChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(change: ModelChange): void {
    if (change.kind !== 'calculated') this.revision += 1;
    if (change.kind === 'cells') this.#isCalculating = true;
    for (const listener of this.#listeners) listener(change);
  }

  newId(kind: keyof typeof idStarts): string {
    const number = (this.#lastIds.get(kind) ?? 0) + 1;
    this.#lastIds.set(kind, number);
    // Tables and parts differ from sheets in one block, as Excel's own ids look alike.
    return `{00000000-0001-${idStarts[kind]}-0000-${number.toString(16).padStart(12, '0').toUpperCase()}}`;
  }

  /** Runs an edit of somebody else who has the workbook open. */
  asCoAuthor(edit: (workbook: this) => void): void {
    this.source = 'Remote';
    try {
      edit(this);
    } finally {
      this.source = 'Local';
    }
  }

  /** Whether something may wait to be calculated. */
  get isCalculating(): boolean {
    return this.#isCalculating;
  }

  async settled(): Promise<void> {
    while (this.#isCalculating) {
      const { revision } = this;
      await this.engine.settled();
      if (revision === this.revision) this.#isCalculating = false;
    }
  }

  findSheet(nameOrId: string): SheetModel | undefined {
    const key = nameOrId.toLowerCase();
    return this.sheets.find(
      ({ id, name }) => id.toLowerCase() === key || name.toLowerCase() === key,
    );
  }

  addSheet(name: string, contents: SheetContents = emptySheet(name)): SheetModel {
    const sheet = new SheetModel(this, { ...contents, name });
    this.engine.addSheet(sheet.toContents(), this.sheets.length);
    this.sheets.push(sheet);
    this.changed({ kind: 'sheetAdded', sheet: sheet.id, source: this.source });
    return sheet;
  }

  removeSheet(sheet: SheetModel, tellEngine = true): void {
    this.flush();
    const index = this.sheets.indexOf(sheet);
    if (this.#active === sheet) {
      const next = [...this.sheets.slice(index + 1), ...this.sheets.slice(0, index).reverse()].find(
        ({ visibility }) => visibility === 'visible',
      );
      if (next) this.activate(next);
    }
    this.sheets.splice(index, 1);
    this.names = this.names.filter((name) => name.sheet !== sheet);
    for (const spot of this.spots) if (spot.sheet === sheet) spot.area = undefined;
    if (tellEngine) this.engine.removeSheet(sheet.name);
    this.#rewrite((formula) => dropSheetFromFormula(formula, sheet.name), true);
    this.changed({ kind: 'sheetDeleted', sheet: sheet.id, source: this.source });
  }

  renameSheet(sheet: SheetModel, name: string, tellEngine = true): void {
    const before = sheet.name;
    if (before === name) return;
    this.flush();
    sheet.rename(name);
    if (tellEngine) this.engine.renameSheet(before, name);
    this.#rewrite((formula) => renameSheetInFormula(formula, before, name), false);
    const { source } = this;
    this.changed({ kind: 'sheetRenamed', sheet: sheet.id, before, after: name, source });
  }

  moveSheet(sheet: SheetModel, position: number): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(position, 0, sheet);
    this.engine.moveSheet(sheet.name, position);
    this.changed({ kind: 'workbook' });
  }

  activate(sheet: SheetModel, tellEngine = true): void {
    const last = this.#active;
    if (last === sheet) return;
    this.#active = sheet;
    if (tellEngine) this.engine.activateSheet(sheet.name);
    this.changed({ kind: 'deactivated', sheet: last.id });
    this.changed({ kind: 'activated', sheet: sheet.id });
  }

  select(sheet: SheetModel, area: Area, tellEngine = true, others = 0): void {
    this.activate(sheet, tellEngine);
    sheet.selection = area;
    sheet.otherSelections = others;
    if (tellEngine) this.engine.select(sheet.name, area);
    this.changed({ kind: 'selected', sheet: sheet.id, area });
  }

  setSetting(key: string, value: unknown): void {
    if (value === undefined) this.settings.delete(key);
    else this.settings.set(key, value);
    this.changed({ kind: 'workbook' });
  }

  setCustomXml(parts: CustomXmlPart[]): void {
    this.customXml = parts;
    this.changed({ kind: 'workbook' });
  }

  findTable(nameOrId: string): { sheet: SheetModel; table: TableModel } | undefined {
    const key = nameOrId.toLowerCase();
    for (const sheet of this.sheets) {
      const table = sheet.tables.find(
        ({ id, name }) => id.toLowerCase() === key || name.toLowerCase() === key,
      );
      if (table) return { sheet, table };
    }
    return undefined;
  }

  /** To be called after a change to `names`. */
  namesChanged(): void {
    this.engine.setNames(this.#definedNames());
    this.changed({ kind: 'workbook' });
    this.#isCalculating = true;
  }

  /** The cells a name refers to, where it is a plain reference. */
  findNamePlace({ formula, sheet }: NameModel): { sheet: SheetModel; area: Area } | undefined {
    const place = findPlace(formula.replace(/^=/, ''));
    const on = place?.sheet === undefined ? sheet : this.findSheet(place.sheet);
    return place && on && { sheet: on, area: place.area };
  }

  follow(sheet: string, shift: Shift): void {
    for (const spot of this.spots) {
      if (spot.sheet.name === sheet) spot.area = spot.area && shiftArea(spot.area, shift);
    }
    // The engine adjusts formulas itself where whole rows or columns move.
    const tellEngine = !isWhole(shift);
    for (const each of this.sheets) {
      each.rewriteFormulas((formula) => shiftFormula(formula, each.name, sheet, shift), tellEngine);
    }
    for (const name of this.names) {
      name.formula = shiftFormula(name.formula, name.sheet?.name ?? '', sheet, shift);
    }
    if (tellEngine) this.engine.setNames(this.#definedNames());
  }

  toContents(): WorkbookContents {
    return {
      sheets: this.sheets.map((sheet) => sheet.toContents()),
      names: this.#definedNames(),
      dateSystem: this.dateSystem,
    };
  }

  #definedNames(): DefinedName[] {
    return this.names.map(({ name, formula, sheet, comment }) => ({
      name,
      formula,
      ...(sheet && { sheet: sheet.name }),
      ...(comment !== '' && { comment }),
    }));
  }

  #rewrite(rewrite: (formula: string) => string, tellEngine: boolean): void {
    this.#isCalculating = true;
    for (const sheet of this.sheets) sheet.rewriteFormulas(rewrite, tellEngine);
    for (const name of this.names) name.formula = rewrite(name.formula);
    if (tellEngine) this.engine.setNames(this.#definedNames());
  }

  #calculated(cells: readonly CalculatedCell[]): void {
    const bySheet = new Map<SheetModel, Area[]>();
    for (const { sheet: name, row, column, value, spill } of cells) {
      const sheet = this.findSheet(name);
      if (!sheet) continue;
      sheet.cells.calculated(row, column, value, spill);
      const areas = bySheet.get(sheet) ?? [];
      areas.push({ row, column, rows: spill?.length ?? 1, columns: spill?.[0]?.length ?? 1 });
      bySheet.set(sheet, areas);
    }
    for (const [sheet, areas] of bySheet) {
      this.changed({ kind: 'calculated', sheet: sheet.id, areas });
    }
  }

  /** What a person did in the grid: the engine knows it already. */
  #follow(event: GridEvent): void {
    if (event.kind === 'sheetAdded') {
      const sheet = new SheetModel(this, emptySheet(event.sheet));
      this.sheets.push(sheet);
      this.changed({ kind: 'sheetAdded', sheet: sheet.id, source: 'Local' });
      return;
    }
    if (event.kind === 'sheetRenamed') {
      const renamed = this.findSheet(event.from);
      if (renamed) this.renameSheet(renamed, event.sheet, false);
      return;
    }
    const sheet = this.findSheet(event.sheet);
    if (!sheet) return;
    switch (event.kind) {
      case 'edited':
        sheet.write(event.area, event.contents, false);
        return;
      case 'selected':
        this.select(sheet, event.area, false, event.others);
        return;
      case 'activated':
        this.activate(sheet, false);
        return;
      case 'sheetDeleted':
        this.removeSheet(sheet, false);
        return;
      case 'rowsInserted':
      case 'rowsDeleted': {
        const shift = wholeRows(
          event.at,
          event.kind === 'rowsInserted' ? event.count : -event.count,
        );
        const area = { row: event.at, column: 0, rows: event.count, columns: shift.to + 1 };
        sheet.shift(shift, area, false);
        return;
      }
      case 'columnsInserted':
      case 'columnsDeleted': {
        const count = event.kind === 'columnsInserted' ? event.count : -event.count;
        const shift = wholeColumns(event.at, count);
        const area = { row: 0, column: event.at, rows: shift.to + 1, columns: event.count };
        sheet.shift(shift, area, false);
        return;
      }
    }
  }
}
