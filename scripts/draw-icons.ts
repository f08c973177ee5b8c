import { readFileSync } from 'node:fs';
import { launchBrowser } from '../src/workbench/driver';

/** By drawing, the sizes that the manifest and the store ask for, in pixels. */
const drawings = {
  icon: [16, 32, 64, 80, 128],
  report: [16, 32, 80],
  target: [16, 32, 80],
  action: [16, 32, 80],
} as const;

/** Draws the SVG files of assets/ as the PNG files that the manifest names. */
async function drawIcons(): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    for (const [name, sizes] of Object.entries(drawings)) {
      const svg = readFileSync(`assets/${name}.svg`, 'utf8');
      for (const size of sizes) {
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
        await page.screenshot({ path: `assets/${name}-${String(size)}.png`, omitBackground: true });
      }
    }
  } finally {
    await browser.close();
  }
}

void drawIcons();
