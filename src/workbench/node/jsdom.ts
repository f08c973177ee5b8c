import { nodeRequire } from './node-require';

/* The part of jsdom that is used here, as its version 27 has it. */

/** The add-in's window with what office.js has put into it. */
export type AddInWindow = Window & {
  Excel: typeof Excel;
  Office: typeof Office;
  CustomFunctions: {
    readonly _association: { readonly mappings: Readonly<Record<string, unknown>> };
  };
  MessageEvent: typeof MessageEvent;
  eval(source: string): unknown;
};

interface Console {
  on(kind: 'jsdomError', listener: (error: Error) => void): void;
  on(kind: 'log' | 'info' | 'warn' | 'error', listener: (...parts: unknown[]) => void): void;
}

interface Loader {
  fetch(address: string): Promise<Buffer>;
}

interface Jsdom {
  readonly JSDOM: new (
    html: string,
    options: {
      readonly url: string;
      readonly runScripts: 'dangerously';
      readonly resources: Loader;
      readonly virtualConsole: Console;
      readonly pretendToBeVisual: boolean;
      readonly beforeParse: (window: AddInWindow) => void;
    },
  ) => { readonly window: AddInWindow };
  readonly ResourceLoader: new () => Loader;
  readonly VirtualConsole: new () => Console;
}

export function jsdom(): Jsdom {
  return nodeRequire()('jsdom') as Jsdom;
}
