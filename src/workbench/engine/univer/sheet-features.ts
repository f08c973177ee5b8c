import {
  AddConditionalRuleMutation,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import { SheetTableService } from '@univerjs/sheets-table';

import type { ConditionalRule, Table } from '../../../workbook';
import { toRange } from './ranges';
import { toUniverRule } from './rules';
import { tableStyle } from './table-styles';
import { unitId } from './univer-grid';
import type { UniverGrid } from './univer-grid';

/** What lies over a sheet's cells: its conditional formats and tables. */
export class SheetFeatures {
  constructor(private readonly grid: UniverGrid) {}

  setRules(sheet: string, rules: readonly ConditionalRule[]): void {
    const subUnitId = this.grid.sheetId(sheet);
    const model = this.grid.injector.get(ConditionalFormattingRuleModel);
    for (const { cfId } of [...(model.getSubunitRules(unitId, subUnitId) ?? [])]) {
      this.grid.act(DeleteConditionalRuleMutation.id, { subUnitId, cfId });
    }
    // Univer puts each new rule on top; the first in our list has the highest priority.
    for (const rule of [...rules].reverse()) {
      const id = this.grid.newId('rule');
      this.grid.act(AddConditionalRuleMutation.id, { subUnitId, rule: toUniverRule(rule, id) });
    }
  }

  setTables(sheet: string, tables: readonly Table[]): void {
    const subUnitId = this.grid.sheetId(sheet);
    const service = this.grid.injector.get(SheetTableService);
    this.grid.own(() => {
      for (const table of service.getTableList(unitId)) {
        if (table.subUnitId === subUnitId) service.deleteTable(unitId, subUnitId, table.id);
      }
      for (const table of tables) {
        const range = toRange(table.area);
        this.grid.grow(sheet, range.endRow + 1, range.endColumn + 1);
        const header = this.grid.contentsOf(subUnitId, { ...table.area, rows: 1 })[0] ?? [];
        service.addTable(
          unitId,
          subUnitId,
          table.name,
          { ...range },
          header.map((content, index) =>
            typeof content === 'string' || typeof content === 'number'
              ? String(content)
              : `Column${String(index + 1)}`,
          ),
          this.grid.newId('table'),
          { tableStyleId: tableStyle(this.grid.injector, unitId, table.style), showHeader: true },
        );
      }
    });
  }
}
