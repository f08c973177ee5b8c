/** Takes all steps of some work at once, for who need not let others work in between. */
export function finish<Result>(steps: Iterator<unknown, Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
