import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser';

const sizes = [16, 32, 64, 80, 128];

/** Draws assets/icon.svg as the PNG files that the manifest names. */
async function drawIcons(): Promise<void> {
  const svg = readFileSync('assets/icon.svg', 'utf8');
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  try {
    const page = await browser.newPage();
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
      await page.screenshot({ path: `assets/icon-${String(size)}.png`, omitBackground: true });
    }
  } finally {
    await browser.close();
  }
}

void drawIcons();
