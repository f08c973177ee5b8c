import { zip } from '@cj-tech-master/excelts/archive';
import { isDeepStrictEqual } from 'node:util';
import { fc } from '../properties';
import { emptySheet } from '../../src/workbook';
import { readContents, writeContents } from '../../src/xlsx';
import { partPieces, partText, readParts } from '../../src/xlsx/package';

const encode = (text: string) => new TextEncoder().encode(text);
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

test('a long part comes in pieces that end with whole rows and are its text together', () => {
  const cell = fc.constantFrom('', 'Größe', '東京', '</ro>', 'a');
  const rows = fc.array(fc.tuple(cell, cell), { maxLength: 30 });
  fc.assert(
    fc.property(rows, fc.boolean(), fc.integer({ min: 1, max: 400 }), (cells, isPrefixed, most) => {
      const x = isPrefixed ? 'x:' : '';
      const body = cells.map((row) => `<${x}row>${row.join('')}</${x}row>`).join('');
      const name = isPrefixed ? `xmlns:x="${main}"` : `xmlns="${main}"`;
      const xml = `<${x}worksheet ${name}>${body}<end/></${x}worksheet>`;
      const bytes = encode(xml);
      const pieces = [...partPieces(bytes, 'row', most)];
      expect(pieces.join('')).toBe(partText(bytes));
      for (const piece of pieces.slice(0, -1)) {
        expect(piece.endsWith('</row>')).toBe(true);
        expect(encode(piece).length).toBeLessThanOrEqual(most);
      }
      const end = `</${x}row>`;
      const [first = ''] = xml.split(end);
      const hasRowToCutAt = first !== xml && encode(first + end).length <= most;
      expect(pieces.length > 1).toBe(hasRowToCutAt && bytes.length > most);
    }),
  );
});

test('a sheet whose text is longer than a piece is written and read whole', async () => {
  // Long formulas make it long with few cells: 4,500 of 8,000 characters and more are 36 MB.
  const terms = `+LEN("${'x'.repeat(250)}")`.repeat(31);
  const cells = Array.from({ length: 4500 }, (_, row) => [
    `Größe ${String(row % 500)}`,
    { formula: `=${String(row)}${terms}`, result: row + 31 * 250 },
  ]);
  const sheet = { ...emptySheet('Long'), cells };
  const bytes = await writeContents({ sheets: [sheet], names: [], dateSystem: 1900 });
  const part = (await readParts(bytes, 'long.xlsx')).get('xl/worksheets/sheet1.xml');
  expect([...partPieces(part ?? new Uint8Array(), 'row')].length).toBeGreaterThan(1);
  const { contents } = await readContents(bytes);
  const read = contents.sheets[0]?.cells ?? [];
  expect(read).toHaveLength(cells.length);
  expect(read.findIndex((row, at) => !isDeepStrictEqual(row, cells[at]))).toBe(-1);
}, 60_000);

test('a part of more than half a gigabyte is unpacked', async () => {
  const part = new Uint8Array(2 ** 29 + 7).fill(32);
  part[part.length - 1] = 65;
  const bytes = await zip({ level: 1 }).add('long.bin', part).bytes();
  const unpacked = (await readParts(bytes, 'long.xlsx')).get('long.bin');
  expect(unpacked?.length).toBe(part.length);
  expect(unpacked?.at(-1)).toBe(65);
}, 120_000);
