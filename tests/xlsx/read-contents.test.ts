import { Workbook } from '@cj-tech-master/excelts';
import { zip } from '@cj-tech-master/excelts/archive';
import { WorkbookError } from '../../src/workbook';
import { readContents, Unreadable } from '../../src/xlsx';
import { readParts } from '../../src/xlsx/package';

const encode = (text: string) => new TextEncoder().encode(text);

/** A file written by excelts itself, as somebody else's. */
async function fileOf(fill: (workbook: Workbook) => void): Promise<Uint8Array> {
  const workbook = new Workbook();
  fill(workbook);
  return workbook.xlsx.writeBuffer({ validate: false });
}

async function reasonOf(bytes: Uint8Array): Promise<string> {
  const caught: unknown = await readContents(bytes, 'mine.xlsx').catch((error: unknown) => error);
  if (!(caught instanceof WorkbookError)) throw new Error('It was read.');
  expect(caught).toMatchObject({ code: 'unreadableFile', subject: 'mine.xlsx' });
  return caught.cause instanceof Unreadable ? caught.cause.reason : 'none';
}

describe('what is no xlsx file is refused with its reason', () => {
  test('an empty file', async () => {
    expect(await reasonOf(new Uint8Array())).toBe('empty');
  });

  test('a text file', async () => {
    expect(await reasonOf(encode('Date;Amount\n2026-01-01;5'))).toBe('noZip');
  });

  test('a workbook of Excel 97', async () => {
    expect(await reasonOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]))).toBe('oldExcel');
  });

  test('an encrypted workbook', async () => {
    const name = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat();
    expect(await reasonOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...name]))).toBe('encrypted');
  });

  test('a zip file with something else in it', async () => {
    expect(await reasonOf(await zip().add('hello.txt', encode('hello')).bytes())).toBe(
      'noWorkbook',
    );
  });

  test('a file that breaks off', async () => {
    const whole = await fileOf((workbook) => workbook.addWorksheet('A').addRow([1]));
    expect(await reasonOf(whole.slice(0, whole.length / 2))).toBe('noZip');
  });

  test('a sheet with broken XML', async () => {
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const link = (type: string, target: string) =>
      encode(
        `<Relationships><Relationship Id="r1" Type="${relations}/${type}" Target="${target}"/></Relationships>`,
      );
    const bytes = await zip()
      .add('_rels/.rels', link('officeDocument', 'xl/workbook.xml'))
      .add('xl/_rels/workbook.xml.rels', link('worksheet', 'worksheets/sheet1.xml'))
      .add(
        'xl/workbook.xml',
        encode(
          '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        ),
      )
      .add(
        'xl/worksheets/sheet1.xml',
        encode('<worksheet><sheetData><row r="1"><c r="A1"><v>1</row></sheetData></worksheet>'),
      )
      .bytes();
    expect(await reasonOf(bytes)).toBe('brokenPart');
  });
});

test('dates of a file that counts from 1904 become 1900-based; durations and amounts stay', async () => {
  const bytes = await fileOf((workbook) => {
    workbook.properties.date1904 = true;
    const sheet = workbook.addWorksheet('A');
    sheet.addRow([0, 1.5, 7]);
    sheet.getCell('A1').numFmt = 'yyyy-mm-dd';
    sheet.getCell('B1').numFmt = '[h]:mm';
  });
  const { contents } = await readContents(bytes);
  expect(contents.dateSystem).toBe(1904);
  // 1 January 1904 has the serial number 1462 when days count from 1900.
  expect(contents.sheets[0]?.cells).toEqual([[1462, 1.5, 7]]);
});

