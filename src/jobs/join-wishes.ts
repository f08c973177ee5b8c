import type { ChosenColumns, JoinColumn, JoinedKind, RateBase } from '../intake';
import type { SerialDate } from '../sales';

/** Tables to be joined to the sales, by name. */
export interface JoinWishes {
  /**
   * Has the dates of the orders that lines belong to. Left out, it is found where the sales have no
   * dates; the empty text where the one that is found is not meant.
   */
  readonly orders?: string;
  /** Says to which team, region or category names belong. */
  readonly assignments?: string;
  /** Whether names belong where they did on the day of the sale, or where they do on the as-of day. */
  readonly assigned?: 'asWas' | 'asIs';
  /** Says who shares the credit for which deal. */
  readonly credits?: string;
  /** Says what currencies are worth. */
  readonly rates?: string;
  /** The report's currency. Left out, that of the targets. */
  readonly currency?: string;
  /** The day whose rates hold for all rows. Left out, each row has the rate of its day. */
  readonly rateDay?: SerialDate;
  /** Which of a pair's currencies one unit is meant of. Left out, as the table says it. */
  readonly rateBase?: RateBase;
  /** Columns that were chosen; the others are found. */
  readonly columns?: ChosenColumns;
}

const columnsOf: Readonly<Record<JoinedKind, readonly JoinColumn[]>> = {
  orders: ['lineOrder', 'orderKey'],
  assignments: ['salesKey', 'assignedKey', 'assignedParent', 'assignedFrom', 'assignedTo'],
  credits: ['salesDeal', 'salesPerson', 'creditDeal', 'creditPerson', 'creditShare'],
  rates: ['rateCurrency', 'rateInto', 'rateFigure', 'rateDate'],
};

/** All columns that can be chosen. */
export const joinColumns = Object.values(columnsOf).flat();

/** The wishes with another table, or none, for one kind; what was said of the earlier one is dropped. */
export function withJoined(
  wishes: JoinWishes | undefined,
  kind: JoinedKind,
  source: string | undefined,
): JoinWishes | undefined {
  const { [kind]: _former, columns, ...others } = wishes ?? {};
  const kept = Object.entries(columns ?? {}).filter(
    ([column]) => !columnsOf[kind].some((own) => own === column),
  );
  const { assigned, currency, rateDay, rateBase, ...tables } = others;
  const rest: JoinWishes = {
    ...tables,
    ...(kind !== 'assignments' && assigned && { assigned }),
    ...(kind !== 'rates' && {
      ...(currency !== undefined && { currency }),
      ...(rateDay !== undefined && { rateDay }),
      ...(rateBase && { rateBase }),
    }),
    ...(kept.length > 0 && { columns: Object.fromEntries(kept) }),
    ...(source !== undefined && { [kind]: source }),
  };
  return Object.keys(rest).length > 0 ? rest : undefined;
}

/** What was said of the table of orders alone. */
export function ordersAlone({
  orders,
  columns,
}: JoinWishes): Pick<JoinWishes, 'orders' | 'columns'> {
  return { ...(orders !== undefined && { orders }), ...(columns && { columns }) };
}
