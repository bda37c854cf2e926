import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useEditor } from './harness/editor.ts';
import type { Workbench } from './harness/workbench.ts';

const FILE = `# A small web server
image = "python:3.12-slim"
cmd = ["python", "-m", "http.server", "8080"]
cpus = 2
memory = 1024
ports = ["9000:9000"]
env = ["MODE=fast", "TOKEN=ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]

[network]
allow_hosts = ["pypi.org", "files.pythonhosted.org"]

[dev]
ports = ["8080"]
init = [
  "pip install --no-cache-dir httpie && echo \\"a rather long line that no narrow column has any room for\\"",
]
`;

const THEMES = [
  ['light', 'Default Light Modern', 'vscode-light'],
  ['dark', 'Default Dark Modern', 'vscode-dark'],
  ['contrast', 'Default High Contrast', 'vscode-high-contrast'],
] as const;

describe('the preview', () => {
  let folder: string;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smolfile-preview-'));
    await mkdir(join(folder, '.vscode'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const editor = useEditor(
    () => ({ folder, width: 1500, settings: { 'files.autoSave': 'off' } }),
    async () => {
      await writeFile(join(folder, 'Smolfile'), FILE);
      await writeFile(join(folder, '.vscode/settings.json'), '{}');
    },
  );

  beforeEach(async () => {
    ({ workbench } = editor);
    await workbench.openFile('Smolfile');
    await workbench.lensTo('Preview', row('cpus'));
  });

  const preview = (): Locator => workbench.preview;
  const row = (key: string): Locator => workbench.previewRow(key);
  const verdict = (): Locator => preview().locator('smolfile-resolution [role=status]');

  test('says what smolvm does with the file, and marks what differs from the saved one', async () => {
    await expect.poll(() => verdict().innerText()).toMatch(/smolvm [\d.]+ accepts this\./);
    await expect.poll(() => row('cpus').innerText()).toMatch(/^cpus\s+2\s+line 4$/);
    expect(await preview().innerText()).not.toContain('ghp_');
    await workbench.retypeLine(4, 'cpus = 7');
    await expect.poll(() => row('cpus').innerText()).toMatch(/^cpus\s+7\s*was 2\s+line 4$/);
    await expect.poll(() => verdict().innerText()).toContain('1 line differs from the saved file.');
    await workbench.page.keyboard.press('Control+S');
    await expect.poll(() => row('cpus').innerText()).toMatch(/^cpus\s+7\s+line 4$/);
    expect(await readFile(join(folder, 'Smolfile'), 'utf8')).toContain('cpus = 7');
    // While something is wrong, what it came to before stays to be looked at.
    await workbench.retypeLine(4, 'cpus = 0');
    await expect.poll(() => verdict().innerText()).toMatch(/refuses this/);
    await expect.poll(() => preview().locator('.findings').first().innerText()).toContain('line 4');
    await expect.poll(() => preview().locator('.before').innerText()).toContain('python:3.12-slim');
    await workbench.screenshot('preview-refused');
  });

  test('leads to the line of every value, and back from every line', async () => {
    await row('memory').getByRole('button', { name: 'line 5' }).click();
    await expect
      .poll(() => workbench.page.locator('[id="status.editor.selection"]').innerText())
      .toMatch(/Ln 5/);
    await expect.poll(() => row('memory').getAttribute('aria-current')).toBe('true');
    await workbench.goToLine(2);
    await expect.poll(() => row('image').getAttribute('aria-current')).toBe('true');
    expect(await row('memory').getAttribute('aria-current')).toBeNull();
  });

  test('asks about other commands, releases and flags in place', async () => {
    await preview().getByText('pack', { exact: true }).click();
    await expect.poll(() => preview().locator('.call').innerText()).toContain('smolvm pack create');
    await expect.poll(() => preview().innerText()).toContain('Ignored by pack');
    await preview().getByText('run', { exact: true }).click();
    await preview().getByRole('textbox', { name: 'Flags' }).fill('--cpus 8');
    await expect.poll(() => row('cpus').innerText()).toMatch(/8[^]*line 4[^]*--cpus 8/);
    await preview().getByRole('textbox', { name: 'Flags' }).fill('--cpu 8');
    await expect.poll(() => verdict().innerText()).toContain('refuses');
    await expect.poll(() => preview().locator('.findings').first().innerText()).toContain('flags');
    await preview().getByRole('textbox', { name: 'Flags' }).fill('');
    await preview().getByRole('combobox').selectOption('1.2.0');
    await expect.poll(() => verdict().innerText()).toContain('smolvm 1.2.0');
  });

  test('is used by keyboard, and explains a key and a rule', async () => {
    await preview().getByRole('button', { name: 'cpus', exact: true }).focus();
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => preview().locator('tr.about').innerText()).toMatch(/Type: integer/);
    // What was opened keeps the focus though everything is drawn anew.
    await workbench.page.keyboard.press('ArrowDown');
    const focused = preview().locator('button.name:focus');
    await expect.poll(() => focused.innerText()).toBe('memory');
    await workbench.page.keyboard.press('ArrowUp');
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => preview().locator('tr.about').count()).toBe(0);
    await expect
      .poll(() => preview().getByRole('button', { name: 'cpus', exact: true }).getAttribute('aria-expanded'))
      .toBe('false');
    expect(await preview().getByRole('table').count()).toBe(1);
    expect(await preview().getByRole('columnheader').allInnerTexts()).toEqual(['Key', 'Value', 'From']);
  });

  test('loads nothing from elsewhere and runs no script that is not its own', async () => {
    const policy = await preview()
      .locator('xpath=..')
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'; style-src \S+( \S+)*; script-src 'nonce-[\w-]+'$/);
    expect(policy).not.toContain('unsafe');
    // A text of the file is never markup.
    await workbench.retypeLine(2, 'image = "<img src=x onerror=document.title=1>"');
    await expect.poll(() => preview().innerText()).toContain('<img src=x');
    expect(await preview().locator('img').count()).toBe(0);
  });

  test('fits its column in every width and theme', async () => {
    await workbench.retypeLine(4, 'cpus = 7');
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    for (const [name, theme, kind] of THEMES) {
      // One after the other: it is one window.
      /* oxlint-disable no-await-in-loop */
      await writeFile(
        join(folder, '.vscode/settings.json'),
        JSON.stringify({ 'workbench.colorTheme': theme }),
      );
      await preview()
        .and(workbench.preview.locator(`xpath=self::*[contains(@class, "${kind}")]`))
        .waitFor();
      for (const width of [400, 700, 1400]) {
        // Two columns of editors beside the bar of activities.
        await workbench.page.setViewportSize({ width: 2 * width + 50, height: 900 });
        await expect.poll(() => overflow()).toEqual([]);
        expect(await contrasts()).toEqual([]);
        await workbench.screenshot(`preview-${name}-${width}`);
        if (name === 'light' && width === 700)
          await workbench.picture('preview', { x: 48, y: 35, width: 1402, height: 840 });
      }
      /* oxlint-enable no-await-in-loop */
    }
  });

  /** What reaches beyond the column. */
  function overflow(): Promise<string[]> {
    return preview().evaluate((body) => {
      const page = body as unknown as PageElement;
      const { clientWidth } = page.ownerDocument.documentElement;
      return Array.from(page.querySelectorAll('smolfile-resolution *:not(.heard, thead, thead *)'))
        .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 200));
    });
  }

  /** Texts whose colour is too near to what is behind them (WCAG 2.1: 4.5 to 1, and 3 to 1 for a mark). */
  function contrasts(): Promise<string[]> {
    return preview().evaluate((body) => {
      const page = body as unknown as PageElement;
      const style = (each: PageElement) => page.ownerDocument.defaultView.getComputedStyle(each);
      const numbers = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
      const luminance = ([red = 0, green = 0, blue = 0]: readonly number[]): number =>
        [red, green, blue]
          .map((value) => value / 255)
          .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
          .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index]!, 0);
      const color = style(page.ownerDocument.documentElement).getPropertyValue('--vscode-editor-background');
      const probe = page.ownerDocument.createElement('i');
      probe.style.color = color;
      page.append(probe);
      const background = luminance(numbers(style(probe).color));
      probe.remove();
      const before = (each: PageElement): boolean => each.closest('.before, .commands, select') !== null;
      return Array.from(page.querySelectorAll('smolfile-resolution *'))
        .filter((each) => each.childElementCount === 0 && each.innerText?.trim() && !before(each))
        .flatMap((each) => {
          const text = luminance(numbers(style(each).color));
          const ratio = (Math.max(text, background) + 0.05) / (Math.min(text, background) + 0.05);
          return ratio < (each.closest('.mark') ? 3 : 4.5)
            ? [`${ratio.toFixed(1)}: ${each.outerHTML.slice(0, 160)}`]
            : [];
        });
    });
  }
});

/** As much of a page's elements as is used here: the tests are not compiled with the types of a browser. */
interface PageElement {
  readonly ownerDocument: {
    readonly documentElement: PageElement;
    readonly defaultView: {
      getComputedStyle(element: PageElement): {
        readonly color: string;
        getPropertyValue(name: string): string;
      };
    };
    createElement(name: string): PageElement;
  };
  readonly clientWidth: number;
  readonly childElementCount: number;
  readonly innerText?: string;
  readonly outerHTML: string;
  readonly style: { color: string };
  append(child: PageElement): void;
  remove(): void;
  closest(selector: string): unknown;
  getBoundingClientRect(): { readonly right: number };
  querySelectorAll(selector: string): Iterable<PageElement>;
}
