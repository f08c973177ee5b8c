import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CellError, CellValue, WorkbookContents } from '../../workbook';
import { readContents, writeContents } from '../../xlsx';
import { createHeadlessEngine } from '../engine/univer/headless';
import { readFunctionsFile } from '../functions';
import { WorkbenchHost } from '../protocol';
import type { Faults, RoundTrips } from '../protocol';
import { AddInPage } from './add-in-page';

/** The add-in's built page or script, and the file that describes its functions. */
export interface AddInFiles {
  readonly script: string;
  readonly functionsJson: string;
}

export interface OpenOptions {
  readonly contents?: WorkbookContents;
  /** An xlsx file to start from. */
  readonly file?: string;
  /** Left out, an empty page with office.js and no add-in. */
  readonly addin?: AddInFiles;
  readonly language?: string;
  readonly faults?: Partial<Faults>;
  readonly onLog?: (text: string) => void;
}

/** Where `npm run build` puts the add-in. */
export const builtAddIn: AddInFiles = {
  script: path.resolve('dist/addin/taskpane.html'),
  functionsJson: path.resolve('dist/addin/functions.json'),
};

/** The error a formula ended with, and the words its function gave with it. */
export interface FailedFormula extends CellError {
  readonly message?: string;
}

type Evaluated = CellValue | FailedFormula;

/** A workbook with the add-in in it, in Node: real office.js over its own protocol. */
export class Workbench {
  constructor(
    readonly host: WorkbenchHost,
    readonly page: AddInPage,
  ) {}

  get unsupported(): readonly string[] {
    return this.host.unsupported;
  }
  get roundTrips(): RoundTrips {
    return this.host.roundTrips;
  }
  get faults(): Faults {
    return this.host.faults;
  }
  /** The add-in's window. */
  get window(): AddInPage['window'] {
    return this.page.window;
  }

  /**
   * Functions that functions.json names and the add-in associates nothing with. Office.js answers
   * for them as if they had thrown, so that cells cannot tell.
   */
  get unassociated(): string[] {
    const { mappings } = this.window.CustomFunctions._association;
    const known = new Set(Object.keys(mappings).map((id) => id.toUpperCase()));
    return this.host.functions.ids.filter((id) => !known.has(id));
  }

  /** Runs code with the page's own `Excel` and `Office`, so that it goes over the wire. */
  async run<Result>(
    body: (excel: typeof Excel, office: typeof Office) => Promise<Result>,
  ): Promise<Result> {
    return body(this.window.Excel, this.window.Office);
  }

  /** Runs text as the body of an async function in the page. */
  async runScript(source: string): Promise<unknown> {
    const body = this.window.eval(`(async (Excel, Office) => {\n${source}\n})`);
    const run = body as (excel: typeof Excel, office: typeof Office) => Promise<unknown>;
    return this.run(run);
  }

  /** Resolves when everything is calculated, custom functions included. */
  async settled(): Promise<void> {
    await this.host.workbook.settled();
  }

  /**
   * The value of a formula, through a cell of the active sheet right of everything on it. Where
   * it spills, all its values.
   */
  async evaluate(formula: string): Promise<Evaluated | Evaluated[][]> {
    const text = formula.startsWith('=') ? formula : `=${formula}`;
    const { active } = this.host.workbook;
    const used = active.cells.used();
    const column = used ? used.column + used.columns + 1 : 0;
    await this.run((excel) =>
      excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getCell(0, column).formulas = [[text]];
        await context.sync();
      }),
    );
    await this.settled();
    const read = await this.run((excel) =>
      excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const cell = sheet.getCell(0, column).load({ values: true, valueTypes: true });
        const spill = cell.getSpillingToRangeOrNullObject();
        spill.load({ values: true, valueTypes: true });
        await context.sync();
        const from = spill.isNullObject ? cell : spill;
        const answer = { values: from.values as unknown[][], types: from.valueTypes as string[][] };
        cell.clear();
        await context.sync();
        return answer;
      }),
    );
    const failure = this.host.functions.findFailure(active.name, 0, column);
    const values = read.values.map((row, down) =>
      row.map((value, right) => cellOf(value, read.types[down]?.[right], failure?.message)),
    );
    const [[single = null] = []] = values;
    return values.length > 1 || (values[0]?.length ?? 0) > 1 ? values : single;
  }

  /** Presses the ribbon button with this action. */
  invokeCommand(functionName: string, id?: string) {
    return this.host.invokeCommand(functionName, id);
  }

  async save(file: string): Promise<void> {
    await writeFile(file, await writeContents(this.host.workbook.toContents()));
  }

  close(): void {
    this.page.close();
    this.host.close();
  }
}

function cellOf(value: unknown, type: string | undefined, message: string | undefined): Evaluated {
  if (type === 'Error') {
    const { error } = { error: value as CellError['error'] };
    return message === undefined || message === '' ? { error } : { error, message };
  }
  return type === 'Empty' ? null : (value as CellValue);
}

/** Opens a workbook and the add-in in it. Close it, or Node stays alive. */
export async function openWorkbench(options: OpenOptions = {}): Promise<Workbench> {
  const { file, addin, language = 'en-US' } = options;
  const contents =
    file === undefined ? options.contents : (await readContents(await readFile(file))).contents;
  const host = new WorkbenchHost({
    engine: createHeadlessEngine(),
    ...(contents && { contents }),
    ...(addin && { functions: readFunctionsFile(await readFile(addin.functionsJson, 'utf8')) }),
  });
  if (file !== undefined) host.workbook.fileName = path.basename(file);
  Object.assign(host.faults, options.faults);
  try {
    const page = await AddInPage.open(host, {
      script: addin && path.resolve(addin.script),
      language,
      onLog: options.onLog ?? (() => undefined),
    });
    return new Workbench(host, page);
  } catch (error) {
    host.close();
    throw error;
  }
}
