import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { analysePanel, tabulate } from '@touchstone/psychometrics';
import { pageOf } from '../../../apps/cli/src/analyze/render/page';
import { writeReport } from '../../../apps/cli/src/analyze/report/write-report';
import { creativity } from '../../cli/creativity';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const inABrowser = existsSync(executablePath) ? it : it.skip;

describe('the report of touchstone analyze as a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-page-'));
  const path = join(folder, 'report.html');
  let browser: Browser | null = null;
  beforeAll(async () => {
    const table = tabulate(creativity, { scale: { min: 1, max: 9 } });
    if (!table.ok) throw new Error('the ratings are no table');
    writeFileSync(
      path,
      pageOf(writeReport(analysePanel(table.value), { name: 'creativity.csv', understood: ['Each row is one rating.'], weighted: false })),
    );
    if (existsSync(executablePath)) browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  inABrowser.each([
    ['a laptop', 1280, 'light'],
    ['a laptop', 1280, 'dark'],
    ['a phone', 390, 'light'],
    ['a phone', 390, 'dark'],
  ] as const)('is whole on %s of %d pixels, in %s', async (_, width, colorScheme) => {
    const context = await browser!.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled: true });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    page.on('request', (request) => !/^(file|data):/.test(request.url()) && faults.push(`request to ${request.url()}`));
    await page.goto(pathToFileURL(path).href);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('What the scores are worth');
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
    const plots = page.locator('figure svg:visible');
    expect(await plots.count()).toBe(4);
    for (const plot of await plots.all()) {
      const box = await plot.boundingBox();
      expect(box!.width).toBeGreaterThan(250);
      expect(box!.x + box!.width).toBeLessThanOrEqual(width);
    }
    // Words of a drawing stay inside of it, and are large enough to be read.
    const outside =
      await page.evaluate(`[...document.querySelectorAll('figure svg')].filter((svg) => svg.getClientRects().length > 0).flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text')].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1 || box.height < 9;
      }).map((text) => text.textContent);
    })`);
    expect(outside).toEqual([]);
    const understood = page.getByText('Each row is one rating.');
    expect(await understood.isVisible()).toBe(true);
    await page.getByText('How the file was understood').click();
    expect(await understood.isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });
});
