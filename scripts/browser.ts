import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface BrowserProgram {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

// Without these a fresh profile asks its maker's servers for components and variations.
const quiet = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

/** Chrome, Edge or Chromium where their installers put them, and the one `CHROME_PATH` names. */
function installed(): string[] {
  const named = process.env['CHROME_PATH'];
  const programs = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)']];
  const places: Partial<Record<NodeJS.Platform, string[]>> = {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: [...programs, process.env['LOCALAPPDATA']].flatMap((folder) =>
      folder === undefined
        ? []
        : [
            path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          ],
    ),
    linux: [
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/microsoft-edge',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
    ],
  };
  return [...(named === undefined ? [] : [named]), ...(places[process.platform] ?? [])].filter(
    (file) => existsSync(file),
  );
}

/** Whether the program starts; on Linux a place may hold a stub or lack libraries. */
async function starts(file: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  try {
    const { stdout } = await run(file, ['--no-sandbox', '--version'], {
      env: { ...process.env, ...env },
      timeout: 30_000,
    });
    return /\d+\.\d+/.test(stdout);
  } catch {
    return false; // the next candidate is tried, and the last failure is told
  }
}

/** The browser that @sparticuz/chromium carries, unpacked once, with the libraries beside it. */
async function bundled(): Promise<string> {
  const cache = path.join(__dirname, '..', 'node_modules', '.cache');
  const folder = path.join(cache, 'chromium');
  const file = path.join(folder, 'chromium');
  if (existsSync(file)) return file;
  await mkdir(cache, { recursive: true });
  // Unpacked aside and moved in one step: tests that run side by side never see half a program.
  const aside = await mkdtemp(path.join(cache, 'chromium-'));
  const unpack = "require('@sparticuz/chromium').default.executablePath()";
  await run(process.execPath, ['-e', unpack], {
    cwd: path.join(__dirname, '..'),
    // Its libraries come along only where the package believes it is at home.
    env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  try {
    await rename(aside, folder);
  } catch (cause) {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(file)) throw cause;
  }
  return file;
}

/** The installed browser, else the bundled one (Linux on x64). */
export async function findBrowser(): Promise<BrowserProgram> {
  // Chromium refuses its sandbox to root, which is what a container usually runs as.
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
  for (const executablePath of installed()) {
    if (await starts(executablePath, {})) return { executablePath, args, env: {} };
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const executablePath = await bundled();
    const folder = path.dirname(executablePath);
    const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
      ? {}
      : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
    const library = { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') };
    for (const env of [fonts, { ...fonts, ...library }]) {
      if (await starts(executablePath, env)) {
        return { executablePath, args: [...args, '--no-sandbox', '--no-zygote'], env };
      }
    }
  }
  throw new Error(
    'No browser starts here. Install Chrome, Edge or Chromium, or name one in CHROME_PATH.',
  );
}

if (require.main === module) {
  findBrowser().then(
    ({ executablePath }) => {
      console.log(executablePath);
    },
    (cause: unknown) => {
      console.error(cause instanceof Error ? cause.message : cause);
      process.exitCode = 1;
    },
  );
}
