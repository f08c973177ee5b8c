import { BaseFunction, ErrorType, ErrorValueObject } from '@univerjs/engine-formula';
import type { BaseReferenceObject, BaseValueObject } from '@univerjs/engine-formula';

/** `D3#`: all cells into which the formula of D3 spills. */
export class AnchorArray extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  constructor() {
    super('ANCHORARRAY');
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    const [variant] = variants;
    if (!variant?.isReferenceObject()) return ErrorValueObject.create(ErrorType.REF);
    const reference = variant as unknown as BaseReferenceObject;
    const { startRow, startColumn } = reference.getRangePosition();
    const now = reference.getCurrentRuntimeActiveArrayFormulaRange();
    const before = reference.getCurrentActiveArrayFormulaRange();
    const range = now?.[startRow]?.[startColumn] ?? before?.[startRow]?.[startColumn];
    if (!range) return ErrorValueObject.create(ErrorType.REF);
    reference.setRangeData({ ...range });
    return reference.toArrayValueObject();
  }
}
