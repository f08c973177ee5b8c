import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { builtAddIn, openWorkbench } from './workbench';
import type { Workbench } from './workbench';

const usage = `usage: workbench eval 'FORMULA' [--open FILE.xlsx]
       workbench run SCRIPT.js [--open IN.xlsx] [--save OUT.xlsx]`;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function evaluate(workbench: Workbench, formula: string): Promise<void> {
  print(JSON.stringify(await workbench.evaluate(formula)));
}

async function run(workbench: Workbench, script: string): Promise<void> {
  const result = await workbench.runScript(await readFile(script, 'utf8'));
  if (result !== undefined) print(JSON.stringify(result, null, 2));
  await workbench.settled();
}

/** What went wrong, in a sentence, with the failing call where Excel's interface told it. */
function explain(error: unknown): string {
  if (!(error instanceof Error) && !(typeof error === 'object' && error && 'message' in error)) {
    return String(error);
  }
  const { message, code, debugInfo } = error as {
    message: string;
    code?: string;
    debugInfo?: { errorLocation?: string; statement?: string };
  };
  const lines = [code === undefined ? message : `${code}: ${message}`];
  if (debugInfo?.errorLocation) lines.push(`at ${debugInfo.errorLocation}`);
  if (debugInfo?.statement) lines.push(`in ${debugInfo.statement}`);
  return lines.join('\n');
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { open: { type: 'string' }, save: { type: 'string' } },
  });
  const [command, subject, ...rest] = positionals;
  const commands = { eval: evaluate, run };
  const execute = command === 'eval' || command === 'run' ? commands[command] : undefined;
  if (!execute || subject === undefined || rest.length > 0) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const isBuilt = existsSync(builtAddIn.script) && existsSync(builtAddIn.functionsJson);
  if (!isBuilt) {
    process.stderr.write('The add-in is not built (npm run build): its functions are missing.\n');
  }
  const workbench = await openWorkbench({
    ...(values.open !== undefined && { file: values.open }),
    ...(isBuilt && { addin: builtAddIn }),
    onLog: print,
  });
  try {
    await execute(workbench, subject);
    if (values.save !== undefined) await workbench.save(values.save);
  } finally {
    for (const id of workbench.unassociated) process.stderr.write(`not associated: ${id}\n`);
    for (const member of workbench.unsupported) process.stderr.write(`unsupported: ${member}\n`);
    for (const error of workbench.page.errors) process.stderr.write(`${error.message}\n`);
    workbench.close();
  }
  return workbench.unsupported.length > 0 ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  },
);
