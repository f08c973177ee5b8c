import { execFile } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';

/** Where Chromium's relatives are installed, the likeliest first. */
const installed: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) => {
    const folder = process.env[variable];
    if (folder === undefined) return [];
    return [
      path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ];
  }),
};

/** Nothing that talks to the world on its own account. */
const quiet = [
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

const run = promisify(execFile);

async function unpack(archive: string, folder: string): Promise<void> {
  const file = path.join(folder, path.basename(archive, '.br'));
  await pipeline(
    createReadStream(archive),
    createBrotliDecompress(),
    createWriteStream(file, { mode: 0o700 }),
  );
  if (!file.endsWith('.tar')) return;
  await run('tar', ['-x', '-f', file, '-C', folder]);
  rmSync(file);
}

/** The folder of the unpacked browser: unpacking takes seconds, so it is kept for the next start. */
async function unpacking(): Promise<string> {
  const entry = require.resolve('@sparticuz/chromium');
  const home = entry.slice(0, entry.lastIndexOf('build'));
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const kept = path.resolve(__dirname, '../../../dist/browser', version);
  if (existsSync(kept)) return kept;
  mkdirSync(path.dirname(kept), { recursive: true });
  const folder = mkdtempSync(`${kept}-`);
  const names = ['chromium.br', 'al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br'];
  await Promise.all(names.map((name) => unpack(path.join(home, 'bin', name), folder)));
  // The package's own font configuration knows only the folders of that cloud.
  const fonts = `<dir>${kept}/fonts</dir><cachedir>${kept}/fonts-cache</cachedir>`;
  writeFileSync(path.join(folder, 'fonts.conf'), `<fontconfig>${fonts}</fontconfig>\n`);
  try {
    renameSync(folder, kept);
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    // Another start may have been quicker.
    if (!existsSync(kept)) throw cause;
  }
  return kept;
}

/** Chromium from @sparticuz/chromium. Its own start is made for one cloud's functions. */
async function bundled(): Promise<LaunchOptions> {
  const unpacked = await unpacking();
  const libraries = [path.join(unpacked, 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].join(':');
  return {
    executablePath: path.join(unpacked, 'chromium'),
    args: [...quiet, '--no-sandbox', '--font-render-hinting=none'],
    env: {
      ...stringsOf(process.env),
      LD_LIBRARY_PATH: libraries,
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: unpacked }),
    },
  };
}

function stringsOf(variables: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * Starts a browser: the one WORKBENCH_BROWSER names (a path, or `bundled`), else an installed Chrome,
 * Edge or Chromium, else the bundled one.
 */
export async function launchBrowser(): Promise<Browser> {
  const wish = process.env['WORKBENCH_BROWSER'];
  const candidates = wish === undefined ? (installed[process.platform] ?? []) : [wish];
  const executablePath = candidates.find((candidate) => existsSync(candidate));
  if (executablePath !== undefined) {
    const args = isRoot() ? [...quiet, '--no-sandbox'] : quiet;
    return chromium.launch({ executablePath, args });
  }
  if (wish !== undefined && wish !== 'bundled') {
    throw new Error(`WORKBENCH_BROWSER names ${wish}, which is not there.`);
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chrome, Edge or Chromium was found: install one, or name it in WORKBENCH_BROWSER.',
    );
  }
  return chromium.launch(await bundled());
}
