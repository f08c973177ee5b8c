/** What jest writes with --json, as far as it is counted here. */
export interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files that broke before their tests could run. */
  readonly numRuntimeErrorTestSuites: number;
}

export interface GateResult {
  readonly name: string;
  readonly isPassed: boolean;
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/**
 * The tests that passed, and the tests, test files and gates that failed. The gate named `test` is
 * told by its tests; it counts itself only where it failed although no test did, or ran none.
 */
export function countOf(gates: readonly GateResult[], tests: JestResults | undefined): Count {
  const passed = tests?.numPassedTests ?? 0;
  const failedTests = tests ? tests.numFailedTests + tests.numRuntimeErrorTestSuites : 0;
  const failedGates = gates.filter(({ name, isPassed }) => name !== 'test' && !isPassed).length;
  const testGate = gates.find(({ name }) => name === 'test');
  const isTestGateMute = failedTests === 0 && (passed === 0 || testGate?.isPassed !== true);
  return { passed, failed: failedTests + failedGates + (isTestGateMute ? 1 : 0) };
}
