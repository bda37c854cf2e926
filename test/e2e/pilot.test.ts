import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startBrowser } from './harness/browser.ts';
import { startCodeServer, type CodeServer } from './harness/code-server.ts';
import { keepFailure } from './harness/failure.ts';
import { makeStandIn, type StandIn } from './harness/stand-in.ts';
import { Workbench } from './harness/workbench.ts';

const FILE = 'image = "alpine:3.20"\nnet = true\ncmd = ["true"]\n';

/** A call of the app, its arguments as the JSON that is one argument of pilotctl. */
function exec(...args: string[]): string[] {
  return ['appstore', 'call', 'io.pilot.smolvm', 'smolvm.exec', JSON.stringify({ args })];
}

describe('smolvm from the Pilot app store', () => {
  let folder: string;
  let standIn: StandIn;
  let server: CodeServer;
  let browser: Browser;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), `smolfile "pilot" $(touch harm) `)));
    standIn = await makeStandIn('1.6.0', 'pilotctl');
    await writeFile(join(folder, 'Smolfile'), FILE);
    const machineSettings = { 'smolfile.runner': 'pilot' };
    [server, browser] = await Promise.all([
      startCodeServer({ path: [standIn.folder], machineSettings }),
      startBrowser(),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await standIn?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await Promise.all([standIn.clear(), standIn.list([{ name: 'web', state: 'running' }])]);
    const context = await browser.newContext({ viewport: { width: 1400, height: 800 } });
    workbench = new Workbench(await context.newPage());
    await workbench.open(server.urlOf(folder));
    await workbench.openFile('Smolfile');
    await workbench.lenses.nth(4).waitFor();
  });

  afterEach(async ({ task }) => {
    await keepFailure(task, workbench, server);
    await workbench.page.context().close();
  });

  test('Run and Pack pass the same arguments on as JSON, in one argument and without a shell', async () => {
    const file = join(folder, 'Smolfile');
    await workbench.lenses.filter({ hasText: /^\s*Run$/ }).click();
    const run = { args: exec('machine', 'run', '--smolfile', file), cwd: folder };
    await expect.poll(() => standIn.calls()).toEqual([run]);
    await expect.poll(() => workbench.terminal.innerText()).toContain('the stand-in was called');
    // The terminal says why nothing can be typed into it.
    await expect
      .poll(() => workbench.page.locator('.terminal-outer-container, .panel').allInnerTexts())
      .toContainEqual(expect.stringContaining('Pilot: no keyboard'));
    await workbench.screenshot('pilot-run');
    await workbench.lenses.filter({ hasText: 'Pack' }).click();
    await workbench.answer('my web');
    const output = `--output=${join(folder, 'my web')}`;
    const pack = { args: exec('pack', 'create', '--smolfile', file, output), cwd: folder };
    await expect.poll(() => standIn.calls()).toEqual([run, pack]);
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
    await workbench.lenses.filter({ hasText: 'Run with flags' }).click();
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

  test('its machines are listed, and stopped', async () => {
    await workbench.command('Explorer: Focus on smolvm Machines View');
    const web = workbench.machine('web');
    await web.hover();
    expect(await web.getByRole('button', { name: 'Open Shell' }).count()).toBe(0);
    await web.getByRole('button', { name: 'Stop' }).click();
    await expect
      .poll(() => standIn.calls())
      .toEqual([{ args: exec('machine', 'stop', '--name', 'web'), cwd: folder }]);
  });
});
