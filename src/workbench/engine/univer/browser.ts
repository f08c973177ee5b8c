import { LocaleType, LogLevel, mergeLocales, ThemeService, Univer } from '@univerjs/core';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingTexts from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreTexts from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsTablePlugin, UniverSheetsTableUIPlugin } from '@univerjs/preset-sheets-table';
import tableTexts from '@univerjs/preset-sheets-table/locales/en-US';

import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-table/lib/index.css';

import type { Engine } from '../engine';
import { GridView } from './grid-view';
import { UniverEngine } from './univer-engine';

export interface GridEngine {
  readonly engine: Engine;
  readonly view: GridView;
  readonly setDark: (isDark: boolean) => void;
}

/** The engine with its grid, formula bar and sheet tabs, drawn into an element of the page. */
export function createBrowserEngine(container: HTMLElement, isDark: boolean): GridEngine {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(coreTexts, conditionalFormattingTexts, tableTexts),
    },
    logLevel: LogLevel.WARN,
    darkMode: isDark,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      formulaBar: true,
      contextMenu: true,
      disableAutoFocus: true,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
      footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true },
    }),
    UniverSheetsConditionalFormattingPreset(),
  ];
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  univer.registerPlugin(UniverSheetsTablePlugin);
  // The anchor is a handle above the table, which pushes the sheet's first row down.
  univer.registerPlugin(UniverSheetsTableUIPlugin, { hideAnchor: true });
  const engine = new UniverEngine(univer);
  return {
    engine,
    view: new GridView(engine.services),
    setDark: (dark) => {
      engine.services.get(ThemeService).setDarkMode(dark);
    },
  };
}
