import { plainNames, type ColumnNames, type Reading } from '../intake';
import { withReading } from './readings';
import type { ReportWishes } from './track';

/** A column whose name no header gives, and the name that a person gives it; none takes it back. */
export interface ColumnNaming {
  readonly part: keyof ColumnNames;
  readonly name: string | undefined;
}

/**
 * The wishes with a column named anew. What was said of it by its former name holds for it still.
 * `sides` are those that the source serves as.
 */
export function withColumnName(
  wishes: ReportWishes,
  source: string,
  sides: readonly ('sales' | 'targets')[],
  { part, name }: ColumnNaming,
): ReportWishes {
  const said = wishes.readings?.[source] ?? {};
  const { [part]: former = plainNames[part], ...others } = said.names ?? {};
  const renamed = renaming(former, name ?? plainNames[part]);
  const names = { ...others, ...(name !== undefined && { [part]: name }) };
  const readings = withReading(wishes.readings, source, {
    ...saidByHeader(said, renamed),
    names: Object.keys(names).length > 0 ? names : undefined,
  });
  return { ...wishes, ...chosenColumns(wishes, sides, renamed), readings };
}

type Renamed = (header: string) => string;

/** Several columns without a header are numbered: "Name", "Name 2". */
function renaming(from: string, to: string): Renamed {
  return (header) => {
    if (header === from) return to;
    const number = header.startsWith(`${from} `) ? header.slice(from.length) : '';
    return /^ \d+$/.test(number) ? `${to}${number}` : header;
  };
}

function byHeader<Said>(
  said: Readonly<Record<string, Said>> | undefined,
  renamed: Renamed,
): Readonly<Record<string, Said>> | undefined {
  const entries = Object.entries(said ?? {}).map(
    ([header, one]) => [renamed(header), one] as const,
  );
  return said && Object.fromEntries(entries);
}

function saidByHeader(said: Reading, renamed: Renamed) {
  return {
    dateOrders: byHeader(said.dateOrders, renamed),
    daySwaps: byHeader(said.daySwaps, renamed),
    decimalSigns: byHeader(said.decimalSigns, renamed),
    filledDown: said.filledDown?.map(renamed),
    leftBlank: said.leftBlank?.map(renamed),
  };
}

function chosenColumns(
  wishes: ReportWishes,
  sides: readonly ('sales' | 'targets')[],
  renamed: Renamed,
): Partial<ReportWishes> {
  const inSales = sides.includes('sales') ? renamed : (header: string) => header;
  const inTargets = sides.includes('targets') ? renamed : (header: string) => header;
  const { salesDate, salesAmount, targetDate, targetAmount, by, targetDimensions } = wishes;
  const pairs = Object.entries(targetDimensions ?? {}).map(
    ([dimension, column]) => [inSales(dimension), inTargets(column)] as const,
  );
  return {
    ...(salesDate !== undefined && { salesDate: inSales(salesDate) }),
    ...(salesAmount !== undefined && { salesAmount: inSales(salesAmount) }),
    ...(targetDate !== undefined && { targetDate: inTargets(targetDate) }),
    ...(targetAmount !== undefined && { targetAmount: inTargets(targetAmount) }),
    ...(by && { by: by.map(inSales) }),
    ...(targetDimensions && { targetDimensions: Object.fromEntries(pairs) }),
  };
}
