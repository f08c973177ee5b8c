import path from 'node:path';
import { openWorkbench } from '../../src/workbench/node';
import type { OpenOptions, Workbench } from '../../src/workbench/node';

export const sampleAddIn = {
  script: path.join(__dirname, 'fixtures', 'add-in.js'),
  functionsJson: path.join(__dirname, 'fixtures', 'functions.json'),
};

/** A fresh workbench for every test; one that met an unsupported member fails its test. */
export function useWorkbench(options: OpenOptions = {}): () => Workbench {
  let workbench: Workbench | undefined;
  beforeEach(async () => {
    workbench = await openWorkbench(options);
  });
  afterEach(() => {
    const { unsupported = [], page } = workbench ?? {};
    const errors = page?.errors ?? [];
    workbench?.close();
    workbench = undefined;
    expect(unsupported).toEqual([]);
    expect(errors).toEqual([]);
  });
  return () => {
    if (!workbench) throw new Error('The workbench is open within a test only.');
    return workbench;
  };
}

/** The error that a promise was rejected with, as office.js made it. */
export async function refusal(
  promise: Promise<unknown>,
): Promise<{ code: string; message: string; location: string | undefined }> {
  try {
    await promise;
  } catch (error) {
    const { code, message, debugInfo } = error as OfficeExtension.Error;
    return { code, message, location: debugInfo.errorLocation };
  }
  throw new Error('Nothing was refused.');
}
