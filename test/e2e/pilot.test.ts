import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useEditor } from './harness/editor.ts';
import { makeStandIn, type StandIn } from './harness/stand-in.ts';
import type { Workbench } from './harness/workbench.ts';

const FILE = 'image = "alpine:3.20"\nnet = true\ncmd = ["true"]\n';

/** A call of the app, its arguments as the JSON that is one argument of pilotctl. */
function exec(...args: string[]): string[] {
  return ['appstore', 'call', 'io.pilot.smolvm', 'smolvm.exec', JSON.stringify({ args })];
}

describe('smolvm from the Pilot app store', () => {
  let folder: string;
  let standIn: StandIn;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), `smolfile "pilot" $(touch harm) `)));
    standIn = await makeStandIn('1.6.0', 'pilotctl');
    await writeFile(join(folder, 'Smolfile'), FILE);
  });

  afterAll(async () => {
    await standIn?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const editor = useEditor(
    () => ({
      folder,
      path: [standIn.folder],
      width: 1400,
      machineSettings: { 'smolfile.runner': 'pilot' },
    }),
    () => standIn.list([{ name: 'web', state: 'running' }]),
  );

  beforeEach(async () => {
    ({ workbench } = editor);
    await workbench.openFile('Smolfile');
    await workbench.lenses.nth(4).waitFor();
    await workbench.status.filter({ hasText: 'smolvm 1.6.0' }).waitFor();
  });

  test('its version is asked of the app, and what needs a keyboard is not started but said', async () => {
    await expect.poll(() => workbench.status.innerText()).toContain('smolvm 1.6.0');
    expect((await standIn.allCalls()).map(({ args }) => args)).toContainEqual([
      'appstore',
      'call',
      'io.pilot.smolvm',
      'smolvm.version',
      '{}',
    ]);
    await workbench.lensTo('Run with flags', workbench.inputBox);
    await workbench.choice.waitFor();
    await workbench.page.keyboard.type('-it -- sh');
    await expect.poll(() => workbench.choice.innerText()).toContain('-it -- sh');
    await workbench.page.keyboard.press('Enter');
    await expect
      .poll(() => workbench.messages.allInnerTexts())
      .toContainEqual(expect.stringContaining('no terminal to type in'));
    await workbench.messages.getByRole('button', { name: 'Open Settings' }).hover();
    await workbench.screenshot('pilot-interactive');
    expect(await standIn.calls()).toEqual([]);
    const offered = await workbench.offered('Smolfile: ');
    expect(offered).toContain('Smolfile: Start Machine');
    expect(offered).not.toContain('Smolfile: Open Shell in Machine');
  });

  test('Run and Pack pass the same arguments on as JSON, in one argument and without a shell', async () => {
    await standIn.clear();
    const file = join(folder, 'Smolfile');
    await workbench.lens(/^\s*Run$/);
    const run = { args: exec('machine', 'run', '--smolfile', file), cwd: folder };
    await expect.poll(() => standIn.calls()).toEqual([run]);
    await expect.poll(() => workbench.terminal.innerText()).toContain('the stand-in was called');
    // The terminal says why nothing can be typed into it.
    await expect
      .poll(() => workbench.page.locator('.terminal-outer-container, .panel').allInnerTexts())
      .toContainEqual(expect.stringContaining('Pilot: no keyboard'));
    await workbench.screenshot('pilot-run');
    await workbench.lensTo('Pack', workbench.inputBox);
    await workbench.answer('my web');
    const output = `--output=${join(folder, 'my web')}`;
    const pack = { args: exec('pack', 'create', '--smolfile', file, output), cwd: folder };
    await expect.poll(() => standIn.calls()).toEqual([run, pack]);
  });

  test('its machines are listed, and stopped', async () => {
    await standIn.clear();
    await workbench.showMachines();
    const web = workbench.machine('web');
    await web.hover();
    expect(await web.getByRole('button', { name: 'Open Shell' }).count()).toBe(0);
    await web.getByRole('button', { name: 'Stop' }).click();
    await expect
      .poll(() => standIn.calls())
      .toEqual([
        { args: exec('machine', 'stop', '--name', 'web'), cwd: expect.not.stringContaining(folder) },
      ]);
  });
});
