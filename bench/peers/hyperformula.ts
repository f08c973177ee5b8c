import { numbersAt } from '../floor/columns';
import { monthOfDay } from '../floor/calendar';
import { firstDay, firstMonth, type Cell, type Question } from '../workload';

interface Sheet {
  setCellContents(
    place: { readonly sheet: number; readonly row: number; readonly col: number },
    cells: readonly (readonly string[])[],
  ): unknown;
  getCellValue(place: {
    readonly sheet: number;
    readonly row: number;
    readonly col: number;
  }): unknown;
  destroy(): void;
}

interface HyperFormulaModule {
  readonly HyperFormula: {
    buildFromArray(rows: readonly (readonly Cell[])[], options: object): Sheet;
  };
}

/** A sheet of cells in HyperFormula, in which SUMIFS is typed. */
export interface FormulaSheet {
  /** Types a SUMIFS for each question and answers what they show. */
  readonly ask: (questions: readonly Question[]) => Float64Array;
  readonly close: () => void;
}

export type FormulaSheetOf = (sales: readonly (readonly Cell[])[]) => FormulaSheet;

export async function hyperformula(): Promise<FormulaSheetOf> {
  const name = 'hyperformula';
  const { HyperFormula } = (await import(/* webpackIgnore: true */ name)) as HyperFormulaModule;
  return (sales) => {
    const days = numbersAt(sales, 0);
    const rows = sales.map((row, index): Cell[] => [
      row[1] ?? '',
      row[2] ?? '',
      monthOfDay[(days[index] ?? 0) - firstDay] ?? 0,
      row[7] ?? 0,
    ]);
    const sheet = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3', maxRows: 1_048_576 });
    const range = (column: string) => `${column}$1:${column}$${String(rows.length)}`;
    return {
      ask: (questions) => {
        sheet.setCellContents(
          { sheet: 0, row: 0, col: 5 },
          questions.map(({ region, product, month }) => [
            `=SUMIFS(${range('$D')},${range('$A')},"${region}",${range('$B')},"${product}",` +
              `${range('$C')},${String(month - firstMonth)})`,
          ]),
        );
        return Float64Array.from(questions, (_, row) =>
          Number(sheet.getCellValue({ sheet: 0, row, col: 5 })),
        );
      },
      close: () => {
        sheet.destroy();
      },
    };
  };
}
