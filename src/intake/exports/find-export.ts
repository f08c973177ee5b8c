import { remembering } from '../remember';
import { findColumnRole, fold, headerWords, type ColumnRole } from '../roles';
import { crmForms } from './crm-forms';
import { orderForms } from './order-forms';
import { salesforceForms } from './salesforce-forms';
import type { AmountReason, Evidence, ExportForm, ExportObject, System, Trap } from './system';

/** The amount of an export and why it is that one. */
export interface AmountChoice {
  readonly header: string;
  readonly reason: AmountReason;
  /** The column to take where that one is blank. */
  readonly whereBlank?: string;
}

/** An export of a system, as its header line tells. */
export interface KnownExport {
  readonly system: System;
  readonly object: ExportObject;
  /** Certain where two telling headers stand beside those that the export must have. */
  readonly sure: 'certain' | 'likely';
  /** How this header line is known. */
  readonly evidence: Evidence;
  /** The headers that told. */
  readonly told: readonly string[];
  /** The role of each column, in the order of the headers. */
  readonly roles: readonly (ColumnRole | undefined)[];
  /** Undefined where the export has none of the amounts known. */
  readonly amount: AmountChoice | undefined;
  /** The column that has the day of a won deal, where several could; undefined where none is known. */
  readonly date: string | undefined;
  /**
   * The columns of a document's lines, where the others are filled on its first line only and hold
   * for the rows below as well; empty where each row has all that it needs.
   */
  readonly lineColumns: readonly string[];
  /** What makes its figures wrong if it is read like any table. */
  readonly traps: readonly Trap[];
  /** Other systems that the header line fits as well. */
  readonly others: readonly System[];
}

const keyOf = remembering((header) => fold(headerWords(header)));

interface Fit {
  readonly form: ExportForm;
  readonly needed: readonly string[];
  readonly marks: readonly string[];
}

const forms = [...salesforceForms, ...crmForms, ...orderForms];

function fit(form: ExportForm, present: ReadonlyMap<string, string>): Fit | undefined {
  const needed: string[] = [];
  for (const need of form.needs) {
    const found = need.split('|').flatMap((header) => present.get(keyOf(header)) ?? [])[0];
    if (found === undefined) return undefined;
    needed.push(found);
  }
  const marks = form.marks.flatMap((header) => present.get(keyOf(header)) ?? []);
  return { form, needed, marks };
}

/**
 * The system and export that a header line is from; undefined where none is known. At least two
 * telling headers make it certain; without any, the line is not taken for an export, since
 * "customer, date, amount" is everybody's.
 */
export function findExport(headers: readonly string[]): KnownExport | undefined {
  const present = new Map(headers.map((header) => [keyOf(header), header] as const));
  const fits = forms
    .flatMap((form) => fit(form, present) ?? [])
    .filter((one) => extra(one) > 0)
    .sort((one, other) => weight(other) - weight(one));
  const [best] = fits;
  if (!best) return undefined;
  const { form, needed, marks } = best;
  const others = fits
    .filter((one) => one.form.system !== form.system && weight(one) === weight(best))
    .map((one) => one.form.system);
  return {
    system: form.system,
    object: form.object,
    sure: extra(best) >= 2 && others.length === 0 ? 'certain' : 'likely',
    evidence: form.evidence,
    told: [...new Set([...needed, ...marks])],
    roles: rolesIn(form, headers),
    amount: amountIn(form, present),
    date: (form.dates ?? []).flatMap((header) => present.get(keyOf(header)) ?? [])[0],
    lineColumns: lineColumnsIn(form, headers),
    traps: form.traps.flatMap(([trap, ...shown]) =>
      shown.length === 0 || shown.some((header) => present.has(keyOf(header))) ? [trap] : [],
    ),
    others: [...new Set(others)],
  };
}

/** Telling headers beside those that the export must have. */
const extra = ({ needed, marks }: Fit) => marks.filter((mark) => !needed.includes(mark)).length;

const weight = ({ needed, marks }: Fit) => new Set([...needed, ...marks]).size;

function amountIn(
  form: ExportForm,
  present: ReadonlyMap<string, string>,
): AmountChoice | undefined {
  for (const [name, reason, instead] of form.amounts) {
    const header = present.get(keyOf(name));
    if (header === undefined) continue;
    const whereBlank = instead === undefined ? undefined : present.get(keyOf(instead));
    return { header, reason, ...(whereBlank !== undefined && { whereBlank }) };
  }
  return undefined;
}

function lineColumnsIn(form: ExportForm, headers: readonly string[]): string[] {
  const starts = (form.lines ?? []).map(keyOf);
  return headers.filter((header) => starts.some((start) => keyOf(header).startsWith(start)));
}

/** The form's own roles first; of the amounts only the one to use is called so. */
function rolesIn(form: ExportForm, headers: readonly string[]): (ColumnRole | undefined)[] {
  const own = new Map(
    Object.entries(form.roles).map(([header, role]) => [keyOf(header), role] as const),
  );
  const present = new Map(headers.map((header) => [keyOf(header), header] as const));
  const amount = amountIn(form, present);
  const isColumn = amount !== undefined && amount.reason !== 'quantityByPrice';
  return headers.map((header) => {
    if (isColumn && header === amount.header) return 'amount';
    const known = own.get(keyOf(header));
    const role = known === null ? undefined : (known ?? roleBeside(header, present));
    return role === 'amount' ? undefined : role;
  });
}

/** "Total amount currency" beside "Total amount" is the currency of that. */
function roleBeside(header: string, present: ReadonlyMap<string, string>): ColumnRole | undefined {
  const amount = /^(.+) (?:currency|wahrung)$/.exec(keyOf(header))?.[1];
  return amount !== undefined && present.has(amount) ? 'currency' : findColumnRole(header);
}