test.each([
  ['a file that counts from 1900', '', ''],
  ['a file that counts from 1904', ' date1904="1"', ''],
  ['a file whose tags have a prefix', '', 'x:'],
])('dates that a strict file spells out are 1900-based in %s', async (_, properties, prefix) => {
  const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const relations = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const named = prefix === '' ? 'xmlns' : 'xmlns:x';
  const part = (name: string, inner: string) => {
    const tags = inner.replaceAll(/<(\/?)(?=\w)/g, `<$1${prefix}`);
    return encode(
      `<${prefix}${name} ${named}="${main}" xmlns:r="${relations}">${tags}</${prefix}${name}>`,
    );
  };
  const links = (...all: readonly (readonly [type: string, target: string])[]) =>
    encode(
      `<Relationships>${all.map(([type, target], at) => `<Relationship Id="r${String(at)}" Type="${relations}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
    );
  const bytes = await zip()
    .add('_rels/.rels', links(['officeDocument', 'xl/workbook.xml']))
    .add(
      'xl/_rels/workbook.xml.rels',
      links(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    )
    .add(
      'xl/workbook.xml',
      part(
        'workbook',
        `<workbookPr${properties}/><sheets><sheet name="A" sheetId="1" r:id="r0"/></sheets>`,
      ),
    )
    .add(
      'xl/styles.xml',
      part(
        'styleSheet',
        '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/></cellXfs>',
      ),
    )
    .add(
      'xl/worksheets/sheet1.xml',
      part(
        'worksheet',
        '<sheetData><row r="1"><c r="A1" s="1" t="d"><v>2026-01-31</v></c><c r="B1" s="1" t="d"><v>2026-01-31T12:00:00</v></c><c r="C1" s="2" t="d"><v>06:00:00</v></c><c r="D1"><v>7</v></c></row></sheetData>',
      ),
    )
    .bytes();
  const { contents } = await readContents(bytes);
  // 31 January 2026 has the serial number 46053; six hours are a quarter of a day.
  expect(contents.sheets[0]?.cells).toEqual([[46_053, 46_053.5, 0.25, 7]]);
});

test.each([
  ['backslashes between folders', (path: string) => path.replaceAll('/', '\\')],
  ['capitals that its links do not have', (path: string) => path.replace('sheet1', 'Sheet1')],
])('a package with %s is read', async (_, spell) => {
  const written = await fileOf((workbook) => workbook.addWorksheet('A').addRow(['Region', 5]));
  let spelled = zip();
  for (const [path, bytes] of await readParts(written, 'mine.xlsx')) {
    spelled = spelled.add(spell(path), bytes);
  }
  const { contents } = await readContents(await spelled.bytes());
  expect(contents.sheets[0]?.cells).toEqual([['Region', 5]]);
});

test('shared formulas are spelled out, and rich text is plain', async () => {
  const bytes = await fileOf((workbook) => {
    const sheet = workbook.addWorksheet('A');
    sheet.getCell('A1').value = {
      richText: [{ text: 'bold', font: { bold: true } }, { text: ' no' }],
    };
    sheet.fillFormula('B1:B3', 'C1*$C$1', [1, 4, 9]);
  });
  const { contents, notCarried } = await readContents(bytes);
  expect(contents.sheets[0]?.cells.map((row) => row[1])).toEqual([
    { formula: '=C1*$C$1', result: 1 },
    { formula: '=C2*$C$1', result: 4 },
    { formula: '=C3*$C$1', result: 9 },
  ]);
  expect(contents.sheets[0]?.cells[0]?.[0]).toBe('bold no');
  expect(notCarried.map(({ what }) => what)).toEqual(['formattedText']);
});

test('what a save would lose is listed with its place', async () => {
  const bytes = await fileOf((workbook) => {
    const sheet = workbook.addWorksheet('Orders');
    sheet.addRow(['a', 1]);
    sheet.getCell('A2').value = { text: 'link', hyperlink: 'https://example.com' };
    sheet.getCell('B2').dataValidation = { type: 'list', formulae: ['"x,y"'] };
    sheet.getCell('B1').note = 'a comment';
    sheet.getRow(2).hidden = true;
    sheet.autoFilter = 'A1:B2';
    sheet.addConditionalFormatting({
      ref: 'B1:B9',
      rules: [{ type: 'top10', rank: 3, percent: false, style: { font: { bold: true } } }],
    });
  });
  const { notCarried } = await readContents(bytes);
  const lost = notCarried.map(({ what, part }) => `${what} ${part}`);
  expect(lost).toEqual(
    expect.arrayContaining([
      'hyperlinks Orders',
      'dataValidation Orders',
      'filters Orders',
      'hiddenRows Orders',
      'conditionalFormat Orders',
      'comments xl/comments1.xml',
    ]),
  );
});
