import {
  isoOf,
  type ConversionRefusal,
  type SerialDate,
  type SeveralParents,
  type UnassignedKey,
} from '../../sales';
import { dimensionOf, type Column } from '../columns/column';
import { tableRowOf, type Converted } from '../convert';
import { IssueList, type Issue } from '../issue';
import type { SourceTable } from '../mapping';
import { addressIn } from '../raw-table';

/** Children that stand with several parents in the sales, with a cell for each of two parents. */
export function hierarchyIssues(
  table: SourceTable,
  child: Column,
  parent: Column,
  several: readonly SeveralParents[],
): Issue[] {
  const issues = new IssueList();
  const [children, parents] = [child, parent].map(({ index }) =>
    dimensionOf(table.raw.grid.column(index)),
  );
  const rowOf = (key: string, above: string) => {
    const [own, over] = [children?.values.indexOf(key), parents?.values.indexOf(above)];
    return children?.codes.findIndex((code, row) => code === own && parents?.codes[row] === over);
  };
  for (const {
    child: key,
    parents: [first = '', second = ''],
  } of several) {
    const cell = (above: string) => addressIn(table.raw, rowOf(key, above) ?? -1, parent.index);
    const expected = `${key} → ${first} (${cell(first)})`;
    issues.add({ code: 'severalParents', at: cell(second), found: `${key} → ${second}`, expected });
  }
  return issues.all();
}

/** Keys without a parent; `to` is the dimension that they have none in. */
export function unassignedIssues(
  table: SourceTable,
  key: Column,
  to: string,
  unassigned: readonly UnassignedKey[],
): Issue[] {
  const issues = new IssueList();
  const { codes, values } = dimensionOf(table.raw.grid.column(key.index));
  for (const { key: text } of unassigned) {
    if (text === '') continue;
    const row = codes.indexOf(values.indexOf(text));
    const at = addressIn(table.raw, row, key.index);
    issues.add({ code: 'notAssigned', at, found: text, expected: to });
  }
  return issues.all();
}

/** Deals that are credited and not sold; `table` and `deal` are those of the credits. */
export function unknownDealIssues(
  table: SourceTable,
  deal: Column,
  unknown: readonly string[],
): Issue[] {
  const issues = new IssueList();
  const { codes, values } = dimensionOf(table.raw.grid.column(deal.index));
  for (const text of unknown) {
    const at = addressIn(table.raw, codes.indexOf(values.indexOf(text)), deal.index);
    issues.add({ code: 'unknownDeal', at, found: text, expected: deal.header });
  }
  return issues.all();
}

/**
 * Why sales were not converted into one currency; `currency` is their column of currencies, and
 * `crossed` tells of rates that are between two other currencies.
 */
export function conversionIssues(
  table: SourceTable,
  currency: Column,
  to: string,
  refused: ConversionRefusal,
  read: Converted,
  crossed: ReadonlyMap<string, string> = new Map(),
): Issue[] {
  const { codes, values } = dimensionOf(table.raw.grid.column(currency.index));
  const { dates } = read.dataset;
  const at = (isMeant: (text: string) => boolean) => {
    const meant = values.map(isMeant);
    return addressIn(
      table.raw,
      codes.findIndex((code) => meant[code] ?? false),
      currency.index,
    );
  };
  const codeOf = (text: string) => text.trim().toUpperCase();
  // With constant rates no row need be of that day: the currency's first one is named then.
  const onDay = (code: string, day: SerialDate) => {
    const row = dates.findIndex((date, index) => {
      const text = values[codes[tableRowOf(read, index)] ?? 0] ?? '';
      return date === day && codeOf(text) === code;
    });
    return row < 0 ? undefined : addressIn(table.raw, tableRowOf(read, row), currency.index);
  };
  const issues = refused.missing.map(({ currency: code, day }): Issue => {
    const cell = onDay(code, day) ?? at((text) => codeOf(text) === code);
    const through = crossed.get(code);
    return through === undefined
      ? { code: 'missingRate', at: cell, found: code, expected: isoOf(day) }
      : { code: 'onlyCrossRate', at: cell, found: through, expected: `${code} → ${to}` };
  });
  if (refused.blankRows > 0) {
    issues.push({
      code: 'blankCurrency',
      at: at((text) => codeOf(text) === ''),
      found: String(refused.blankRows),
      expected: currency.header,
    });
  }
  if (refused.ownRate !== undefined) {
    issues.push({
      code: 'otherReportCurrency',
      at: addressIn(table.raw, -1, currency.index),
      found: String(refused.ownRate),
      expected: to,
    });
  }
  return issues;
}
