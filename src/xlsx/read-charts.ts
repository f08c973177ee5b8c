import type { Worksheet } from '@cj-tech-master/excelts';
import type { CellContent, Chart } from '../workbook';
import { chartFromFile } from './charts';
import type { NotCarried } from './not-carried';
import type { Parts } from './package';
import { findTree, relationshipsOf, walk } from './xml';

interface Frame {
  readonly name: string;
  readonly description: string;
}

/** The charts of a sheet, with the names and descriptions that their drawing gives them. */
export function readCharts(
  parts: Parts,
  drawing: string | undefined,
  worksheet: Worksheet,
  sheet: string,
  cells: readonly (readonly CellContent[])[],
): { charts: Chart[]; lost: NotCarried[] } {
  const charts: Chart[] = [];
  const lost: NotCarried[] = [];
  if (drawing === undefined) return { charts, lost };
  const frames = new Map<string, Frame>();
  let shapes = 0;
  const tree = findTree(parts, drawing);
  if (tree) {
    const targets = new Map(relationshipsOf(parts, drawing).map(({ id, target }) => [id, target]));
    walk(tree, (element) => {
      if (/:(?:sp|cxnSp|grpSp)$/.test(element.name)) shapes += 1;
      if (!element.name.endsWith(':graphicFrame')) return;
      let frame: Frame = { name: '', description: '' };
      walk(element, ({ name, attributes }) => {
        if (name.endsWith(':cNvPr')) {
          frame = { name: attributes['name'] ?? '', description: attributes['descr'] ?? '' };
        }
        const id = attributes['r:id'];
        const target = id === undefined ? undefined : targets.get(id);
        if (name.endsWith(':chart') && target !== undefined) frames.set(target, frame);
      });
    });
  }
  if (shapes > 0) lost.push({ part: sheet, what: 'shapes' });
  for (const file of worksheet.getCharts()) {
    const path = `xl/charts/chart${String(file.chartNumber)}.xml`;
    const frame = frames.get(path);
    const name = frame?.name ?? `Chart ${String(charts.length + 1)}`;
    const chart = file.isChartEx ? undefined : chartFromFile(file, sheet, cells, name);
    if (chart) charts.push({ ...chart, description: frame?.description ?? '' });
    else lost.push({ part: sheet, what: 'chart' });
  }
  return { charts, lost };
}
