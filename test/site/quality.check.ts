import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { settled, SiteBrowser } from './browser.ts';
import { dist, output } from './place.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** What every look is tried on; one of each kind of page. */
const FEW = ['', 'playground/', 'keys/network', 'rules/port-invalid'] as const;
const PAGES = [
  '',
  'playground/',
  'guide/getting-started',
  'guide/upgrading',
  'keys/',
  'keys/dev-ports',
  'keys/network',
  'guide/ignored',
  'rules/',
  'rules/port-invalid',
  'commands/lint',
  'editors/helix',
  'library/lint',
] as const;

let site: SiteBrowser;

beforeAll(async () => {
  site = await SiteBrowser.start();
  mkdirSync(output, { recursive: true });
});
afterAll(() => site.stop());
afterEach(() => site.mustBeContent());

/** What axe has to say of a page, as `rule: places`. */
async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run(options),
    WCAG,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`);
}

const BROKEN = 'imge = "alpine:3.20"\ncpus = "2"\nnet = true\nports = ["80:80"]\n';

describe.each([
  ['desktop', 1280, 'light'],
  ['desktop', 1280, 'dark'],
  ['phone', 390, 'light'],
  ['phone', 390, 'dark'],
] as const)('%s, %i pixels, %s', (name, width, colorScheme) => {
  const options = { viewport: { width, height: 844 }, colorScheme, serviceWorkers: 'block' as const };

  test('nobody is kept out, and nothing is wider than the screen', async () => {
    const page = await site.open('', options);
    for (const path of name === 'desktop' && colorScheme === 'light' ? PAGES : FEW) {
      // One tab, page after page.
      /* oxlint-disable no-await-in-loop */
      await page.goto(site.address + path);
      if (path === 'playground/') await settled(page);
      // What comes in slowly is not judged half-way.
      await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
      expect([path, ...(await axe(page))]).toEqual([path]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, overflow]).toEqual([path, 0]);
      /* oxlint-enable no-await-in-loop */
    }
    await page.goto(`${site.address}guide/getting-started`);
    await page.screenshot({ path: `${output}guide-${name}-${colorScheme}.png`, caret: 'initial' });
    await page.context().close();
  });

  test('nor from a file that is refused, and from the dialogs', async () => {
    const page = await site.open('playground/', options);
    await settled(page);
    await page.screenshot({
      path: `${output}playground-${name}-${colorScheme}.png`,
      fullPage: true,
      caret: 'initial',
    });
    await page.getByRole('textbox', { name: 'Smolfile' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(BROKEN);
    await expect.poll(() => page.locator('#problems').textContent()).toContain('2 errors');
    await expect.poll(() => page.locator('.strip .taken').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.screenshot({
      path: `${output}refused-${name}-${colorScheme}.png`,
      fullPage: true,
      caret: 'initial',
    });
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Space');
    await page.locator('.cm-tooltip-autocomplete').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const button of ['Share…', 'Import…']) {
      // oxlint-disable-next-line no-await-in-loop
      await page.getByRole('button', { name: button }).click();
      // oxlint-disable-next-line no-await-in-loop
      expect(await axe(page)).toEqual([]);
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.press('Escape');
    }
    await page.context().close();
  });
});

describe('nothing but the site', () => {
  const pages = (readdirSync(dist, { recursive: true }) as string[]).filter((path) => path.endsWith('.html'));

  test('every page has a policy without foreign places and scripts of its own', () => {
    expect(pages.length).toBeGreaterThan(300);
    for (const path of pages) {
      const text = readFileSync(join(dist, path), 'utf8');
      const [, policy = ''] =
        /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(text) ?? [];
      expect([path, policy]).toEqual([
        path,
        expect.stringContaining("default-src 'none'; script-src 'self';"),
      ]);
      expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe|\*/);
      // before anything that it is to hold for
      expect(text.indexOf('Content-Security-Policy')).toBeLessThan(text.search(/<(?:script|link|style)\b/));
      const inline = Array.from(text.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>/g), ([tag]) => tag);
      expect([path, ...inline]).toEqual([path]);
      expect(text).not.toMatch(
        /<(?:script|img|iframe|link rel="(?:stylesheet|preload|modulepreload))[^>]*(?:src|href)="(?:https?:)?\/\//,
      );
      expect(text).not.toMatch(/<[^>]+\son[a-z]+="/);
    }
    expect(readFileSync(join(dist, 'playground/index.html'), 'utf8')).not.toContain('unsafe');
  });

  test('everything works once it was there, without a network', async () => {
    const own = await SiteBrowser.start();
    try {
      const page = await own.open('playground/');
      await settled(page);
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await own.cutOff();
      await page.reload();
      await settled(page);
      await page.getByRole('textbox', { name: 'Smolfile' }).focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText(BROKEN);
      await expect.poll(() => page.locator('#problems').textContent()).toContain('2 errors');
      // what is fetched only when it is asked for
      await page.getByRole('button', { name: 'Import…' }).click();
      await page.getByLabel('A Dockerfile').fill('FROM alpine:3.20\n');
      await page.getByRole('button', { name: 'Make a Smolfile of it' }).click();
      await page.getByRole('button', { name: /^Open / }).waitFor();
      // a page of the documentation, the search in it, and what it finds
      await page.goto(`${own.address}rules/unknown-key`);
      expect(await page.locator('h1').textContent()).toContain('unknown-key');
      await page.keyboard.press('Control+k');
      await page.locator('.VPLocalSearchBox input').fill('backoff');
      const found = page.locator('.VPLocalSearchBox .result').first();
      await found.waitFor();
      await found.click();
      await expect.poll(() => page.locator('h1').textContent()).toMatch(/backoff/);
      expect(own.complaints).toEqual([]);
    } finally {
      await own.stop();
    }
  });
});

describe('budgets', () => {
  interface Fetched {
    readonly path: string;
    readonly bytes: number;
  }

  /** What a first visit fetches until the page is settled, gzipped as the host of the site does. */
  async function firstVisit(path: string, done: (page: Page) => Promise<void>): Promise<Fetched[]> {
    const fetched = new Map<string, number>();
    const page = await site.open('smolfile.svg', { serviceWorkers: 'block' });
    const context = page.context();
    context.on('response', (response) => {
      const file = new URL(response.url()).pathname;
      fetched.set(file, 0);
    });
    await page.goto(site.address + path);
    await done(page);
    await context.close();
    return Array.from(fetched.keys(), (file) => {
      const within = file.slice(new URL(site.address).pathname.length);
      const name = within === '' || within.endsWith('/') ? `${within}index.html` : within;
      const place = /\.[a-z0-9]+$/.test(name) ? name : `${name}.html`;
      return { path: name, bytes: gzipSync(readFileSync(join(dist, place)), { level: 6 }).length };
    });
  }

  const total = (files: readonly Fetched[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

  test('the playground is below 300 kB without the chunk of the editor, both workers included', async () => {
    const files = await firstVisit('playground/', settled);
    const chunk = files.filter(({ path }) => /\/editor-[^/]+\.js$/.test(path));
    expect(chunk).toHaveLength(1);
    const rest = files.filter((file) => !chunk.includes(file));
    process.stdout.write(
      `first load: ${(total(rest) / 1000).toFixed(1)} kB, and the editor ${(total(chunk) / 1000).toFixed(1)} kB\n`,
    );
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['playground/server.js', 'playground/look.js']),
    );
    expect(total(rest)).toBeLessThan(300_000);
    expect(total(chunk)).toBeLessThan(160_000);
  });

  test('a page of the documentation is below 300 kB', async () => {
    const files = await firstVisit('rules/port-invalid', (page) => page.locator('h1').waitFor());
    process.stdout.write(`a page: ${(total(files) / 1000).toFixed(1)} kB\n`);
    expect(total(files)).toBeLessThan(300_000);
  });
});
