import { isFormula } from '../../../workbook';
import type { Area } from '../../../workbook';
import type { SheetModel } from '../../model';
import { HostObject, typeName } from '../host-object';
import { fullAddress } from './objects';

/** Several areas of one sheet. */
export class RangeAreas extends HostObject {
  readonly [typeName] = 'RangeAreas';

  constructor(
    private readonly sheet: SheetModel,
    private readonly areas: readonly Area[],
  ) {
    super();
  }

  /** Asked for by the client on its own account; later requests cannot come back to it. */
  _KeepReference() {
    return undefined;
  }

  get address() {
    return this.areas.map((area) => fullAddress(this.sheet, area)).join(',');
  }
  get areaCount() {
    return this.areas.length;
  }
  get cellCount() {
    return this.areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  }
}

/** The cells of an area that hold formulas, or constants: runs down each column. */
export function specialCells(sheet: SheetModel, area: Area, formulas: boolean): Area[] {
  const cells = sheet.cells.read(area);
  const runs: Area[] = [];
  for (let right = 0; right < area.columns; right += 1) {
    let start: number | undefined;
    for (let down = 0; down <= area.rows; down += 1) {
      const content = cells[down]?.[right] ?? null;
      const isMeant = down < area.rows && content !== null && isFormula(content) === formulas;
      if (isMeant) start ??= down;
      else if (start !== undefined) {
        const row = area.row + start;
        runs.push({ row, column: area.column + right, rows: down - start, columns: 1 });
        start = undefined;
      }
    }
  }
  return runs;
}
