import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serveSite } from '@smolfile/site/serve';
import { expect, test } from 'vitest';
import { cache, dist, firefox } from './place.ts';

/** What is used of puppeteer, which speaks WebDriver BiDi with a Firefox as it is. */
interface Driver {
  launch(
    options: object,
  ): Promise<{ newPage(): Promise<Tab>; close(): Promise<void>; version(): Promise<string> }>;
}
interface Tab {
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  /** In milliseconds. */
  setDefaultTimeout(most: number): void;
  goto(address: string): Promise<unknown>;
  waitForSelector(selector: string): Promise<unknown>;
  waitForFunction(code: string): Promise<unknown>;
  evaluate<Answer>(code: string): Promise<Answer>;
  keyboard: {
    type(text: string): Promise<void>;
    press(key: string): Promise<void>;
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
  };
}

test('the playground in Firefox: a mistake is typed, seen, mended, and a link brings it back', async () => {
  const fetched = createRequire(join(cache, 'package.json'))('puppeteer-core') as Driver & {
    default?: Driver;
  };
  const driver = fetched.default ?? fetched;
  const { server, address: site } = await serveSite(dist);
  const browser = await driver.launch({ browser: 'firefox', executablePath: firefox, headless: true });
  try {
    const complaints: string[] = [];
    const tab = await browser.newPage();
    tab.setDefaultTimeout(120_000);
    tab.on('pageerror', (error) => complaints.push(error.message));
    tab.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const shows = (text: string): Promise<unknown> =>
      tab.waitForFunction(`document.body.textContent.includes(${JSON.stringify(text)})`);
    const chord = async (key: string): Promise<void> => {
      await tab.keyboard.down('Control');
      await tab.keyboard.press(key);
      await tab.keyboard.up('Control');
    };
    await tab.goto(`${site}playground/`);
    await shows('accepts this');
    // The address follows what is written, a moment later.
    let address = '';
    const addressFollows = async (): Promise<void> => {
      await tab.waitForFunction(`!['', ${JSON.stringify(address)}].includes(location.hash)`);
      address = await tab.evaluate<string>('location.hash');
    };
    await addressFollows();
    await tab.evaluate(`document.querySelector('#skip').click()`);
    await chord('a');
    await tab.keyboard.type('imge = "alpine:3.20"\nnet = true\n');
    await shows('imge is not a key of a Smolfile');
    await shows('refuses this');
    await addressFollows();
    await chord('Home');
    await chord('.');
    await tab.waitForFunction(`document.activeElement.className === 'fix'`);
    await tab.keyboard.press('Enter');
    await shows('accepts this');
    await addressFollows();
    const text = `document.querySelector('#editor').shadowRoot.querySelector('.cm-content').textContent`;
    expect(await tab.evaluate<string>(text)).toContain('image = "alpine:3.20"');
    const link = await tab.evaluate<string>('location.href');

    const other = await browser.newPage();
    other.setDefaultTimeout(120_000);
    await other.goto(link);
    await other.waitForFunction(`document.body.textContent.includes('accepts this')`);
    expect(await other.evaluate<string>(text)).toContain('image = "alpine:3.20"');

    await other.goto(`${site}keys/network`);
    await other.waitForFunction(`document.querySelector('h1')?.textContent.includes('[network]')`);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
});
