import path from 'node:path';
import { runInThisContext } from 'node:vm';

/**
 * Node's own `require`. Jest's cannot load what jsdom is made of (ES modules that are required),
 * and would load it anew for every test file; outside its sandbox Node's is still there.
 */
export function nodeRequire(): NodeJS.Require {
  const node = runInThisContext('process') as NodeJS.Process;
  const { createRequire } = node.getBuiltinModule('node:module');
  return createRequire(path.join(__dirname, 'node-require.js'));
}
