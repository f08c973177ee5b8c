/** How long work may keep the page from answering, in milliseconds. */
const longest = 16;

/** Lets the page answer whoever types or clicks, once work has gone on for a while. */
export function pauses(): () => Promise<void> {
  let started = performance.now();
  return async () => {
    if (performance.now() - started < longest) return;
    await new Promise((resolve) => setTimeout(resolve));
    started = performance.now();
  };
}
