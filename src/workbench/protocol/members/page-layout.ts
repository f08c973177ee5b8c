import { findPlace } from '../../../workbook';
import type { PrintSetup } from '../../../workbook';
import type { SheetModel } from '../../model';
import { readFlag, readObject, readOne } from '../arguments';
import { HostError } from '../errors';
import { HostObject, orNull, typeName } from '../host-object';
import { readSpot, writable } from './objects';
import type { Objects } from './objects';

export class PageLayout extends HostObject {
  readonly [typeName] = 'PageLayout';

  constructor(
    private readonly objects: Objects,
    private readonly sheet: SheetModel,
  ) {
    super();
  }

  get orientation() {
    return this.sheet.print?.landscape ? 'Landscape' : 'Portrait';
  }
  set orientation(value: unknown) {
    this.#change({ landscape: readOne(value, ['Portrait', 'Landscape']) === 'Landscape' });
  }
  get centerHorizontally() {
    return this.sheet.pageOptions.centred;
  }
  set centerHorizontally(value: unknown) {
    this.sheet.pageOptions.centred = readFlag(value);
  }
  get zoom() {
    return this.sheet.pageOptions.zoom;
  }
  set zoom(value: unknown) {
    this.sheet.pageOptions.zoom = { ...readObject(value) };
  }

  setPrintArea(range: unknown) {
    this.#change({ area: this.#area(range) });
  }
  setPrintTitleRows(range: unknown) {
    const { row, rows } = this.#area(range);
    this.#change({ titleRows: row + rows });
  }
  getPrintArea() {
    const area = this.sheet.print?.area;
    if (!area || area.rows === 0) throw new HostError('ItemNotFound');
    return this.objects.range(this.sheet, area);
  }
  getPrintAreaOrNullObject() {
    return orNull(() => this.getPrintArea());
  }

  #area(range: unknown) {
    const area = typeof range === 'string' ? findPlace(range)?.area : readSpot(range).area;
    if (!area) throw new HostError('InvalidArgument');
    return area;
  }

  #change(change: Partial<PrintSetup>): void {
    const sheet = writable(this.sheet);
    const used = sheet.cells.used() ?? { row: 0, column: 0, rows: 1, columns: 1 };
    sheet.print = { landscape: false, area: used, titleRows: 0, ...sheet.print, ...change };
  }
}
