import { placeAddress, type Source } from '../workbook';

/** Where a table's cells stand: one source of the workbook, or several of one layout read as one. */
export interface DataSource extends Source {
  /** Of several: all of them. The source's own place is that of the first. */
  readonly parts?: readonly Source[];
  /** What people read for its name. */
  readonly label?: string;
}

/** What people read for a source's name. */
export function sourceLabel({ name, label }: DataSource): string {
  return label ?? name;
}

/** The sources that a source consists of: itself, unless it is several. */
export function partsOf(source: DataSource): readonly Source[] {
  return source.parts ?? [source];
}

/** The addresses of all of its places. */
export function sourceAddress(source: DataSource): string {
  return partsOf(source).map(placeAddress).join(', ');
}

/** The sheets that its cells stand on, each once. */
export function sheetsOf(source: DataSource): string[] {
  return [...new Set(partsOf(source).map(({ sheet }) => sheet))];
}
