import { launchBrowser } from '../src/workbench/driver';

/** Tells whether the browser that the tests use starts here, before a test has to. */
async function tryBrowser(): Promise<void> {
  const browser = await launchBrowser();
  console.log(`Chromium ${browser.version()} starts`);
  await browser.close();
}

tryBrowser().catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
});
