import type { Area } from '../../workbook';
import type { CustomFunctions } from '../functions';
import type { SheetModel, Spot, WorkbookModel } from '../model';
import { Batch } from './batch';
import type { BatchHost, BatchRequest, BatchResponse } from './batch';
import type { EventRouter } from './event-router';
import type { Faults } from './faults';
import type { HostObject } from './host-object';
import type { Objects } from './members/objects';
import { Range } from './members/range';
import { Workbook } from './members/workbook';
import { Worksheet } from './members/worksheets';
import type { PaneState } from './pane-state';
import type { References } from './references';
import { makeService } from './services';

export interface ExcelHostParts {
  readonly workbook: WorkbookModel;
  readonly functions: CustomFunctions;
  readonly references: References;
  readonly router: EventRouter;
  readonly faults: Faults;
  readonly pane: PaneState;
  readonly unsupported: (member: string) => void;
}

/** Excel's side of the conversation: runs requests on the workbook. */
export class ExcelHost implements Objects, BatchHost {
  readonly workbook: WorkbookModel;
  readonly root: HostObject;

  constructor(private readonly parts: ExcelHostParts) {
    this.workbook = parts.workbook;
    this.root = new Workbook(this, parts.router);
  }

  async run(request: BatchRequest): Promise<BatchResponse> {
    try {
      return await new Batch(this, request).run();
    } finally {
      this.parts.references.forgetUnkept();
    }
  }

  get readLimit(): number {
    return this.parts.faults.readLimit;
  }
  range(sheet: SheetModel, area: Area): Range {
    return new Range(this, { sheet, area });
  }
  worksheet(sheet: SheetModel): Worksheet {
    return new Worksheet(this, sheet);
  }
  referenceTo(spot: Spot): string {
    return this.parts.references.idOf(spot);
  }
  keepReference(id: string): void {
    this.parts.references.keep(id);
  }
  dropReference(id: string): void {
    this.parts.references.drop(id);
  }
  findReference(id: string): HostObject | undefined {
    const spot = this.parts.references.find(id);
    return spot && new Range(this, spot);
  }

  newObject(type: string): HostObject | undefined {
    return makeService(type, this.parts.functions, this.parts.pane);
  }
  register(type: number, target: string): void {
    this.parts.router.register(type, target);
  }
  unregister(type: number, target: string): void {
    this.parts.router.unregister(type, target);
  }
  before(actionIndex: number, member: string): void {
    this.parts.faults.check(actionIndex, member);
  }
  unsupported(member: string): void {
    this.parts.unsupported(member);
  }

  /** As in Excel a read does not wait for custom functions: their cells show #BUSY! meanwhile. */
  async calculated(): Promise<void> {
    if (!this.workbook.isCalculating) return;
    await Promise.race([this.workbook.settled(), this.parts.functions.whenPending()]);
  }
}
