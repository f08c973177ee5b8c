import { assessText } from '../../src/jobs';
import { columnOf, latin, readText } from './text-files';

/** Bytes as the encodings' own tables give them, spelled out. */
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...latin(part)] : part)));

describe('the encoding of a file', () => {
  test('is UTF-8 where every byte fits, with or without a mark, wherever a piece ends', async () => {
    for (const mark of ['', '\ufeff']) {
      for (const pieceSize of [1, 2, 3, 1000]) {
        const text = `${mark}Région,Umsatz\nÎle-de-France,1\n東京,2\n🙂,3\n`;
        const table = await readText(text, {}, { pieceSize });
        expect(table.encoding).toBe('utf-8');
        expect(table.headers).toEqual(['Région', 'Umsatz']);
        expect(columnOf(table, 'Région')).toEqual(['Île-de-France', '東京', '🙂']);
      }
    }
  });

  test('is that of western Windows where a byte contradicts UTF-8, even at the very end', async () => {
    // 0x80 is the euro sign and 0xFC ü in windows-1252.
    const table = await readText(
      bytes('Name;Preis\n', 'Schmidt;1\n', 'M', [0xfc], 'ller;2 ', [0x80]),
    );
    expect(table.encoding).toBe('windows-1252');
    expect(columnOf(table, 'Name')).toEqual(['Schmidt', 'Müller']);
    expect(columnOf(table, 'Preis')).toEqual(['1', '2 €']);
  });

  test('is windows-1252 where a character of UTF-8 is cut off at the end', async () => {
    expect((await readText(bytes('a,b\n1,', [0xc3]))).encoding).toBe('windows-1252');
  });

  test.each([
    ['utf-16le', [0xff, 0xfe], (unit: number) => [unit & 255, unit >> 8]],
    ['utf-16be', [0xfe, 0xff], (unit: number) => [unit >> 8, unit & 255]],
  ])('is %s with its mark and, by its zero bytes, without', async (encoding, mark, split) => {
    const text = 'Region\tSales\nÅland\t5\nŁódź\t6\n';
    const units = Array.from(text, (character) => character.charCodeAt(0)).flatMap(split);
    for (const content of [bytes(mark, units), bytes(units)]) {
      const table = await readText(content, {}, { pieceSize: 3 });
      expect(table.encoding).toBe(encoding);
      expect(columnOf(table, 'Region')).toEqual(['Åland', 'Łódź']);
    }
  });

  test('is Shift_JIS where Japanese words come out of it', async () => {
    // 地域,売上 and 東京,大阪 in Shift_JIS.
    const table = await readText(
      bytes(
        [0x92, 0x6e, 0x88, 0xe6],
        ',',
        [0x94, 0x84, 0x8f, 0xe3],
        '\n',
        [0x93, 0x8c, 0x8b, 0x9e],
        ',1\n',
        [0x91, 0xe5, 0x8d, 0xe3],
        ',2\n',
      ),
    );
    expect(table.encoding).toBe('shift_jis');
    expect(table.headers).toEqual(['地域', '売上']);
    expect(columnOf(table, '地域')).toEqual(['東京', '大阪']);
  });

  test('that is Shift_JIS has a yen sign where a backslash stands before an amount', async () => {
    // 地域 and 売上, 東京 and 大阪; 0x5C is the yen sign.
    const content = bytes(
      [0x92, 0x6e, 0x88, 0xe6],
      ',',
      [0x94, 0x84, 0x8f, 0xe3],
      ',File\n',
      [0x93, 0x8c, 0x8b, 0x9e],
      ',"\\120,000",C:\\2026\n',
      [0x91, 0xe5, 0x8d, 0xe3],
      ',-\\1200,a\\5\n',
      [0x91, 0xe5, 0x8d, 0xe3],
      ',(\\350),\\note\n',
      [0x91, 0xe5, 0x8d, 0xe3],
      ',\\-50,-\n',
    );
    const table = await readText(content);
    expect(table.encoding).toBe('shift_jis');
    expect(columnOf(table, '売上')).toEqual(['¥120,000', '-¥1200', '(¥350)', '¥-50']);
    expect(columnOf(table, 'File')).toEqual(['C:\\2026', 'a\\5', '\\note', '-']);
    const { columns } = await assessText(table);
    expect(columns[1]?.reading).toEqual({ found: { kind: 'number', sign: '.' } });
    expect(columns[1]?.evidence.currency).toBe('¥');
    const western = await readText('A,B\n1,\\5\n');
    expect(columnOf(western, 'B')).toEqual(['\\5']);
  });

  test('is as the person says', async () => {
    // 0xB1 is ą in windows-1250 and ± in windows-1252.
    const content = bytes('Name,N\nK', [0xb9], 't,1\n');
    expect(columnOf(await readText(content), 'Name')).toEqual(['K¹t']);
    const table = await readText(content, { encoding: 'windows-1250' });
    expect(columnOf(table, 'Name')).toEqual(['Kąt']);
  });
});
