import { readContents, writeContents } from '../../xlsx';
import type { NotCarried } from '../../xlsx';
import type { WorkbookContents } from '../../workbook';
import { createBrowserEngine } from '../engine/univer/browser';
import type { GridEngine } from '../engine/univer/browser';
import { readFunctionsFile } from '../functions';
import type { FunctionsFile } from '../functions';
import { WorkbenchHost } from '../protocol';
import type { Manifest } from './manifest';

/** A file that was read and is not shown yet. */
export interface ReadFile {
  readonly name: string;
  readonly contents: WorkbookContents | undefined;
  readonly notCarried: readonly NotCarried[];
}

export const blankFile: ReadFile = { name: 'Book1.xlsx', contents: undefined, notCarried: [] };

export async function readFile(name: string, bytes: ArrayBuffer): Promise<ReadFile> {
  return { name, ...(await readContents(new Uint8Array(bytes), name)) };
}

/** A served sample by its file's name. */
export async function readSample(name: string): Promise<ReadFile> {
  const response = await fetch(`/samples/${encodeURIComponent(name)}`);
  if (!response.ok)
    throw new Error(`The sample ${name} is not served (${String(response.status)}).`);
  return readFile(name, await response.arrayBuffer());
}

/** What the add-in's functions are called. The page loads this later. @public */
export async function readFunctions(manifest: Manifest): Promise<FunctionsFile> {
  if (!manifest.functions) return { functions: [] };
  const response = await fetch(manifest.functions.metadata);
  if (!response.ok) {
    throw new Error(`The add-in's functions.json is not served (${String(response.status)}).`);
  }
  return readFunctionsFile(await response.text());
}

/** The workbook that the page shows. */
export interface OpenWorkbook {
  readonly file: ReadFile;
  readonly host: WorkbenchHost;
  readonly grid: GridEngine;
  readonly bytes: () => Promise<Uint8Array>;
  readonly close: () => void;
}

/** Shows a file in a grid. The page loads this later. @public */
export function openWorkbook(
  container: HTMLElement,
  file: ReadFile,
  manifest: Manifest,
  functions: FunctionsFile,
  isDark: boolean,
): OpenWorkbook {
  // Each workbook gets a grid of its own in an element of its own.
  const element = document.createElement('div');
  element.className = 'grid';
  container.append(element);
  const grid = createBrowserEngine(element, isDark);
  const host = new WorkbenchHost({
    engine: grid.engine,
    ...(file.contents && { contents: file.contents }),
    functions,
    ...(manifest.functions && { namespace: manifest.functions.namespace }),
  });
  host.workbook.fileName = file.name;
  return {
    file,
    host,
    grid,
    bytes: async () => {
      await host.workbook.settled();
      return writeContents(host.workbook.toContents());
    },
    close: () => {
      host.close();
      element.remove();
    },
  };
}
