import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { requirements } from '../../src/excel';
import { manifestFindings } from '../../scripts/manifest-findings';
import type { ManifestSurroundings } from '../../scripts/manifest-findings';

const root = path.join(__dirname, '..', '..');
const manifest = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

const around: ManifestSurroundings = {
  findPngSize: (file) => {
    const size = Number(/-(\d+)\.png$/.exec(file)?.[1]);
    return existsSync(path.join(root, file)) ? { width: size, height: size } : undefined;
  },
  isServed: (file) =>
    /^(app\.js|functions\.json|taskpane\.html|support\.html)$/.test(file) ||
    existsSync(path.join(root, file)),
  functionIds: ['VARIANCE'],
  commandIds: ['buildReport', 'openTargets', 'openActions'],
};

function findingsAfter(found: string | RegExp, written: string): string[] {
  const broken = manifest.replace(found, written);
  if (broken === manifest) throw new Error(`The manifest has no ${String(found)}`);
  return manifestFindings(broken, around);
}

test('the add-in asks at its start for what the manifest requires', () => {
  const stated = [...manifest.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)];
  expect(stated.map(([, set, version]) => ({ set, version }))).toEqual(requirements);
});

describe('the manifest check', () => {
  test('finds nothing in the manifest of the add-in', () => {
    expect(manifestFindings(manifest, around)).toEqual([]);
  });

  test.each([
    ['an unclosed element', '</Hosts>', '', /Not well-formed/],
    ['elements out of order', /(\s*<Version>.*<\/Version>)(\s*<Prov.*)/, '$2$1', /OfficeApp.*must/],
    ['a button without an action', /<Action xsi:type="Exec[^]*?<\/Action>/, '', /Control.*Action/],
    ['a resource that is not there', 'resid="OpenPane.Tip"', 'resid="Nope"', /found nothing/],
    ['a resource of another kind', 'resid="OpenPane.Tip"', 'resid="Pane.Url"', /found Urls/],
    ['a resource nobody uses', ' id="Plan.Label"', ' id="Spare.Label"', /Spare.Label is used by/],
    ['an id given twice', 'id="SalesMonitor.Plan"', 'id="SalesMonitor.Report"', /given twice/],
    ['a text that is too long', /="Report" \/>/, `="${'R'.repeat(126)}" />`, /1 to 125 characters/],
    [
      'an address without https',
      'https://localhost:4443/app',
      'http://localhost:4443/app',
      /https/,
    ],
    ['a second host', 'https://localhost:4443/app', 'https://example.com/app', /One host/],
    ['a file nobody serves', '/functions.json', '/functons.json', /no file that the build makes/],
    ['an icon of the wrong size', 'assets/icon-16.png', 'assets/icon-32.png', /PNG of 16 × 16/],
    ['a missing icon', 'assets/target-80.png', 'assets/goal-80.png', /found none/],
    ['a requirement left out', /<Set Name="ExcelApi".*\/>/, '', /ExcelApi must state/],
    ['a runtime that closes', 'lifetime="long"', 'lifetime="short"', /long lifetime/],
    ['another namespace', 'DefaultValue="SALES"', 'DefaultValue="SALE"', /stay SALES/],
    ['a command that is not written', '>openTargets<', '>openGoals<', /openGoals is not in/],
    ['a command without a button', '>openTargets<', '>openActions<', /openTargets.*no button/],
  ])('tells %s', (_what, found, written, finding) => {
    expect(findingsAfter(found, written).join('\n')).toMatch(finding);
  });

  test('tells functions that Excel would refuse', () => {
    expect(manifestFindings(manifest, { ...around, functionIds: [] }).join()).toMatch(/a function/);
    const lowerCase = { ...around, functionIds: ['variance'] };
    expect(manifestFindings(manifest, lowerCase).join()).toMatch(/variance must be upper case/);
  });
});
