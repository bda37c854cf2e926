import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { settled, SiteBrowser } from './browser.ts';

let site: SiteBrowser;

beforeAll(async () => {
  site = await SiteBrowser.start();
});
afterAll(() => site.stop());
afterEach(() => site.mustBeContent());

const editor = (page: Page) => page.getByRole('textbox', { name: 'Smolfile' });
const verdict = (page: Page) => page.locator('smolfile-resolution .verdict');
const findings = (page: Page) => page.locator('#problems');

/** What a person needs from one key to the next, in milliseconds. */
const KEY = 140;

async function open(path = 'playground/'): Promise<Page> {
  const page = await site.open(path);
  await settled(page);
  return page;
}

/** The text, without what the editor draws beside it. */
function textOf(page: Page): Promise<string> {
  return editor(page)
    .locator('.cm-line')
    .allTextContents()
    .then((lines) => lines.join('\n'));
}

/** Replaces the text as a person does who has no mouse. */
async function write(page: Page, text: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

/** Goes on with the tab key until something has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = (): Promise<boolean> =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let count = 0; count < 60; count++) {
    // Each press is where the one before has led.
    // oxlint-disable-next-line no-await-in-loop
    if (await isThere()) return;
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tab key never comes to ${selector}.`);
}

describe('by keyboard alone', () => {
  test('a mistake is typed, seen, mended; release, strip and values follow; the link brings all of it back', async () => {
    const page = await open();
    await expect.poll(() => verdict(page).textContent()).toMatch(/accepts this/);
    await tabTo(page, '#editor');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(
      '# smolfile: smolvm = "1.28.0"\nimge = "alpine:3.20"\nnet = true\nuser = "app"\n',
    );

    // seen, everywhere
    await expect.poll(() => findings(page).textContent()).toContain('imge is not a key of a Smolfile');
    await expect.poll(() => verdict(page).textContent()).toContain('smolvm 1.28.0 refuses this');
    expect(await editor(page).locator('.cm-lintRange-error').textContent()).toBe('imge');
    await expect.poll(() => page.locator('.strip .taken').count()).toBe(0);

    // mended
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await page.keyboard.press('Control+.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('fix');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toContain('image = "alpine:3.20"');
    await expect.poll(() => verdict(page).textContent()).toContain('smolvm 1.28.0 accepts this');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('editor');

    // the strip: `user` came with 1.14.0
    await expect.poll(() => page.locator('.strip .taken').count()).toBeGreaterThan(0);
    const refused = page.getByRole('button', { name: /^smolvm 1\.2\.0 to .*: refused$/ }).first();
    await expect.poll(() => refused.count()).toBe(1);

    // another release, by the strip
    await tabTo(page, '.strip .refused');
    await page.keyboard.press('Enter');
    await expect.poll(() => verdict(page).textContent()).toMatch(/smolvm 1\.\d+\.\d+ refuses this/);
    expect(await page.locator('.about-span').textContent()).toContain('user');
    expect(await page.locator('.strip .refused[aria-pressed=true]').count()).toBe(1);

    // and by the list; command and flags
    await page.locator('#release').focus();
    await page.keyboard.type('smolvm 1.28.1');
    await expect.poll(() => verdict(page).textContent()).toContain('smolvm 1.28.1 accepts this');
    await page.locator('#command-create').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('#flags').focus();
    await page.keyboard.type('--cpus 7 -- env');
    await expect.poll(() => page.locator('smolfile-resolution').textContent()).toContain('--cpus 7');
    await expect
      .poll(() => page.locator('#call pre').textContent())
      .toMatch(/^smolvm machine run .*--cpus 7/);

    // shared
    await page.getByRole('button', { name: 'Share…' }).focus();
    await page.keyboard.press('Enter');
    const link = page.getByLabel('Whoever opens it');
    await expect.poll(() => link.inputValue()).toMatch(/#./);
    await page.getByRole('button', { name: 'Copy link' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('Copied.').count()).toBeGreaterThan(0);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await link.inputValue());
    await page.keyboard.press('Escape');

    const other = await open(copied.slice(site.address.length));
    expect(await textOf(other)).toBe(await textOf(page));
    expect(await other.locator('#flags').inputValue()).toBe('--cpus 7 -- env');
    expect(await other.locator('#release').inputValue()).toBe('1.28.1');
    expect(await other.locator('#command-run').isChecked()).toBe(true);
    await expect.poll(() => verdict(other).textContent()).toContain('smolvm 1.28.1 accepts this');
    await Promise.all([page.context().close(), other.context().close()]);
  });

  test('the tab key leaves the editor', async () => {
    const page = await open();
    await editor(page).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('editor');
    await page.context().close();
  });
});

describe('as in an editor', () => {
  test('completion, hover, formatting and links come from the language server', async () => {
    const page = await open();
    const option = page.getByRole('option', { name: /^memory/ });
    await expect
      .poll(async () => {
        await write(page, 'image="python:3.12-slim"\n');
        await page.keyboard.type('memo', { delay: KEY });
        await option.waitFor();
        // Just after it comes, the list takes no Enter: it may have been meant for the text.
        await page.waitForTimeout(KEY);
        await page.keyboard.press('Enter');
        return textOf(page);
      })
      .toMatch(/memory = ?/);
    await page.keyboard.press('Escape');
    await write(page, 'image="python:3.12-slim"\nmemory=512\n');

    await page.keyboard.press('Shift+Alt+F');
    await expect.poll(() => textOf(page)).toBe('image = "python:3.12-slim"\nmemory = 512\n');
    const link = editor(page).locator('a');
    await expect.poll(() => link.getAttribute('href')).toContain('hub.docker.com');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');

    await editor(page).getByText('memory').hover();
    await expect.poll(() => page.locator('.cm-tooltip-hover').textContent()).toContain('MiB');
    await page.context().close();
  });

  test('where values come from is marked both ways', async () => {
    const page = await open();
    await write(page, 'image = "alpine:3.20"\nnet = true\ncpus = 2\n');
    // not that of the text before
    const row = page.locator('smolfile-resolution tr', { hasText: /^cpus.*line 3/s });
    await row.waitFor();
    await row.hover();
    await expect.poll(() => editor(page).locator('.cm-looked').textContent()).toBe('cpus = 2');
    await editor(page).getByText('net').click();
    await expect.poll(() => page.locator('smolfile-resolution tr.current').textContent()).toMatch(/^net/);
    await row.getByRole('button', { name: 'line 3' }).click();
    await expect.poll(() => editor(page).locator('.cm-activeLine').textContent()).toBe('cpus = 2');
    await page.context().close();
  });
});

describe('what comes in and goes out', () => {
  test('a Dockerfile that is pasted becomes a Smolfile, and so do a command line and a compose file', async () => {
    const page = await open();
    for (const [source, wanted] of [
      ['FROM python:3.12-slim\nWORKDIR /srv\nEXPOSE 8080\nCMD ["python", "app.py"]\n', /workdir = "\/srv"/],
      [
        'docker run -p 8080:80 \\\n  --memory 512m nginx:1.27',
        /image = "nginx:1\.27"[\s\S]*ports = \["8080:80"\]/,
      ],
      ['services:\n  db:\n    image: postgres:17\n', /image = "postgres:17"/],
    ] as const) {
      // One after the other, in one editor.
      /* oxlint-disable no-await-in-loop */
      await page.getByRole('button', { name: 'Import…' }).click();
      await page.getByLabel('A Dockerfile').fill(source);
      await page.getByRole('button', { name: 'Make a Smolfile of it' }).click();
      const take = page.getByRole('button', { name: /^Open / });
      await take.waitFor();
      expect(await page.locator('dialog[open] li').count()).toBeGreaterThan(0);
      await take.click();
      await expect.poll(() => textOf(page)).toMatch(wanted);
      await expect.poll(() => verdict(page).textContent()).toMatch(/accepts this/);
      /* oxlint-enable no-await-in-loop */
    }
    await page.getByRole('button', { name: 'Import…' }).click();
    await page.getByLabel('A Dockerfile').fill('nothing of the kind');
    await page.getByRole('button', { name: 'Make a Smolfile of it' }).click();
    await expect.poll(() => page.locator('dialog[open]').textContent()).toContain('This is no Dockerfile');
    await page.context().close();
  });

  test('each example opens, and all but the broken one are accepted', async () => {
    const page = await open();
    const list = page.locator('#examples');
    await expect.poll(() => list.locator('option').count()).toBeGreaterThan(8);
    const names = await list
      .locator('option')
      .evaluateAll((options) =>
        options
          .map((option) => (option as unknown as { value: string }).value)
          .filter((value) => value !== ''),
      );
    expect(names).toEqual(
      expect.arrayContaining(['demo', 'broken', 'python', 'web', 'ci', 'agent', 'secrets', 'pack']),
    );
    for (const name of names) {
      // oxlint-disable-next-line no-await-in-loop
      await list.selectOption(name);
      // oxlint-disable-next-line no-await-in-loop
      await expect
        .poll(() => verdict(page).textContent())
        .toMatch(name === 'broken' ? /refuses this/ : /accepts this/);
    }
    await page.context().close();
  });

  test('what looks like a secret is in no address by itself, and is warned of before there is a link', async () => {
    const page = await open();
    await write(page, 'image = "alpine:3.20"\nnet = true\nenv = ["API_TOKEN=hunter2hunter2"]\n');
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('');
    await page.getByRole('button', { name: 'Share…' }).click();
    const dialog = page.locator('dialog[open]');
    expect(await dialog.textContent()).toContain('What looks like a secret is in line 3');
    expect(await page.getByLabel('Whoever opens it').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Link without them' }).click();
    const link = page.getByLabel('Whoever opens it');
    await expect.poll(() => link.inputValue()).toMatch(/#./);
    const other = await open((await link.inputValue()).slice(site.address.length));
    expect(await textOf(other)).toContain('API_TOKEN=**************');
    expect(await other.content()).not.toContain('hunter2');
    // the command line is masked, too
    expect(await page.locator('#call').textContent()).not.toContain('hunter2');
    await Promise.all([page.context().close(), other.context().close()]);
  });

  test('a broken link opens the page as it is', async () => {
    for (const hash of ['#', '#AAAA', '#!!!!', `#${'A'.repeat(5000)}`]) {
      // oxlint-disable-next-line no-await-in-loop
      const page = await open(`playground/${hash}`);
      // oxlint-disable-next-line no-await-in-loop
      expect(await textOf(page)).toContain('A small web service');
      // oxlint-disable-next-line no-await-in-loop
      await page.context().close();
    }
  });

  test('a hostile text shows nothing but itself', async () => {
    const page = await open();
    await write(
      page,
      'image = "<img src=x onerror=alert(1)>"\n"<script>alert(1)</script>" = 1\ncmd = ["<b>x</b>", "javascript:alert(1)"]\n',
    );
    await expect.poll(() => findings(page).textContent()).toContain('<script>');
    await editor(page).getByText('onerror').hover();
    await expect.poll(() => page.locator('.cm-tooltip-hover').count()).toBe(1);
    expect(await page.locator('img[src=x], #problems script, .cm-tooltip script').count()).toBe(0);
    await page.context().close();
  });
});
