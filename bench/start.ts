import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..');

/** `npm run bench`: installs what is compared with, once, builds and runs. */
function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    // npm and its like are scripts there, which only a shell starts.
    shell: process.platform === 'win32' && program !== process.execPath,
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(path.join(__dirname, 'node_modules', 'arquero'))) {
  console.log('Installing the packages to compare with, once.');
  run('npm', ['ci', '--prefix', 'bench', '--no-audit', '--no-fund']);
}
// Bundled as the add-in is: module by module, every call across files would be looked up anew.
run('npx', ['webpack', '--config', path.join('bench', 'webpack.js')]);
run(process.execPath, [
  '--expose-gc',
  '--max-old-space-size=8192',
  path.join('bench', 'node_modules', '.bundle', 'run.js'),
  ...process.argv.slice(2),
]);
