import { type Server } from 'node:http';
import { serveSite } from '@smolfile/site/serve';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startBrowser } from '../e2e/harness/browser.ts';
import { dist } from './place.ts';

/** The site in Chromium. Whatever a page complains of, and whatever it fetches from elsewhere, is kept. */
export class SiteBrowser {
  readonly #browser: Browser;
  readonly #server: Server;
  readonly address: string;
  readonly complaints: string[] = [];

  private constructor(browser: Browser, server: Server, address: string) {
    this.#browser = browser;
    this.#server = server;
    this.address = address;
  }

  static async start(): Promise<SiteBrowser> {
    const [browser, { server, address }] = await Promise.all([startBrowser(), serveSite(dist)]);
    return new SiteBrowser(browser, server, address);
  }

  /** @param path below the site. */
  async open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(String(error.stack ?? error)));
    page.on('console', (message) => {
      // Some tests have it so.
      if (message.text().includes('Service Worker registration blocked by Playwright')) return;
      if (message.type() === 'error' || message.type() === 'warning')
        this.complaints.push(`${page.url().replace(/#.*/, '')}: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(this.address) && !/^(?:data|blob|about):/.test(url))
        this.complaints.push(`fetched ${url}`);
    });
    await page.goto(this.address + path);
    return page;
  }

  /** Fails when a page has complained since it was last asked. */
  mustBeContent(): void {
    const complaints = this.complaints.splice(0);
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  }

  /** The server goes, and with it every page that was not kept. */
  async cutOff(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    if (this.#server.listening) await this.cutOff();
  }
}

/** Waits until the playground has said what smolvm makes of its file. */
export async function settled(page: Page): Promise<void> {
  await page.locator('smolfile-resolution .verdict').waitFor();
  await page.locator('.strip button').first().waitFor();
}
