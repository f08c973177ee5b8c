import type { DataReason } from '../../sales';
import type { Column } from '../columns/column';
import { fold, headerWords } from '../header-words';
import { judgeWholly, type SourceTable } from '../mapping';

/** What measures need beside date and amount, by what a column is for. */
const numberRoles = ['quantity', 'cost', 'discount', 'profit'] as const;
const textRoles = ['orderId', 'customer'] as const;
const dealRoles = ['createdDate', 'probability'] as const;

export type NumberRole = (typeof numberRoles)[number];
export type TextRole = (typeof textRoles)[number];
export type MeasureRole = NumberRole | TextRole | (typeof dealRoles)[number];

/** The columns that measures are made of, and why some that are there cannot be used. */
export interface MeasureColumns {
  readonly columns: ReadonlyMap<MeasureRole, Column>;
  readonly lacking: ReadonlyMap<MeasureRole, DataReason>;
  /** Whether the cost is that of one piece, to be taken times the quantity. */
  readonly isCostOfOnePiece: boolean;
}

/** Whether cells of a kind can be what a role needs. */
function fits(role: MeasureRole, kind: Column['kind']): boolean {
  if (role === 'createdDate') return kind === 'date';
  return kind === 'number' || textRoles.some((text) => text === role);
}

/** The columns of a table that measures can be made of. Those `taken` are used for something else. */
export function findMeasureColumns(table: SourceTable, taken: readonly Column[]): MeasureColumns {
  const columns = new Map<MeasureRole, Column>();
  const lacking = new Map<MeasureRole, DataReason>();
  for (const role of [...numberRoles, ...textRoles, ...dealRoles]) {
    const named = table.columns.filter(
      ({ meaning, index }) => meaning === role && !taken.some((other) => other.index === index),
    );
    const filled = named.filter(({ kind }) => kind !== 'blank');
    const fitting = filled.filter(({ kind }) => fits(role, kind));
    const [first, ...others] = fitting;
    if (named.length === 0) continue;
    if (filled.length === 0) lacking.set(role, 'noValues');
    else if (!first) lacking.set(role, 'noNumbers');
    else if (others.length > 0) lacking.set(role, 'severalColumns');
    else {
      const column = judgeWholly(table, first);
      if (column.decimalSign.kind === 'ambiguous' || isOpenDate(column)) {
        lacking.set(role, 'unclearColumn');
      } else columns.set(role, column);
    }
  }
  const discount = columns.get('discount');
  if (discount && holdsPercentages(table, discount)) {
    columns.delete('discount');
    lacking.set('discount', 'holdsPercentages');
  }
  const cost = columns.get('cost');
  const isCostOfOnePiece = cost !== undefined && isOfOnePiece(cost.header);
  if (isCostOfOnePiece && !columns.has('quantity')) {
    columns.delete('cost');
    lacking.set('cost', lacking.get('quantity') ?? 'noQuantity');
  }
  return { columns, lacking, isCostOfOnePiece };
}

function isOpenDate({ kind, dateOrder }: Column): boolean {
  return kind === 'date' && dateOrder.kind !== 'found';
}

const onePiece =
  /\b(?:unit|piece|each|standard|unitaires?|unitario|unitaria|unidade?|stuck|einzel)\b|stuckkosten|\bprices?\b|preis\b|\bprix\b|\bprecio\b|\bpreco\b|単価/;

/** Whether a header says that its figures are of one piece: "Unit cost", "Purchase price". */
function isOfOnePiece(header: string): boolean {
  return onePiece.test(fold(headerWords(header)));
}

/** Whether a discount is a part of the price: by its header, or by cells that are all parts of 1. */
function holdsPercentages({ raw }: SourceTable, { header, index }: Column): boolean {
  if (/%|percent|prozent|\brate\b|pourcent|porcent|率/i.test(header)) return true;
  const { numbers, codes, values, counts } = raw.grid.column(index);
  const isThere = (code: number) => (counts[code] ?? 0) > 0;
  if (values.some((value, code) => typeof value === 'string' && /%/.test(value) && isThere(code))) {
    return true;
  }
  let hasPart = false;
  for (const [row, number] of (numbers ?? []).entries()) {
    if (codes && codes[row] !== -1) continue;
    if (number < 0 || number > 1) return false;
    if (number > 0 && number < 1) hasPart = true;
  }
  return hasPart;
}
