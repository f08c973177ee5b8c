import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HostConnection, WorkbenchHost } from '../protocol';
import { jsdom } from './jsdom';
import type { AddInWindow } from './jsdom';
import { pageOrigin, PageFiles } from './page-files';

export interface AddInPageOptions {
  /** The built page (`taskpane.html`), or a script to load into an empty one. */
  readonly script: string | undefined;
  readonly language: string;
  readonly onLog: (text: string) => void;
}

const startLimit = 10_000;
const officeScript =
  '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';

/** The add-in's page in a window of jsdom, with Microsoft's office.js, connected to a host. */
export class AddInPage {
  private constructor(
    readonly window: AddInWindow,
    /** What went wrong in the page and was not caught there. */
    readonly errors: readonly Error[],
    readonly connection: HostConnection,
  ) {}

  static async open(host: WorkbenchHost, options: AddInPageOptions): Promise<AddInPage> {
    const { script, language } = options;
    const { JSDOM, ResourceLoader, VirtualConsole } = jsdom();
    const files = new PageFiles(script && path.dirname(script));
    class Loader extends ResourceLoader {
      override fetch(address: string) {
        return files.read(address);
      }
    }
    const console = new VirtualConsole();
    const errors: Error[] = [];
    console.on('jsdomError', (error) => errors.push(error));
    for (const kind of ['log', 'info', 'warn', 'error'] as const) {
      console.on(kind, (...parts: unknown[]) => {
        options.onLog(parts.map(asText).join(' '));
      });
    }
    let window: AddInWindow | undefined;
    const connection = host.connect({
      origin: pageOrigin,
      language,
      post: (message) => {
        setImmediate(() => {
          if (!window) return;
          const { MessageEvent } = window;
          window.dispatchEvent(new MessageEvent('message', { data: message, origin: pageOrigin }));
        });
      },
    });
    const dom = new JSDOM(await pageText(script), {
      url: `${pageOrigin}/taskpane.html`,
      runScripts: 'dangerously',
      resources: new Loader(),
      virtualConsole: console,
      pretendToBeVisual: true,
      beforeParse: (fresh) => {
        window = fresh;
        completeWindow(window, connection);
      },
    });
    const page = new AddInPage(dom.window, errors, connection);
    await page.#started();
    return page;
  }

  close(): void {
    this.connection.close();
    this.window.close();
  }

  async #started(): Promise<void> {
    const deadline = Date.now() + startLimit;
    // Office.js puts itself together from several scripts.
    while (
      typeof (this.window.Office as Partial<typeof Office> | undefined)?.onReady !== 'function'
    ) {
      if (Date.now() > deadline) {
        throw new Error('Office.js did not start.', { cause: this.errors[0] });
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await this.window.Office.onReady();
    await this.connection.ready;
  }
}

async function pageText(script: string | undefined): Promise<string> {
  if (script?.endsWith('.html')) return readFile(script, 'utf8');
  const own = script === undefined ? '' : `<script src="${path.basename(script)}"></script>`;
  return `<!doctype html><html><head>${officeScript}${own}</head><body></body></html>`;
}

/** What office.js and React look for in a window and jsdom has not. */
function completeWindow(window: AddInWindow, connection: HostConnection): void {
  window.name = connection.windowName;
  const parent = {
    postMessage: (message: string) => {
      connection.receive(message);
    },
  };
  Object.defineProperty(window, 'parent', { value: parent });
  Object.defineProperty(window.document, 'domain', { value: 'localhost', writable: true });
  const nothing = () => undefined;
  Object.assign(window, {
    matchMedia: (media: string) => ({
      media,
      matches: false,
      addEventListener: nothing,
      removeEventListener: nothing,
      addListener: nothing,
      removeListener: nothing,
    }),
    ResizeObserver: class {
      observe = nothing;
      unobserve = nothing;
      disconnect = nothing;
    },
    scrollTo: nothing,
  });
}

function asText(part: unknown): string {
  if (typeof part === 'string') return part;
  // An error of the page is none of Node's own class.
  if (typeof part === 'object' && part && 'stack' in part) return String(part.stack);
  return part === undefined ? 'undefined' : JSON.stringify(part);
}
