import { remembering } from '../remember';
import { classOf, figurePrecedence, mayBePercent, type ColumnRole } from './column-role';
import { withoutUnit } from './header-currency';
import { findWholeRole, piecesOf, type Meaning, type Piece } from './header-pieces';
import { withoutBrackets } from './header-text';
import { languages } from './words/languages';
import type { DateKind } from './words/vocabulary';

/**
 * What a header says its column is for; undefined where it says nothing known.
 *
 * The word that tells stands last ("order date") or, in Romance languages, first ("fecha de
 * pedido"); a word after it that is not known leaves the header unknown, for "customer phone" is no
 * customer. Where a header claims two roles,
 *
 * 1. a phrase that is the whole header decides,
 * 2. a longer phrase hides the shorter within: a "sales person" is no sales,
 * 3. the telling word decides the class: a figure, a time, a dimension, a key or a mark,
 * 4. of several figures the first in `figurePrecedence` is it, wherever it stands: "discount amount",
 *    "amount (target)",
 * 5. year and month, or year and quarter, are a period,
 * 6. of dates, other dates and validity go before creation and closing: "last modified date".
 *
 * @example findColumnRole('Umsatzziel (EUR)') // 'target'
 */
export function findColumnRole(header: string): ColumnRole | undefined {
  return roleKept(header);
}

const roleKept = remembering(roleOfHeader);

function roleOfHeader(header: string): ColumnRole | undefined {
  const { outside, inside } = withoutBrackets(header);
  const [main, asides] = outside === '' ? [header, []] : [outside, inside];
  const pieces = piecesOf(withoutUnit(main));
  const beside = asides.flatMap((text) => beforeJoint(piecesOf(withoutUnit(text))));
  if (pieces.some((piece) => has(piece, 'none'))) return undefined;
  const whole = findWholeRole(pieces) ?? whenRole(pieces);
  if (whole) return whole;
  for (const section of sections(pieces)) {
    if (section.every(isPassedOver)) continue;
    const role = roleOf(section, pieces, beside);
    // "Period/year" holds both, "Period year" a year.
    const hasBoth = main.includes('/') && pieces.flatMap(rolesOf).includes('period');
    return role === 'year' && hasBoth ? 'period' : role;
  }
  return undefined;
}

/** Whether all words are of figures, or tell nothing by themselves: "Net sales target (EUR)". */
export function isOfFigures(text: string): boolean {
  return piecesOf(withoutUnit(text)).every(
    (piece) =>
      rolesOf(piece).some((role) => classOf(role) === 'figure') ||
      (['neutral', 'joint', 'link'] as const).some((kind) => has(piece, kind)),
  );
}

/** Whether a header speaks of an order, invoice or deal: "Order total", "Rechnungsbetrag". */
export function namesDocument(header: string): boolean {
  return piecesOf(withoutUnit(header)).some(
    (piece) => has(piece, 'document') || has(piece, 'deal'),
  );
}

const has = (piece: Piece | undefined, kind: Meaning['kind']) =>
  piece?.meanings.some((meaning) => meaning.kind === kind) ?? false;

const rolesOf = (piece: Piece) =>
  piece.meanings.flatMap((meaning) => (meaning.kind === 'role' ? [meaning.role] : []));

/** The part of a header that names a period: "Sales 2026", "Umsatz Q1". */
const label = /^(?:\d+|[qth][1-4]|fy\d+)$/;

/** Says nothing of the role by itself: "name", "actual", "created". */
function isPassedOver(piece: Piece): boolean {
  return (
    rolesOf(piece).length === 0 &&
    (has(piece, 'neutral') || has(piece, 'date') || has(piece, 'when') || label.test(piece.text))
  );
}

const isJoint = (piece: Piece) => has(piece, 'joint') || has(piece, 'ratio');
const isTie = (piece: Piece) => isJoint(piece) || has(piece, 'link');

/** The pieces between words like "of". "No" and "from" at either end join nothing. */
function sections(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]];
  pieces.forEach((piece, index) => {
    const isInside = index > 0 && index < pieces.length - 1;
    const isOther = rolesOf(piece).length > 0 || has(piece, 'date') || has(piece, 'when');
    if (isTie(piece) && (isInside || !isOther)) parts.push([]);
    else parts.at(-1)?.push(piece);
  });
  return parts.filter((part) => part.length > 0);
}

function beforeJoint(pieces: readonly Piece[]): Piece[] {
  const end = pieces.findIndex(isJoint);
  return pieces.slice(0, end < 0 ? undefined : end);
}

const headFirst = new Set(
  languages.filter(({ head }) => head === 'first').map(({ language }) => language),
);

