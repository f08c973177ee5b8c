import { countOf } from '../../scripts/gates';

const tests = { numPassedTests: 41, numFailedTests: 3, numRuntimeErrorTestSuites: 2 };
const clean = { numPassedTests: 41, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
const gate = (name: string, isPassed: boolean) => ({ name, isPassed });

describe('the count of a check', () => {
  test('is what jest counted where every gate passed', () => {
    expect(countOf([gate('lint', true), gate('test', true)], clean)).toEqual({
      passed: 41,
      failed: 0,
    });
  });

  test('counts failed tests, files that broke, and failed gates, each once', () => {
    expect(countOf([gate('lint', false), gate('test', false)], tests)).toEqual({
      passed: 41,
      failed: 6,
    });
  });

  test('counts a test run that failed although no test did', () => {
    expect(countOf([gate('test', false)], clean)).toEqual({ passed: 41, failed: 1 });
  });

  test('fails where no test ran', () => {
    expect(countOf([gate('test', false)], undefined)).toEqual({ passed: 0, failed: 1 });
    expect(countOf([gate('test', true)], { ...clean, numPassedTests: 0 })).toEqual({
      passed: 0,
      failed: 1,
    });
  });
});
