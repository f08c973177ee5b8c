import { cpus } from 'node:os';
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { goalsOf, type Findings } from './goals';
import { ratioOf, type Measured } from './stopwatch';

/** What a run was made with. */
export interface Circumstances {
  readonly rows: number;
  readonly date: string;
  readonly rounds: number;
  /** The second floor against the first. */
  readonly control: number;
  /** Milliseconds from a peer's module to its first answer. */
  readonly starts: readonly { readonly name: string; readonly time: number | undefined }[];
  readonly packages: readonly string[];
}

const thousands = new Intl.NumberFormat('en-US');

/** Replaces the section of the runs with so many rows; other sections stay as they are. */
export async function writeSection(
  path: string,
  circumstances: Circumstances,
  findings: Findings,
): Promise<void> {
  const { rows } = circumstances;
  const [start, end] = [`<!-- ${String(rows)} rows -->`, `<!-- end of ${String(rows)} rows -->`];
  const text = await readFile(path, 'utf8');
  const section = `${start}\n\n${sectionOf(circumstances, findings)}\n\n${end}`;
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  const whole =
    from < 0 || to < 0
      ? `${text.trimEnd()}\n\n${section}\n`
      : text.slice(0, from) + section + text.slice(to + end.length);
  const config = await resolveConfig(path);
  await writeFile(path, await format(whole, { ...config, parser: 'markdown' }));
}

function sectionOf(circumstances: Circumstances, findings: Findings): string {
  const { rows, date, rounds, control, starts, packages } = circumstances;
  const [processor] = cpus();
  const { memory } = findings;
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const began = starts.flatMap(({ name, time }) =>
    time === undefined ? [] : [`${name} ${time.toFixed(0)} ms`],
  );
  return [
    `## ${thousands.format(rows)} rows`,
    `${date}, Node ${process.versions.node}, ${String(cpus().length)} × ${processor?.model ?? 'unknown processor'}, ` +
      `${String(rounds)} rounds; the control, floor against floor, came to ${control.toFixed(2)}. ` +
      `Packages: ${packages.join(', ')}. Start, once a session: ${began.join(', ')}.`,
    '### Goals',
    table(
      ['goal', 'wanted', 'found', ''],
      goalsOf(findings).map(({ goal, wanted, found, isMet }) => [
        goal,
        wanted,
        found,
        isMet ? 'met' : '**not met**',
      ]),
    ),
    `Memory: the columns as bare arrays ${megabytes(memory.columns)}; ours loaded ` +
      `${megabytes(memory.loaded)}, after a report ${megabytes(memory.reported)}, targets included.`,
    '### Times',
    table(
      ['job', 'who', 'first ms', 'median ms', 'quartiles', '÷ floor', '÷ ours', 'note'],
      findings.measured.flatMap(lines),
    ),
  ].join('\n\n');
}

function lines({ job, timings }: Measured): string[][] {
  const [floor] = timings;
  const ours = timings.find(({ name }) => name === 'ours');
  return timings.map((timing, index) => [
    index === 0 ? job : '',
    timing.name,
    milliseconds(timing.first),
    milliseconds(timing.median),
    `${milliseconds(timing.low)} – ${milliseconds(timing.high)}`,
    floor ? quotient(ratioOf(floor, timing)) : '',
    ours ? quotient(ratioOf(ours, timing)) : '',
    timing.note ?? '',
  ]);
}

/** Three digits, or whole milliseconds. */
export function milliseconds(time: number): string {
  return time >= 100 ? thousands.format(Math.round(time)) : time.toPrecision(3);
}

function quotient(ratio: number): string {
  return ratio >= 100 ? thousands.format(Math.round(ratio)) : ratio.toFixed(2);
}

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}
