import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROGRAMS } from '../smolvm/program/fetch.ts';
import { smolvmCommand, type SmolvmCommand } from '../smolvm/program/command.ts';
import { useEditor } from './harness/editor.ts';

/** What somebody types who has used other tools. */
const TYPED = ['cpus = 1', 'net = yes', '', '[dev]', 'ports = ["8080:80"]', ''].join('\n');

describe('somebody new, with the real smolvm', () => {
  let folder: string;
  let smolvm: SmolvmCommand;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'smolfile-newcomer-')));
    smolvm = await smolvmCommand(PROGRAMS.at(-1)!);
  });

  afterAll(async () => {
    await smolvm?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const editor = useEditor(
    () => ({ folder, path: [smolvm.folder], width: 1400, isEmpty: true }),
    async () => {
      const names = await readdir(folder);
      await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true })));
    },
  );

  test('goes from an empty folder to a machine that runs, and stops it', async () => {
    const { workbench } = editor;
    const { page } = workbench;
    const title = 'Smolfile: New Smolfile';
    await expect.poll(() => workbench.offered(title)).toContain(title);
    await workbench.command(title);
    await workbench.choice.filter({ hasText: 'starter' }).waitFor();
    await workbench.screenshot('newcomer-1-new');
    await page.keyboard.press('Enter');
    await expect.poll(() => workbench.language.innerText()).toBe('Smolfile');
    // It is opened first, and then filled.
    await workbench.lines.filter({ hasText: 'image' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(TYPED, { delay: 140 });
    await workbench.screenshot('newcomer-2-typed');
    await page.keyboard.press('Control+S');
    await expect.poll(() => readFile(join(folder, 'Smolfile'), 'utf8').catch(() => '')).toBe(TYPED);
    // The mistake, and its fix.
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(1);
    await workbench.goToLine(2);
    await page.keyboard.press('End');
    await workbench.quickFix('Write `true`');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(0);
    await page.keyboard.press('Control+S');
    await workbench.command('Smolfile: Preview Merged Configuration');
    await expect.poll(() => workbench.preview.innerText()).toMatch(/smolvm [\d.]+ accepts this\./);
    await workbench.screenshot('newcomer-3-preview');
    await workbench.lens('Create machine');
    await workbench.answer('first');
    await expect
      .poll(() => workbench.lenses.allInnerTexts())
      .toContainEqual(expect.stringContaining('Start first'));
    await workbench.lens('Start first');
    await workbench.showMachines();
    const machine = workbench.machine('first');
    await expect.poll(() => machine.innerText()).toContain('running');
    expect(smolvm.requests().filter(({ kind }) => kind === 'boot')).toHaveLength(1);
    await workbench.screenshot('newcomer-4-running');
    const opened = page.context().waitForEvent('page', { timeout: 120_000 });
    await workbench.contextMenu(machine, 'Open Port in Browser');
    const browser = await opened;
    await workbench.screenshot('newcomer-5-port');
    await browser.close();
    await machine.hover();
    await machine.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => machine.innerText()).toContain('stopped');
    await workbench.screenshot('newcomer-6-stopped');
  });
});
