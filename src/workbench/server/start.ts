import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';

import { startServer } from './server';
import type { WorkbenchServer } from './server';

const root = path.resolve(__dirname, '../../..');
const usualPort = 4443;

/** The time of the last change to a file or to anything in a folder. */
function lastChange(target: string): number {
  const full = path.join(root, target);
  if (!existsSync(full)) return 0;
  const { mtimeMs } = statSync(full);
  if (!statSync(full).isDirectory()) return mtimeMs;
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, entry) =>
        Math.max(latest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
      0,
    );
}

interface Bundle {
  readonly name: string;
  readonly config: string;
  readonly output: string;
  readonly sources: readonly string[];
}

const addInRooms = readdirSync(path.join(root, 'src'))
  .filter((room) => room !== 'workbench' && room !== 'cli')
  .map((room) => path.join('src', room));

const bundles: readonly Bundle[] = [
  {
    name: 'the add-in',
    config: 'webpack.config.js',
    output: 'dist/addin/taskpane.html',
    sources: [...addInRooms, 'assets', 'manifest.xml', 'webpack.config.js', 'package.json'],
  },
  {
    name: 'the workbench',
    config: 'webpack.workbench.js',
    output: 'dist/workbench/index.html',
    sources: ['src/workbench', 'src/workbook', 'src/xlsx', 'webpack.workbench.js', 'package.json'],
  },
];

function build({ name, config, output }: Bundle): Promise<void> {
  process.stdout.write(`Building ${name} …\n`);
  const webpack = path.join(root, 'node_modules/webpack/bin/webpack.js');
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [webpack, '--config', config, '--mode', 'production', '--stats', 'errors-only'],
      { cwd: root, stdio: 'inherit' },
    );
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) {
        // webpack leaves a file alone that would not change, its time too.
        utimesSync(path.join(root, output), new Date(), new Date());
        resolve();
      } else reject(new Error(`Building ${name} failed; see the messages above.`));
    });
  });
}

async function serve(): Promise<WorkbenchServer> {
  try {
    return await startServer({ root, port: usualPort });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw cause;
    return startServer({ root });
  }
}

function hasDesktop(): boolean {
  if (process.env['CI'] !== undefined) return false;
  if (process.platform !== 'linux') return process.stdout.isTTY;
  return process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
}

async function start(): Promise<void> {
  for (const bundle of bundles) {
    const built = lastChange(bundle.output);
    const changed = Math.max(...bundle.sources.map(lastChange));
    if (built < changed) await build(bundle);
  }
  const server = await serve();
  process.stdout.write(
    [
      '',
      `  Sales Monitor in its workbench:  ${server.url}/`,
      '  Your browser will ask once whether to go on: the certificate is made on this machine.',
      '  Ctrl+C stops it.',
      '',
      '',
    ].join('\n'),
  );
  if (hasDesktop()) {
    const { default: open } = await import('open');
    await open(server.url);
  }
}

start().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
});
