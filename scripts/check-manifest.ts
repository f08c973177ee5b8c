import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commandIds } from '../src/commands';
import { functionsMetadata } from './functions-metadata';
import { manifestFindings } from './manifest-findings';

const root = path.join(__dirname, '..');

/** What webpack writes beside the files that are there already. */
const built = ['app.js', 'functions.json', 'taskpane.html'];

/** A PNG file begins with its signature and a header that carries width and height. */
function findPngSize(file: string): { width: number; height: number } | undefined {
  const place = path.join(root, file);
  if (!existsSync(place)) return undefined;
  const bytes = readFileSync(place);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

async function checkManifest(file: string): Promise<void> {
  const metadata = await functionsMetadata(root);
  const findings = manifestFindings(readFileSync(file, 'utf8'), {
    findPngSize,
    isServed: (place) =>
      built.includes(place) ||
      [place, path.join('src', 'app', place)].some((one) => existsSync(path.join(root, one))),
    functionIds: metadata.functions.map(({ id }) => id),
    commandIds,
  });
  for (const finding of findings) console.error(`${file}: ${finding}`);
  if (findings.length > 0) process.exitCode = 1;
  else console.log(`${file} is in order`);
}

void checkManifest(process.argv[2] ?? 'manifest.xml');
