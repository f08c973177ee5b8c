/** The ids the manifest gives its buttons. */
export const commandIds = ['buildReport', 'openTargets', 'openActions'] as const;

export type CommandId = (typeof commandIds)[number];

export type CommandPage = 'report' | 'targets' | 'actions';

/** What the buttons need of the page they run in. */
export interface Commands {
  /** Writes the last report again; false where none was built yet. */
  rebuildReport(): Promise<boolean>;
  /** Opens the pane on a page of it. */
  showPane(page: CommandPage): Promise<void>;
  /** Tells the person, in the pane, why nothing came of the click. */
  tellFailure(cause: unknown): Promise<void>;
}

/** Excel greys a button out until its click is reported as completed. */
export type CommandHandler = (event: { completed(): void }) => Promise<void>;

/** One handler per button. */
export function commandHandlers(commands: Commands): Readonly<Record<CommandId, CommandHandler>> {
  const jobs: Readonly<Record<CommandId, () => Promise<void>>> = {
    async buildReport() {
      const isRebuilt = await commands.rebuildReport();
      if (!isRebuilt) await commands.showPane('report');
    },
    openTargets: () => commands.showPane('targets'),
    openActions: () => commands.showPane('actions'),
  };
  const handled =
    (job: () => Promise<void>): CommandHandler =>
    async (event) => {
      try {
        await job();
      } catch (cause) {
        await commands.tellFailure(cause);
      } finally {
        event.completed();
      }
    };
  return {
    buildReport: handled(jobs.buildReport),
    openTargets: handled(jobs.openTargets),
    openActions: handled(jobs.openActions),
  };
}
