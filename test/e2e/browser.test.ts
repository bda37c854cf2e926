import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './harness/browser.ts';
import { startCodeServer, type CodeServer } from './harness/code-server.ts';
import { makeStandIn, type StandIn } from './harness/stand-in.ts';
import { Workbench } from './harness/workbench.ts';

describe('in the browser, with the server in a worker', () => {
  let folder: string;
  let standIn: StandIn;
  let server: CodeServer;
  let browser: Browser;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smolfile-web-'));
    await writeFile(join(folder, 'Smolfile'), 'imge = "alpine:3.20"\ncmd = ["true"]\n');
    standIn = await makeStandIn('1.6.0');
    // An extension of the kind `web` runs in the page, even where there is a machine behind it.
    const settings = { 'remote.extensionKind': { 'smolfile.smolfile-vscode': ['web'] } };
    [server, browser] = await Promise.all([
      startCodeServer({ path: [standIn.folder], settings }),
      startBrowser(),
    ]);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    workbench = new Workbench(await context.newPage());
    await workbench.open(server.urlOf(folder));
  });

  afterAll(async () => {
    await workbench?.screenshot('browser');
    await browser?.close();
    await server?.stop();
    await standIn?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  test('files are checked and previewed, and nothing is offered that needs a machine', async () => {
    await workbench.openFile('Smolfile');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(1);
    await expect.poll(() => workbench.lenses.allInnerTexts()).toEqual(['Preview']);
    const scripts = workbench.page.workers().map((worker) => worker.url());
    expect(scripts.length).toBeGreaterThan(0);
    await workbench.lenses.filter({ hasText: 'Preview' }).click();
    await expect
      .poll(() => workbench.textOf('Preview Smolfile (create)'))
      .toContain('`imge` is not a key of a Smolfile');
    expect(await standIn.allCalls()).toEqual([]);
  });
});
