import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface FunctionsMetadata {
  readonly allowCustomDataForDataTypeAny?: boolean;
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description?: string;
      readonly type?: string;
      readonly optional?: boolean;
    }[];
  }[];
}

/** The files of the functions room that declare a function Excel can call. */
export function customFunctionFiles(root: string): string[] {
  const room = path.join(root, 'src', 'functions');
  if (!existsSync(room)) return [];
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => path.join(room, name))
    .filter((file) => /@customfunction\b/i.test(readFileSync(file, 'utf8')));
}

/** What Excel needs to know of our functions, read from their signatures and docstrings. */
export async function functionsMetadata(root: string): Promise<FunctionsMetadata> {
  const files = customFunctionFiles(root);
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(files);
  if (errors.length > 0) throw new Error(`Custom functions: ${errors.join('\n')}`);
  if (metadataJson === '') return { allowErrorForDataTypeAny: true, functions: [] };
  const metadata = JSON.parse(metadataJson) as FunctionsMetadata;
  const twice = metadata.functions.filter(
    (one, index) => metadata.functions.findIndex((other) => other.id === one.id) !== index,
  );
  if (twice.length > 0) {
    throw new Error(`Custom functions declared twice: ${twice.map(({ id }) => id).join(', ')}`);
  }
  // The generator never writes it; without it one error cell turns a whole result into #VALUE!.
  return { ...metadata, allowErrorForDataTypeAny: true };
}
