import type { WorkbookContents } from '../../workbook';
import type { Engine } from '../engine/engine';
import { CustomFunctions } from '../functions';
import type { FunctionsFile } from '../functions';
import { WorkbookModel } from '../model';
import { HostConnection } from './connection';
import type { CommandOutcome, ConnectionOptions } from './connection';
import { EventRouter } from './event-router';
import { ExcelHost } from './excel-host';
import { Faults } from './faults';
import { PaneState } from './pane-state';
import { References } from './references';
import { RoundTrips } from './round-trips';

export interface WorkbenchHostOptions {
  readonly engine: Engine;
  readonly contents?: WorkbookContents;
  readonly customXml?: readonly string[];
  readonly functions?: FunctionsFile;
  /** What stands before the dot of the add-in's functions, as its manifest says. */
  readonly namespace?: string;
}

const customFunctionMessages = 1;
const invoke = 1000;

/**
 * A workbook that an add-in can be opened in. The page and the Node shell each make one, and call
 * `connect` for the window they load the add-in into; a page that loads again connects again.
 */
export class WorkbenchHost {
  readonly workbook: WorkbookModel;
  readonly functions: CustomFunctions;
  readonly faults = new Faults();
  readonly pane = new PaneState();
  readonly roundTrips = new RoundTrips();
  /** Members of Excel's interface that were asked for and are not here. */
  readonly unsupported: string[] = [];
  readonly #router: EventRouter;
  readonly #excel: ExcelHost;
  #connection: HostConnection | undefined;

  constructor(options: WorkbenchHostOptions) {
    const { engine, contents, customXml, functions = { functions: [] } } = options;
    this.functions = new CustomFunctions(functions, options.namespace ?? 'SALES', (calls) => {
      const entries = calls.map((call) => [
        customFunctionMessages,
        invoke,
        '',
        JSON.stringify(call),
        0,
        false,
      ]);
      this.#connection?.sendEvents(entries);
    });
    engine.setFunctions(this.functions.describe());
    this.workbook = new WorkbookModel(engine, contents, customXml);
    const references = new References(this.workbook);
    this.#router = new EventRouter(this.workbook, references, (entries) => {
      this.#connection?.sendEvents(entries);
    });
    this.#excel = new ExcelHost({
      workbook: this.workbook,
      functions: this.functions,
      references,
      router: this.#router,
      faults: this.faults,
      pane: this.pane,
      unsupported: (member) => {
        if (!this.unsupported.includes(member)) this.unsupported.push(member);
      },
    });
  }

  /** Opens the line to an add-in's page; an earlier one closes. */
  connect(options: ConnectionOptions): HostConnection {
    this.#connection?.close();
    this.functions.addInGone();
    this.#router.clear();
    this.#connection = new HostConnection(
      {
        excel: this.#excel,
        faults: this.faults,
        roundTrips: this.roundTrips,
        hold: () => {
          this.#router.hold();
        },
        release: () => {
          this.#router.release();
        },
      },
      options,
    );
    return this.#connection;
  }

  /** Presses a ribbon button: runs the function that the add-in associated with its action. */
  async invokeCommand(functionName: string, id?: string): Promise<CommandOutcome> {
    return this.#connection ? this.#connection.invokeCommand(functionName, id) : 'notAssociated';
  }

  close(): void {
    this.#connection?.close();
    this.workbook.close();
  }
}
