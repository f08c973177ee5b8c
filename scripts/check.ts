import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { countOf } from './gates';
import type { GateResult, JestResults } from './gates';

const root = path.join(__dirname, '..');
const dist = path.join(root, 'dist');
const testResults = path.join(dist, 'tests.json');
const count = path.join(dist, 'count.txt');

/** In this order, since tests build the bundles that `size` measures; all run, whatever fails. */
const gates = [
  'format:check',
  'lint',
  'typecheck',
  'depcruise',
  'deadcode',
  'manifest:check',
  'test',
  'size',
];

function run(gate: string): GateResult {
  console.log(`\n== ${gate}`);
  const started = Date.now();
  const options = gate === 'test' ? ['--', '--json', `--outputFile=${testResults}`] : [];
  // With --json jest writes the same results to its output as well; people read its reports.
  const stdio = gate === 'test' ? (['inherit', 'ignore', 'inherit'] as const) : 'inherit';
  const { status } = spawnSync('npm', ['run', '--silent', gate, ...options], {
    cwd: root,
    stdio: typeof stdio === 'string' ? stdio : [...stdio],
    shell: process.platform === 'win32',
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`== ${gate} ${status === 0 ? 'passed' : 'FAILED'} in ${String(seconds)} s`);
  return { name: gate, isPassed: status === 0 };
}

function readTests(): JestResults | undefined {
  if (!existsSync(testResults)) return undefined;
  return JSON.parse(readFileSync(testResults, 'utf8')) as JestResults;
}

// Counts of an earlier run must never be taken for this one's.
mkdirSync(dist, { recursive: true });
for (const file of [testResults, count]) rmSync(file, { force: true });

const results = gates.map(run);
const { passed, failed } = countOf(results, readTests());
const failedGates = results.filter(({ isPassed }) => !isPassed).map(({ name }) => name);
console.log(`\nGates that failed: ${failedGates.join(', ') || 'none'}`);
const line = `${String(passed)} passed, ${String(failed)} failed`;
writeFileSync(count, `${line}\n`);
console.log(line);
if (failed > 0) process.exitCode = 1;
