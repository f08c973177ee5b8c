import { HostError } from './errors';

/* What came over the wire is anything; each reader gives the type asked for or refuses. */

export function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

export function readText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new HostError('InvalidArgument');
}

export function readNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new HostError('InvalidArgument');
}

export function readInteger(value: unknown): number {
  const number = readNumber(value);
  if (!Number.isInteger(number)) throw new HostError('InvalidArgument');
  return number;
}

export function readFlag(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new HostError('InvalidArgument');
}

export function readObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw new HostError('InvalidArgument');
}

export function readOne<Word extends string>(value: unknown, words: readonly Word[]): Word {
  const word = words.find((one) => one === value);
  if (word === undefined) throw new HostError('InvalidArgument');
  return word;
}

const named: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000FF',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  orange: '#FFA500',
  purple: '#800080',
  red: '#FF0000',
  white: '#FFFFFF',
  yellow: '#FFFF00',
};

/** A colour as `#RRGGBB`; Excel also takes HTML's names. */
export function readColour(value: unknown): `#${string}` {
  const text = readText(value);
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  const colour = hex === undefined ? named[text.toLowerCase()] : `#${hex.toUpperCase()}`;
  if (colour === undefined) throw new HostError('InvalidArgument');
  return colour as `#${string}`;
}
