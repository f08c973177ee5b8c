import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';

const name = 'custom-functions-runtime.js';

/** As much of a page as Microsoft's runtime asks for while it loads. */
function page(): object {
  const script = { src: `https://localhost/${name}`, getAttribute: () => null };
  const element = () => ({ setAttribute: () => undefined });
  const window = {
    document: {
      readyState: 'loading',
      addEventListener: () => undefined,
      getElementById: () => null,
      getElementsByTagName: (tag: string) =>
        tag === 'script' ? [script] : [{ appendChild: () => undefined }],
      createElement: element,
    },
    location: { href: 'https://localhost/', hash: '', search: '' },
    history: {},
    navigator: { userAgent: '' },
    name: '',
    console,
    setTimeout: () => 0,
    addEventListener: () => undefined,
  };
  return Object.assign(window, { window, self: window });
}

/**
 * Puts Microsoft's own custom functions runtime, unmodified, in reach of the functions as
 * `CustomFunctions`: the errors they answer are those that Excel gets.
 */
export function startFunctionsRuntime(): void {
  const file = path.join('node_modules', '@microsoft', 'office-js', 'dist', name);
  const window = createContext(page());
  runInContext(readFileSync(file, 'utf8'), window);
  Object.assign(globalThis, {
    CustomFunctions: runInContext('CustomFunctions', window) as unknown,
  });
}

/** A result as tests read it: values, and of errors their code and message. */
function read(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(read);
  if (typeof result === 'object' && result !== null && 'code' in result) {
    const message = 'message' in result ? String(result.message) : '';
    return message === '' ? { error: result.code } : { error: result.code, message };
  }
  return result;
}

/** What a call shows, a thrown error as that of its one cell. */
export function shown(call: () => unknown): unknown {
  try {
    return read(call());
  } catch (error) {
    if (error instanceof Error && !('code' in error)) throw error;
    return [[read(error)]];
  }
}
