/** What the add-in cannot do without, as the manifest states it. */
export const requirements = [
  { set: 'SharedRuntime', version: '1.1' },
  { set: 'CustomFunctionsRuntime', version: '1.3' },
  { set: 'ExcelApi', version: '1.9' },
] as const;

/**
 * What this Excel lacks of it. The store keeps the add-in from such an Excel; one that was sideloaded,
 * or that an administrator put there, starts all the same.
 */
export function missingRequirements(): string[] {
  return requirements
    .filter(({ set, version }) => !Office.context.requirements.isSetSupported(set, version))
    .map(({ set, version }) => `${set} ${version}`);
}
