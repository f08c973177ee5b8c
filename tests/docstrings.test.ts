import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as sales from '../src/sales';
import * as workbook from '../src/workbook';

const root = path.join(__dirname, '..', 'src');

interface Example {
  readonly file: string;
  readonly expression: string;
  readonly value: string;
}

const docstring = /\/\*\*[\s\S]*?\*\//g;

/** `expression // value`, one or more per tag; an expression may run over lines. */
function examplesOf(file: string): Example[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(docstring)].flatMap(([comment]) => {
    const text = comment.replace(/^\/\*\*|\*\/$/g, '').replace(/^\s*\* ?/gm, '');
    return text
      .split(/@(?=\w)/)
      .filter((tag) => /^example\s/.test(tag))
      .flatMap((tag) => {
        const lines = tag.replace(/^example\s+/, '').trim();
        const examples = [...lines.matchAll(/([\s\S]+?) \/\/ (.+)(?:\n|$)/g)];
        const left = examples.reduce((rest, [whole]) => rest.replace(whole, ''), lines).trim();
        if (examples.length === 0 || left !== '') {
          throw new Error(`${file}: an example must read "expression // value", found "${tag}"`);
        }
        return examples.map(([, expression = '', value = '']) => ({
          file,
          expression: expression.trim(),
          value: value.trim(),
        }));
      });
  });
}

/** A number of which only the leading digits are written, `0.8224…`. */
function near(digits: string): unknown {
  const unit = 10 ** -(digits.split('.')[1]?.length ?? 0);
  return {
    $$typeof: Symbol.for('jest.asymmetricMatcher'),
    asymmetricMatch: (actual: unknown) =>
      typeof actual === 'number' && Math.abs(actual - Number(digits)) < unit,
    toString: () => `${digits}…`,
    toAsymmetricMatcher: () => `${digits}…`,
  };
}

function evaluate(expression: string, names: Readonly<Record<string, unknown>>): unknown {
  const scope = { ...names, near };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the examples are our own sources
  const calculate = new Function(...Object.keys(scope), `'use strict'; return (${expression}\n);`);
  return (calculate as (...values: unknown[]) => unknown)(...Object.values(scope));
}

const examples = ['sales', 'workbook'].flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => examplesOf(path.join(root, room, name))),
);

describe('the examples in docstrings', () => {
  test('are found', () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  test.each(examples.map((example) => [example.expression, example.value, example] as const))(
    '%s is %s',
    async (expression, value, { file }) => {
      const own = (await import(file)) as Readonly<Record<string, unknown>>;
      const names = { ...workbook, ...sales, ...own };
      const expected = evaluate(value.replace(/(-?\d+(?:\.\d+)?)…/g, "near('$1')"), names);
      expect(evaluate(expression, names)).toEqual(expected);
    },
  );
});
