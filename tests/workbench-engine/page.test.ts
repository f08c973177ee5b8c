import { niceScale } from '../../src/workbench/page/chart-scale';
import { losses } from '../../src/workbench/page/losses';
import { readOptions } from '../../src/workbench/page/options';

test('an address without parameters opens the pane at 350 pixels in the theme of the system', () => {
  expect(readOptions('')).toEqual({
    file: undefined,
    isPaneOpen: true,
    paneWidth: 350,
    theme: undefined,
  });
});

test('a pane is never narrower than 270 pixels nor wider than 600', () => {
  expect(readOptions('?paneWidth=100').paneWidth).toBe(270);
  expect(readOptions('?paneWidth=9000').paneWidth).toBe(600);
  expect(readOptions('?paneWidth=wide').paneWidth).toBe(350);
  expect(readOptions('?paneWidth=320&pane=closed&theme=dark&file=a.xlsx')).toEqual({
    file: 'a.xlsx',
    isPaneOpen: false,
    paneWidth: 320,
    theme: 'dark',
  });
});

test.each([
  [0, 11_164, { least: 0, most: 12_500, ticks: [0, 2500, 5000, 7500, 10_000, 12_500] }],
  [-3, 8, { least: -5, most: 10, ticks: [-5, -2.5, 0, 2.5, 5, 7.5, 10] }],
])('an axis from %d to %d has round steps that hold both', (least, most, expected) => {
  expect(niceScale(least, most)).toEqual(expected);
});

test('what a copy would lack is listed once for each kind, with each place once', () => {
  expect(
    losses([
      { part: 'xl/vbaProject.bin', what: 'macros' },
      { part: 'Sheet1', what: 'comments' },
      { part: 'Sheet2', what: 'comments' },
      { part: 'Sheet1', what: 'comments' },
    ]),
  ).toEqual([
    { what: 'Macros', where: ['xl/vbaProject.bin'] },
    { what: 'Comments', where: ['Sheet1', 'Sheet2'] },
  ]);
});
