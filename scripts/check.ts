import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { countOf } from './gates';
import type { GateResult, JestResults } from './gates';

const root = path.join(__dirname, '..');
const dist = path.join(root, 'dist');
const testResults = path.join(dist, 'tests.json');
const count = path.join(dist, 'count.txt');

/**
 * All run, whatever fails. Two lanes use both of two cores; then tests, which build the bundles that
 * `size` measures.
 */
const lanes = [['lint'], ['format:check', 'typecheck', 'depcruise', 'deadcode', 'manifest:check']];
const last = ['test', 'size'];

function start(gate: string): ChildProcess {
  const options = { cwd: root, shell: process.platform === 'win32' };
  if (gate === 'test') {
    // With --json jest writes the same results to its output as well; people read its reports.
    const json = ['--', '--json', `--outputFile=${testResults}`];
    const stdio = ['inherit', 'ignore', 'inherit'] as const;
    return spawn('npm', ['run', '--silent', gate, ...json], { ...options, stdio: [...stdio] });
  }
  return spawn('npm', ['run', '--silent', gate], options);
}

/** What a gate prints comes when it has ended, so that two of them don't mix. */
async function run(gate: string): Promise<GateResult> {
  const started = Date.now();
  if (gate === 'test') console.log(`\n== ${gate}`);
  const child = start(gate);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const isPassed = await new Promise<boolean>((resolve) => {
    child.once('error', (cause) => {
      said += `${cause.message}\n`;
      resolve(false);
    });
    child.once('close', (code) => {
      resolve(code === 0);
    });
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  if (gate !== 'test') console.log(`\n== ${gate}\n${said.trimEnd()}`);
  console.log(`== ${gate} ${isPassed ? 'passed' : 'FAILED'} in ${String(seconds)} s`);
  return { name: gate, isPassed };
}

async function runInTurn(lane: readonly string[]): Promise<GateResult[]> {
  const results = [];
  for (const gate of lane) results.push(await run(gate));
  return results;
}

function readTests(): JestResults | undefined {
  if (!existsSync(testResults)) return undefined;
  return JSON.parse(readFileSync(testResults, 'utf8')) as JestResults;
}

async function check(): Promise<void> {
  // Counts of an earlier run must never be taken for this one's.
  mkdirSync(dist, { recursive: true });
  for (const file of [testResults, count]) rmSync(file, { force: true });

  const first = await Promise.all(lanes.map(runInTurn));
  const results = [...first.flat(), ...(await runInTurn(last))];
  const { passed, failed } = countOf(results, readTests());
  const failedGates = results.filter(({ isPassed }) => !isPassed).map(({ name }) => name);
  console.log(`\nGates that failed: ${failedGates.join(', ') || 'none'}`);
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  writeFileSync(count, `${line}\n`);
  console.log(line);
  if (failed > 0) process.exitCode = 1;
}

check().catch((cause: unknown) => {
  console.error(cause);
  process.exitCode = 1;
});
