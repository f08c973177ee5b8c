import { readFlag, readOne, readText } from '../arguments';
import { HostError } from '../errors';
import { HostObject, orNull, typeName } from '../host-object';
import { CustomXmlPartCollection } from './custom-xml';
import { NamedItemCollection } from './names';
import type { Objects } from './objects';
import { SettingCollection } from './settings';
import { TableCollection } from './tables';
import { WorksheetCollection } from './worksheets';

/** The root of everything a request leads to. */
export class Workbook extends HostObject {
  readonly [typeName] = 'Workbook';

  constructor(
    private readonly objects: Objects,
    private readonly router: { enabled: boolean },
  ) {
    super();
  }

  get name() {
    return this.objects.workbook.fileName;
  }
  get readOnly() {
    return false;
  }
  get isDirty() {
    return this.objects.workbook.revision > 0;
  }
  get autoSave() {
    return false;
  }
  get use1904DateSystem() {
    return this.objects.workbook.dateSystem === 1904;
  }

  get application() {
    return new Application(this.objects);
  }
  get worksheets() {
    return new WorksheetCollection(this.objects);
  }
  get tables() {
    return new TableCollection(this.objects);
  }
  get names() {
    return new NamedItemCollection(this.objects);
  }
  get settings() {
    return new SettingCollection(this.objects.workbook);
  }
  get customXmlParts() {
    return new CustomXmlPartCollection(this.objects.workbook);
  }
  get properties() {
    return new DocumentProperties(this.objects);
  }

  get _Runtime() {
    return new Runtime(this.router);
  }

  getSelectedRange() {
    const { active } = this.objects.workbook;
    if (active.otherSelections > 0) throw new HostError('InvalidSelection');
    return this.objects.range(active, active.selection);
  }
  getActiveCell() {
    const { active } = this.objects.workbook;
    return this.objects.range(active, { ...active.selection, rows: 1, columns: 1 });
  }

  _RemoveReference(id: unknown) {
    this.objects.dropReference(readText(id));
  }
  _RemoveAllReferences() {
    // Cells are let go one by one.
  }
  _GetRangeForEventByReferenceId(id: unknown) {
    const range = this.objects.findReference(readText(id));
    if (!range) throw new HostError('ItemNotFound');
    return range;
  }
  _GetRangeOrNullObjectForEventByReferenceId(id: unknown) {
    return orNull(() => this._GetRangeForEventByReferenceId(id));
  }
}

class Application extends HostObject {
  readonly [typeName] = 'Application';

  constructor(private readonly objects: Objects) {
    super();
  }

  get calculationMode() {
    return this.objects.workbook.calculationMode;
  }
  set calculationMode(value: unknown) {
    const modes = ['Automatic', 'AutomaticExceptTables', 'Manual'];
    this.objects.workbook.calculationMode = readOne(value, modes);
  }
  get calculationState() {
    return this.objects.workbook.isCalculating ? 'Calculating' : 'Done';
  }
  calculate(type: unknown) {
    // The engine has calculated whatever changed by the time anything is read.
    readOne(type, ['Recalculate', 'Full', 'FullRebuild']);
  }
  suspendApiCalculationUntilNextSync() {
    // A wish: calculation waits for the batch's end here anyway.
  }
  suspendScreenUpdatingUntilNextSync() {
    // A wish: the grid paints after the batch.
  }
}

/** `context.runtime`: switches events off and on. */
class Runtime extends HostObject {
  readonly [typeName] = 'Runtime';

  constructor(private readonly router: { enabled: boolean }) {
    super();
  }

  get enableEvents() {
    return this.router.enabled;
  }
  set enableEvents(value: unknown) {
    this.router.enabled = readFlag(value);
  }
}

class DocumentProperties extends HostObject {
  readonly [typeName] = 'DocumentProperties';

  constructor(private readonly objects: Objects) {
    super();
  }

  get title() {
    return this.objects.workbook.properties.title;
  }
  set title(value: unknown) {
    this.objects.workbook.properties.title = readText(value);
  }
  get author() {
    return this.objects.workbook.properties.author;
  }
  set author(value: unknown) {
    this.objects.workbook.properties.author = readText(value);
  }
}
