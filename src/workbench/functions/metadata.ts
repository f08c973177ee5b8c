/** One function as `functions.json` describes it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly type?: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly requiresAddress?: boolean;
  };
}

export interface FunctionsFile {
  readonly functions: readonly FunctionMetadata[];
  readonly allowErrorForDataTypeAny?: boolean;
}

/** Reads the text of a `functions.json`. */
export function readFunctionsFile(text: string): FunctionsFile {
  const file = JSON.parse(text) as Partial<FunctionsFile>;
  if (!Array.isArray(file.functions)) throw new Error('functions.json lists no functions.');
  for (const { id } of file.functions as FunctionMetadata[]) {
    if (typeof id !== 'string' || id === '')
      throw new Error('A function in functions.json has no id.');
  }
  return { ...file, functions: file.functions };
}
