import { BooleanNumber } from '@univerjs/core';
import {
  FunctionType,
  IDefinedNamesService,
  IFunctionService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from '@univerjs/engine-formula';
import { IDescriptionService } from '@univerjs/sheets-formula';

import type { DefinedName } from '../../../workbook';
import type { EngineFunction } from '../engine';
import { AnchorArray } from './anchor-array';
import { toUniverFormula } from './cell-data';
import { CustomFunctionExecutor } from './custom-functions';
import type { CustomCalls } from './custom-functions';
import { unitId } from './univer-grid';
import type { UniverGrid } from './univer-grid';

/** The words that formulas may use beside the built-in ones: defined names and custom functions. */
export class Vocabulary {
  private functionNames: readonly string[] = [];

  constructor(
    private readonly grid: UniverGrid,
    private readonly calls: CustomCalls,
  ) {
    grid.injector.get(IFunctionService).registerExecutors(new AnchorArray());
  }

  setNames(names: readonly DefinedName[]): void {
    const service = this.grid.injector.get(IDefinedNamesService);
    for (const known of Object.values(service.getDefinedNameMap(unitId) ?? {})) {
      this.grid.act(RemoveDefinedNameMutation.id, known);
    }
    names.forEach(({ name, formula, sheet, comment }, index) => {
      // Univer keeps a reference without its sign of equality, and anything else with it.
      const text = toUniverFormula(formula);
      const isReference =
        /^=(?:'(?:[^']|'')+'!|[\w.]+!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/i;
      this.grid.act(SetDefinedNameMutation.id, {
        id: `name${String(index)}`,
        name,
        formulaOrRefString: isReference.test(text) ? text.slice(1) : text,
        localSheetId: sheet === undefined ? 'AllDefaultWorkbook' : this.grid.sheetId(sheet),
        ...(comment !== undefined && { comment }),
      });
    });
  }

  setFunctions(functions: readonly EngineFunction[]): void {
    const service = this.grid.injector.get(IFunctionService);
    const descriptions = this.grid.injector.get(IDescriptionService);
    service.unregisterExecutors(...this.functionNames);
    descriptions.unregisterDescriptions([...this.functionNames]);
    for (const name of this.functionNames) service.deleteFormulaAstCacheKey(name);
    this.functionNames = functions.map(({ name }) => name.toUpperCase());
    const nameOf = (id: string): string => this.grid.nameOf(id) ?? '';
    service.registerExecutors(
      ...functions.map((definition) => new CustomFunctionExecutor(definition, this.calls, nameOf)),
    );
    descriptions.registerDescriptions(
      functions.map(({ name, description, parameters }) => ({
        functionName: name.toUpperCase(),
        functionType: FunctionType.User,
        description,
        abstract: description,
        functionParameter: parameters.map((parameter) => ({
          name: parameter.name,
          detail: parameter.description,
          example: parameter.isRange ? 'A1:B10' : 'A1',
          require: parameter.isOptional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
          repeat: parameter.isRepeating ? BooleanNumber.TRUE : BooleanNumber.FALSE,
        })),
      })),
    );
    for (const name of this.functionNames) service.deleteFormulaAstCacheKey(name);
  }
}
