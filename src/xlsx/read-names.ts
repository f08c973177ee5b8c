import { findPlace, maxRows } from '../workbook';
import type { DefinedName, PrintSetup } from '../workbook';
import { formulaFromFile } from './formula-text';
import { findChild, findChildren, textContent } from './xml';
import type { Element } from './xml';

export interface FileName {
  readonly name: DefinedName;
  /** Excel's own, or hidden from people. */
  readonly isInternal: boolean;
}

/** The names of a workbook, Excel's own for printing among them. */
export function namesOf(tree: Element): FileName[] {
  const list = findChild(tree, 'definedNames');
  const sheetList = findChild(tree, 'sheets');
  const sheets = sheetList ? findChildren(sheetList, 'sheet') : [];
  return (list ? findChildren(list, 'definedName') : []).map((element) => {
    const { attributes } = element;
    const name = attributes['name'] ?? '';
    const sheet = sheets[Number(attributes['localSheetId'] ?? 'NaN')]?.attributes['name'];
    const comment = attributes['comment'];
    return {
      name: {
        name,
        formula: formulaFromFile(textContent(element).trim()),
        ...(sheet !== undefined && { sheet }),
        ...(comment !== undefined && { comment }),
      },
      isInternal: name.startsWith('_xlnm.') || attributes['hidden'] === '1',
    };
  });
}

/** How a sheet is printed: its area and repeated rows are names of Excel's own. */
export function printSetup(
  sheet: string,
  landscape: boolean,
  names: readonly FileName[],
  used: PrintSetup['area'],
): PrintSetup | undefined {
  const formula = (wanted: string) =>
    names
      .find((one) => one.name.name === wanted && one.name.sheet === sheet)
      ?.name.formula.slice(1);
  const area = findPlace(formula('_xlnm.Print_Area') ?? '')?.area;
  const titles = (formula('_xlnm.Print_Titles') ?? '')
    .split(/,(?=[^,]*!)/)
    .map((part) => findPlace(part)?.area)
    .find((place) => place && place.rows < maxRows && place.row === 0);
  if (!landscape && !area && !titles) return undefined;
  return { landscape, area: area ?? used, titleRows: titles?.rows ?? 0 };
}
