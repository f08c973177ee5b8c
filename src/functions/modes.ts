import { inputCell, isFault, isOmitted, quoted } from './cells';
import { notComputed, type Fault } from './fault';
import { words } from './words';

/** One setting of a parameter: its number for good, its name, and what it stands for. */
export interface Mode<T> {
  readonly number: number;
  readonly alias: string;
  readonly value: T;
}

/**
 * The setting that an argument means, by its number or its name. The first one where the argument
 * is left out or its cell is blank.
 */
export function modeOf<T>(
  parameter: string,
  raw: unknown,
  modes: readonly [Mode<T>, ...Mode<T>[]],
): { readonly value: T } | Fault {
  if (isOmitted(raw)) return modes[0];
  // A cell handed to a parameter that could be a range comes as a range of one.
  const cell = inputCell(Array.isArray(raw) && Array.isArray(raw[0]) ? raw[0][0] : raw);
  if (cell === null) return modes[0];
  if (isFault(cell)) return cell;
  const name = String(cell).trim().toLowerCase();
  const found = modes.find(({ number, alias }) => name === String(number) || name === alias);
  if (found) return found;
  const known = modes.map(({ number, alias }) => `${String(number)} or "${alias}"`).join(', ');
  return notComputed(
    '#VALUE!',
    words.unknownMode({ parameter, found: quoted(cell), modes: known }),
  );
}
