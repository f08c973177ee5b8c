import type { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Node's own `require`. Jest's loader cannot load what jsdom is made of (ES modules that are
 * required), and would load it anew for every test file.
 */
export function nodeRequire(): ReturnType<typeof createRequire> {
  const nodeModule = process.getBuiltinModule('node:module');
  return nodeModule.createRequire(path.join(__dirname, 'node-require.js'));
}