/** Whether the telling word comes first, by the words that only one kind of language has. */
function isHeadFirst(pieces: readonly Piece[]): boolean {
  let balance = 0;
  for (const { meanings } of pieces) {
    if (meanings.length === 0) continue;
    if (meanings.every(({ language }) => headFirst.has(language))) balance += 1;
    else if (!meanings.some(({ language }) => headFirst.has(language))) balance -= 1;
  }
  return balance > 0;
}

function roleOf(
  section: readonly Piece[],
  all: readonly Piece[],
  beside: readonly Piece[],
): ColumnRole | undefined {
  const ordered = isHeadFirst(all) ? section : section.toReversed();
  const dated = section.filter((piece) => !has(piece, 'neutral'));
  if (rolesOf(dated[0] ?? nothing).includes('date') && has(dated[1], 'date')) {
    return timeRole('date', section, all);
  }
  const head = ordered.find((piece) => !isPassedOver(piece)) ?? nothing;
  const [role] = rolesOf(head);
  if (role === undefined) {
    const isPaper = has(head, 'document') && !has(head, 'deal') && ordered[0] === head;
    return isPaper ? 'orderId' : undefined;
  }
  switch (classOf(role)) {
    case 'time':
      return timeRole(role, section, all);
    case 'figure':
      return figureRole(section, all, beside);
    case 'key':
      return keyRole(all);
    case 'dimension':
    case 'mark':
      return role;
  }
}

const nothing: Piece = { text: '', meanings: [] };

function figureRole(
  section: readonly Piece[],
  all: readonly Piece[],
  beside: readonly Piece[],
): ColumnRole | undefined {
  const named = new Set([...section, ...beforeJoint(all), ...beside].flatMap(rolesOf));
  const role = figurePrecedence.find((figure) => named.has(figure));
  if (role === undefined) return undefined;
  const pieces = [...all, ...beside];
  // A ratio of figures is none that rows add up to.
  if (all.some((piece) => has(piece, 'ratio')) && role !== 'price') return undefined;
  if (pieces.some(({ text }) => text === 'percent') && !mayBePercent(role)) return undefined;
  return role === 'amount' && dateKinds(section).has('expected') ? 'expectedAmount' : role;
}

const dateKinds = (pieces: readonly Piece[]): ReadonlySet<DateKind> =>
  new Set(
    pieces.flatMap(({ meanings }) =>
      meanings.flatMap((meaning) => (meaning.kind === 'date' ? [meaning.date] : [])),
    ),
  );

function timeRole(
  role: ColumnRole,
  section: readonly Piece[],
  all: readonly Piece[],
): ColumnRole | undefined {
  // "Month 1" and "Year 2026" are labels of periods, not names of columns that hold some.
  if (all.some(({ text }) => /\d/.test(text))) return undefined;
  if (role !== 'date') {
    const parts = new Set(section.flatMap(rolesOf));
    const isPeriod = parts.has('year') && (parts.has('month') || parts.has('quarter'));
    return isPeriod ? 'period' : role;
  }
  const kinds = dateKinds(all);
  // "Period end date" and "quarter start date" name a period by one of its days.
  const isEdge = kinds.has('from') || kinds.has('to');
  const named = section
    .flatMap(rolesOf)
    .some((other) => classOf(other) === 'time' && other !== 'date');
  return isEdge && named ? 'date' : dateRole(kinds);
}

function dateRole(kinds: ReadonlySet<DateKind>): ColumnRole {
  if (kinds.has('other')) return 'otherDate';
  if (kinds.has('from')) return 'effectiveFrom';
  if (kinds.has('to')) return 'effectiveTo';
  if (kinds.has('closed')) return kinds.has('expected') ? 'expectedClose' : 'closedDate';
  if (kinds.has('created')) return 'createdDate';
  return kinds.has('expected') ? 'otherDate' : 'date';
}

/** "Created on", "paid at": a date without the word. */
function whenRole(pieces: readonly Piece[]): ColumnRole | undefined {
  const kinds = dateKinds(pieces.slice(-2, -1));
  return has(pieces.at(-1), 'when') && kinds.size > 0 ? dateRole(dateKinds(pieces)) : undefined;
}

/** What is as good by its number or code as by its name. */
const numbered: readonly ColumnRole[] = [
  'country',
  'currency',
  'version',
  'period',
  'month',
  'quarter',
  'year',
];

/** A paper's number names the paper. */
function keyRole(all: readonly Piece[]): ColumnRole {
  const roles = all.flatMap(rolesOf);
  const named = numbered.find((role) => roles.includes(role));
  if (named) return named;
  const isOfPaper = all.some((piece) => has(piece, 'document') || has(piece, 'deal'));
  return isOfPaper || roles.includes('orderId') ? 'orderId' : 'id';
}
