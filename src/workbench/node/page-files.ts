import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { nodeRequire } from './node-require';

/** The add-in's page as an address. Nothing is served there: files are read from disk. */
export const pageOrigin = 'https://localhost:4443';

const officePath = /^\/lib\/[^/]+\/hosted\/(.+)$/;

/** Finds what a page asks for: office.js in its package, everything else beside the page. */
export class PageFiles {
  readonly #office = path.join(
    path.dirname(nodeRequire().resolve('@microsoft/office-js/package.json')),
    'dist',
  );

  constructor(private readonly folder: string | undefined) {}

  /** Rejects where there is no such file: the page is told that the load failed. */
  async read(address: string): Promise<Buffer> {
    const { origin, pathname } = new URL(address);
    const ofOffice = officePath.exec(pathname)?.[1];
    if (ofOffice !== undefined) return readFile(this.#within(this.#office, ofOffice));
    if (origin !== pageOrigin || this.folder === undefined) {
      throw new Error(`The page may not load ${address}.`);
    }
    return readFile(this.#within(this.folder, pathname.slice(1)));
  }

  #within(folder: string, name: string): string {
    const file = path.resolve(folder, decodeURIComponent(name));
    if (!file.startsWith(path.resolve(folder) + path.sep)) throw new Error(`${name} is outside.`);
    return file;
  }
}
