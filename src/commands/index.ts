export { commandHandlers, commandIds } from './commands';
export type { CommandHandler, CommandId, CommandPage, Commands } from './commands';
