import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium as browserType } from 'playwright-core';
import { expect, test } from 'vitest';
import { chromium, core } from './place.ts';

const page = readFileSync(new URL('../../packages/core/examples/playground.html', import.meta.url), 'utf8');

test('the playground of the examples shows what is wrong, and mends it', async () => {
  const [, address = ''] = /"@smolfile\/core": "(https:[^"]+)"/.exec(page)!;
  const bundle = await build({ entryPoints: [core], bundle: true, format: 'esm', write: false });
  const browser = await browserType.launch({ executablePath: chromium, args: ['--no-sandbox'] });
  try {
    const tab = await browser.newPage();
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    await tab.route('**/*', (route) =>
      route.request().url() === address
        ? route.fulfill({
            body: bundle.outputFiles[0]!.text,
            contentType: 'text/javascript',
            headers: { 'access-control-allow-origin': '*' },
          })
        : route.fulfill({ body: page, contentType: 'text/html' }),
    );
    await tab.goto('http://playground.example/');
    const shown = tab.locator('pre');
    await expect.poll(() => shown.textContent()).toContain('2:1: error[unknown-key]: `memry`');
    await tab.locator('textarea').fill('cpus = "2" # two\n');
    await expect.poll(() => shown.textContent()).toMatch(/^1:8: error\[type-mismatch\]/);
    await tab.locator('button').click();
    expect(await tab.locator('textarea').inputValue()).toBe('cpus = 2 # two\n');
    expect(await shown.textContent()).not.toContain('error');
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});
