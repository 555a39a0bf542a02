import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const browserIsHere = existsSync(executablePath);

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });

/** A browser window that writes down what must not happen: requests to elsewhere, errors on the console, broken policies. */
export class Window {
  readonly faults: string[] = [];

  private constructor(readonly page: Page) {}

  static async open(browser: Browser, url: string, looks: BrowserContextOptions = {}): Promise<Window> {
    const context = await browser.newContext({ ...looks, baseURL: url });
    context.setDefaultTimeout(20_000);
    const window = new Window(await context.newPage());
    window.page.on('request', (request) => {
      const address = new URL(request.url());
      if (!['data:', 'blob:'].includes(address.protocol) && address.origin !== new URL(url).origin)
        window.faults.push(`request to ${address.href}`);
    });
    window.page.on('console', (message) => message.type() === 'error' && window.faults.push(`console: ${message.text()}`));
    window.page.on('pageerror', (error) => window.faults.push(`script: ${error.message}`));
    await window.page.addInitScript(
      'addEventListener("securitypolicyviolation", (event) => console.error("policy: " + event.violatedDirective + " " + event.blockedURI));',
    );
    return window;
  }

  heading(): Promise<string | null> {
    return this.page.locator('h1:visible').textContent();
  }

  async expectHeading(text: string): Promise<void> {
    await this.page.locator('h1:visible', { hasText: text }).waitFor();
  }

  /** How much of this page moved without anybody having touched it (Cumulative Layout Shift). */
  layoutShift(): Promise<number> {
    return this.page.evaluate(
      `new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.hadRecentInput ? 0 : entry.value))).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      })`,
    );
  }

  /** What GraphiQL shows after pressing play. */
  async play(expected: string): Promise<void> {
    await this.page.locator('.graphiql-execute-button').click();
    await this.page.locator('.graphiql-response .CodeMirror-code', { hasText: expected }).waitFor();
  }
}
