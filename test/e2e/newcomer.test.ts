import { mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROGRAMS } from '../smolvm/program/fetch.ts';
import { smolvmCommand, type SmolvmCommand } from '../smolvm/program/command.ts';
import { useEditor } from './harness/editor.ts';
import { freePort } from './harness/free-port.ts';

/** What somebody types who has used other tools. */
const TYPED = ['cpus = 1', 'net = yes', '', '[dev]', `ports = ["${await freePort()}:80"]`, ''].join('\n');

describe('somebody new, with the real smolvm', () => {
  let folder: string;
  let smolvm: SmolvmCommand;
  let others = 0;

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
    await workbench.lensTo('Create machine', workbench.inputBox);
    await workbench.answer('first');
    await expect
      .poll(() => workbench.lenses.allInnerTexts())
      .toContainEqual(expect.stringContaining('Start first'));
    await workbench.showMachines();
    const machine = workbench.machine('first');
    await workbench.lensTo('Start first', machine.filter({ hasText: 'running' }));
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

  test('packs a program, which is overwritten after a question alone', async () => {
    const { workbench } = editor;
    await writeFile(join(folder, 'Smolfile'), 'image = "alpine:3.20"\nentrypoint = ["sh"]\n');
    await workbench.openFile('Smolfile');
    const packed = join(folder, 'out');
    const when = async (): Promise<number> => (await stat(packed)).mtimeMs;
    const done = workbench.messages.filter({ hasText: `Packed to ${packed}.` });
    await workbench.lensTo('Pack', workbench.inputBox);
    await workbench.answer('out');
    await done.getByRole('button', { name: 'Run It' }).waitFor();
    await workbench.screenshot('packed');
    expect((await readdir(folder)).toSorted()).toEqual(['Smolfile', 'out', 'out.smolmachine']);
    const first = await when();
    await done.getByRole('button', { name: /^Clear/ }).click();
    await workbench.lensTo('Pack', workbench.inputBox);
    await workbench.answer('out');
    await expect.poll(() => workbench.dialog.innerText()).toContain('Overwrite out and out.smolmachine?');
    await workbench.screenshot('pack-over');
    await workbench.dialog.getByRole('button', { name: 'Cancel' }).click();
    await workbench.dialog.waitFor({ state: 'hidden' });
    expect(await when()).toBe(first);
    await workbench.lensTo('Pack', workbench.inputBox);
    await workbench.answer('out');
    await workbench.dialog.getByRole('button', { name: 'Overwrite' }).click();
    await done.waitFor();
    expect(await when()).toBeGreaterThan(first);
  });

  test('runs a command in a machine, and reads what smolvm has against a file at its place', async () => {
    const { workbench } = editor;
    await writeFile(join(folder, 'Smolfile'), 'cpus = 1\n\n[network]\nallow_cidrs = ["10.0.0.0/8"]\n');
    await workbench.openFile('Smolfile');
    // The file may have one already: this is another. A name is taken once and for all.
    const name = `other-${++others}`;
    await workbench.command('Smolfile: Create Machine…');
    await workbench.answer(name);
    await workbench.lenses.filter({ hasText: `Start ${name}` }).waitFor();
    await workbench.showMachines();
    const machine = workbench.machine(name);
    await workbench.lensTo(`Start ${name}`, machine.filter({ hasText: 'running' }));
    await workbench.contextMenu(machine, 'Run a Command…');
    await workbench.answer('echo "a b" $HOME');
    await expect.poll(() => smolvm.workload(name)?.command).toEqual(['echo', 'a b', '$HOME']);
    await workbench.retypeLine(4, 'allow_cidrs = ["nope"]');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(1);
    const anyway = workbench.messages.getByRole('button', { name: 'Run Anyway' }).first();
    await workbench.lensTo(/^\s*Run$/, anyway);
    await anyway.click();
    // Its terminal comes to the front.
    await expect.poll(() => workbench.terminal.innerText()).toContain("invalid CIDR 'nope'");
    expect(await workbench.terminal.innerText()).not.toContain('failed to launch');
    await workbench.showProblems();
    const refusal = workbench.problems.filter({ hasText: "invalid CIDR 'nope': expected format like" });
    await refusal.filter({ hasText: '[Ln 4, Col 16]' }).waitFor();
    await workbench.screenshot('refused');
    await workbench.retypeLine(4, 'allow_cidrs = ["10.0.0.0/8"]');
    await workbench.page.keyboard.press('Control+S');
    await refusal.waitFor({ state: 'hidden' });
  });
});
