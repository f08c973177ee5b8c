import { zip } from '@cj-tech-master/excelts/archive';
import { openFile, readContents } from '../../src/xlsx';
import { readAll } from '../../src/workbook';

const encode = (text: string) => new TextEncoder().encode(text);
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const link = (type: string, target: string) =>
  encode(
    `<Relationships><Relationship Id="r1" Type="${relations}/${type}" Target="${target}"/></Relationships>`,
  );

/** A file of one row of cells, as other programs write them. */
async function fileOf(cells: string, calculation = ''): Promise<Uint8Array> {
  const book = `<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets>${calculation}</workbook>`;
  return zip()
    .add('_rels/.rels', link('officeDocument', 'xl/workbook.xml'))
    .add('xl/_rels/workbook.xml.rels', link('worksheet', 'worksheets/sheet1.xml'))
    .add('xl/workbook.xml', encode(book))
    .add(
      'xl/worksheets/sheet1.xml',
      encode(`<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`),
    )
    .bytes();
}

async function valuesOf(bytes: Uint8Array) {
  const workbook = await openFile(bytes);
  const [source] = await workbook.listSources();
  const [row] = source ? await readAll(workbook, source) : [];
  return row;
}

const busy = { error: '#BUSY!' };

test('a formula without a result, or with an empty one, is read as not calculated', async () => {
  const bytes = await fileOf(
    '<c><f>1+1</f></c><c><f>1+1</f><v/></c><c><f>1+1</f><v></v></c><c t="str"><f>1+1</f></c>' +
      '<c><f t="shared" ref="E1:F1" si="0">1+1</f></c><c><f t="shared" si="0"/></c><c><v>5</v></c>',
  );
  expect(await valuesOf(bytes)).toEqual([busy, busy, busy, busy, busy, busy, 5]);
});

test('a formula whose result is an empty text is a blank, and one whose result is 0 is 0', async () => {
  const bytes = await fileOf(
    '<c t="str"><f>IF(1,"")</f><v></v></c><c t="str"><f>IF(1,"")</f><v/></c>' +
      '<c><f>1-1</f><v>0</v></c><c><v/></c><c t="str"><v></v></c><c><v>5</v></c>',
  );
  expect(await valuesOf(bytes)).toEqual([null, null, 0, null, null, 5]);
});

describe('a program that leaves all calculation to Excel', () => {
  const left = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';

  test('and wrote 0 for every result has calculated none', async () => {
    const cells = '<c><f>1+1</f><v>0</v></c><c><f>2+2</f><v>0</v></c><c><v>0</v></c>';
    expect(await valuesOf(await fileOf(cells, left))).toEqual([busy, busy, 0]);
    const { contents } = await readContents(await fileOf(cells, left));
    expect(contents.sheets[0]?.cells[0]?.[0]).toEqual({ formula: '=1+1', result: null });
  });

  test('and wrote any other result has given them all', async () => {
    const cells = '<c><f>1-1</f><v>0</v></c><c><f>2+2</f><v>4</v></c>';
    expect(await valuesOf(await fileOf(cells, left))).toEqual([0, 4]);
    const blank = '<c><f>1-1</f><v>0</v></c><c t="str"><f>""</f><v></v></c><c><v>5</v></c>';
    expect(await valuesOf(await fileOf(blank, left))).toEqual([0, null, 5]);
  });
});
