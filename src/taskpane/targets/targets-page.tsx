import type { DataState } from '../use-data';

export function TargetsPage({ data }: { readonly data: DataState }) {
  return <>{data.found?.sales?.source.name}</>;
}
