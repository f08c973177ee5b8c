import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';

import type { CellContent, CellValue } from '../../workbook';
import { startServer } from '../server';
import type { WorkbenchServer } from '../server';
import { launchBrowser } from './browsers';

export interface PageWish {
  /** Of the window, in pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly paneWidth?: number;
  readonly pane?: 'open' | 'closed';
  /** A served sample, or `new`. */
  readonly file?: string;
}

/** The workbook in the page, as a test reads it. */
export interface HostHandle {
  readonly sheets: () => Promise<string[]>;
  /** `A1:C2`; the whole used area where left out. */
  readonly values: (sheet: string, address?: string) => Promise<CellValue[][]>;
  readonly contents: (sheet: string, address?: string) => Promise<CellContent[][]>;
  /** Writes as a person would who types. */
  readonly write: (sheet: string, address: string, contents: CellContent[][]) => Promise<void>;
  /** Nothing waits to be calculated any more. */
  readonly settled: () => Promise<void>;
  readonly roundTrips: () => Promise<{ reads: number; writes: number }>;
  /** Members of Excel's interface that the add-in asked for in vain. */
  readonly unsupported: () => Promise<string[]>;
}

export interface OpenPage {
  readonly page: Page;
  /** The add-in's page in the task pane. */
  readonly pane: FrameLocator;
  readonly paneFrame: () => Promise<Frame>;
  readonly host: HostHandle;
  /** What went wrong in the page or in the pane and was caught by nobody. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

export interface RunningWorkbench {
  readonly url: string;
  readonly browser: Browser;
  readonly open: (wish?: PageWish) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

const paneSelector = '.pane-page iframe';
const startLimit = 60_000;

function addressOf(url: string, wish: PageWish): string {
  const parameters = new URLSearchParams();
  for (const name of ['file', 'theme', 'pane', 'paneWidth'] as const) {
    const value = wish[name];
    if (value !== undefined) parameters.set(name, String(value));
  }
  return `${url}/?${parameters.toString()}`;
}

function handleOf(page: Page): HostHandle {
  const read = (
    sheet: string,
    address: string | undefined,
    kind: 'readValues' | 'read',
  ): Promise<CellContent[][]> =>
    page.evaluate(
      ([name, area, method]) => {
        const workbench = window.workbench;
        const found = workbench?.host.workbook.findSheet(name);
        if (!workbench || !found) throw new Error(`There is no sheet "${name}".`);
        const place = area === null ? found.cells.used() : workbench.findPlace(area)?.area;
        return place ? found.cells[method](place) : [];
      },
      [sheet, address ?? null, kind] as const,
    );
  return {
    sheets: () =>
      page.evaluate(() => window.workbench?.host.workbook.sheets.map(({ name }) => name) ?? []),
    values: async (sheet, address) => (await read(sheet, address, 'readValues')) as CellValue[][],
    contents: (sheet, address) => read(sheet, address, 'read'),
    write: (sheet, address, contents) =>
      page.evaluate(
        ([name, area, cells]) => {
          const workbench = window.workbench;
          const found = workbench?.host.workbook.findSheet(name);
          const place = workbench?.findPlace(area)?.area;
          if (!found || !place) throw new Error(`There is no place ${name}!${area}.`);
          found.write(place, cells);
        },
        [sheet, address, contents] as const,
      ),
    settled: () => page.evaluate(() => window.workbench?.host.workbook.settled()),
    roundTrips: () =>
      page.evaluate(() => {
        const { reads = 0, writes = 0 } = window.workbench?.host.roundTrips ?? {};
        return { reads, writes };
      }),
    unsupported: () => page.evaluate(() => window.workbench?.host.unsupported ?? []),
  };
}

/** Pages that are free again. One that was loaded before keeps its scripts compiled. */
type FreePages = Page[];

async function takePage(browser: Browser, free: FreePages): Promise<Page> {
  const page = free.pop();
  if (page) return page;
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  return context.newPage();
}

/** Frees a page for another user, who must find nothing of this one. */
async function freePage(page: Page, free: FreePages): Promise<void> {
  page.removeAllListeners();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().clearCookies();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  free.push(page);
}

async function openPage(
  browser: Browser,
  free: FreePages,
  url: string,
  wish: PageWish,
): Promise<OpenPage> {
  const page = await takePage(browser, free);
  await page.setViewportSize({ width: wish.width ?? 1280, height: wish.height ?? 800 });
  await page.emulateMedia({
    media: null,
    colorScheme: wish.theme ?? 'light',
    reducedMotion: null,
    forcedColors: null,
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  await page.goto(addressOf(url, wish));
  await page.waitForFunction(() => window.workbench?.isReady === true, undefined, {
    timeout: startLimit,
  });
  const paneFrame = async (): Promise<Frame> => {
    const element = await page.waitForSelector(paneSelector, { state: 'attached' });
    const frame = await element.contentFrame();
    if (!frame) throw new Error('The task pane has no page.');
    return frame;
  };
  return {
    page,
    pane: page.frameLocator(paneSelector),
    paneFrame,
    host: handleOf(page),
    errors,
    close: () => freePage(page, free),
  };
}

/** One server and one browser for many pages: a test file starts it once. */
export async function startWorkbench(): Promise<RunningWorkbench> {
  const server: WorkbenchServer = await startServer();
  const browser = await launchBrowser().catch(async (cause: unknown) => {
    await server.close();
    throw cause;
  });
  const free: FreePages = [];
  return {
    url: server.url,
    browser,
    open: (wish = {}) => openPage(browser, free, server.url, wish),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
