import { BooleanNumber, BorderStyleTypes } from '@univerjs/core';
import type { Injector } from '@univerjs/core';
import { RangeThemeStyle, SheetRangeThemeModel } from '@univerjs/sheets';

/** The accents of Office's theme, which the numbers of its table styles count through. */
const accents = ['#44546A', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];

function tint(colour: string, share: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const mixed = channels.map((channel) => Math.round(channel + (255 - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Univer's name for a look near to Excel's built-in style; made when it is first asked for. */
export function tableStyle(
  injector: Injector,
  unitId: string,
  style = 'TableStyleMedium2',
): string {
  const model = injector.get(SheetRangeThemeModel);
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style);
  const accent = accents[(Number(match?.[2] ?? 2) - 1) % 7] ?? '#4472C4';
  const isLight = match?.[1] === 'Light';
  const name = `excel-${style}`;
  if (model.getALLRegisteredTheme(unitId).includes(name)) return name;
  const border = { s: BorderStyleTypes.THIN, cl: { rgb: tint(accent, 0.4) } };
  model.registerRangeThemeStyle(
    unitId,
    new RangeThemeStyle(name, {
      wholeStyle: { bd: { t: border, b: border, l: border, r: border } },
      headerRowStyle: isLight
        ? { bl: BooleanNumber.TRUE, cl: { rgb: '#000000' }, bd: { b: border } }
        : { bl: BooleanNumber.TRUE, cl: { rgb: '#FFFFFF' }, bg: { rgb: accent } },
      firstRowStyle: { bg: { rgb: tint(accent, 0.8) } },
      secondRowStyle: { bg: { rgb: '#FFFFFF' } },
    }),
  );
  return name;
}
