import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useEditor } from './harness/editor.ts';
import { OUTPUT } from './harness/paths.ts';
import { plainText, TYPED_TEXTS } from './harness/typed-texts.ts';
import type { Workbench } from './harness/workbench.ts';

/** From one key to the next, as people type. Milliseconds. */
const PACE = 140;

const NAMES: Readonly<Record<string, string>> = { '⏎': 'Enter', '↓': 'ArrowDown', ' ': 'Space' };

/** What is in the way of a test: with these settings of VS Code, everything else is as it comes. */
describe('at the pace of a person, and with default settings', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smolfile-typing-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const editor = useEditor(
    () => ({ folder }),
    () => writeFile(join(folder, 'Smolfile'), ''),
  );

  test.each(TYPED_TEXTS)('what is typed is what is written: $name', async (typed) => {
    const { workbench } = editor;
    await workbench.openFile('Smolfile');
    const offered = await typeSlowly(workbench, typed.keys);
    await mkdir(OUTPUT, { recursive: true });
    await appendFile(join(OUTPUT, 'typing.txt'), `${typed.name}\n${offered.join('\n')}\n\n`);
    await workbench.page.keyboard.press('Control+s');
    const path = join(folder, 'Smolfile');
    await expect.poll(() => readFile(path, 'utf8')).toBe(typed.text ?? plainText(typed));
  });

  // Whoever types fast, or has a slow machine, has not the answer to the last letter when Enter comes.
  test.each(['net = true', 'net = false', 'net=true', 'cpus = 99 # smolfile-ignore cpus-above-limit'])(
    'Enter right behind the last letter begins a line: %s',
    async (text) => {
      const { workbench } = editor;
      await workbench.openFile('Smolfile');
      await workbench.page.keyboard.type('x');
      await expect.poll(() => workbench.errorSquiggles.count()).toBe(1); // the server is there
      await workbench.page.keyboard.press('Backspace');
      await typeSlowly(workbench, text.slice(0, -1));
      const row = workbench.page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name');
      await expect.poll(() => row.textContent()).toBe(/\S+$/.exec(text)![0].replace('net=', ''));
      await workbench.page.keyboard.type(text.slice(-1));
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.press('Control+s');
      const path = join(folder, 'Smolfile');
      await expect.poll(() => readFile(path, 'utf8')).toBe(`${text}\n`);
    },
  );
});

/**
 * Types key by key.
 *
 * @returns what was offered after each key: the first entries of the list, the one that Enter would take in brackets.
 */
async function typeSlowly(workbench: Workbench, keys: string): Promise<string[]> {
  const { page } = workbench;
  const [key, ...others] = keys;
  if (key === undefined) return [];
  if (key === '↓') await page.keyboard.press('ArrowDown');
  else if (key === '⏎') await page.keyboard.press('Enter');
  else await page.keyboard.type(key);
  // The only wait for time in these tests: it is what they are about.
  await page.waitForTimeout(PACE);
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  const labels = await rows.evaluateAll((found) =>
    found.slice(0, 3).map((row) => {
      const text = row.querySelector('.label-name')?.textContent ?? '';
      return row.classList.contains('focused') ? `[${text}]` : text;
    }),
  );
  const line = `  ${(NAMES[key] ?? key).padEnd(9)} ${labels.join(', ')}`.trimEnd();
  return [line, ...(await typeSlowly(workbench, others.join('')))];
}
