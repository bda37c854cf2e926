import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useEditor } from './harness/editor.ts';
import { makeStandIn, type StandIn } from './harness/stand-in.ts';

describe('in the browser, with the server in a worker', () => {
  let folder: string;
  let standIn: StandIn;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smolfile-web-'));
    await writeFile(join(folder, 'Smolfile'), 'imge = "alpine:3.20"\ncmd = ["true"]\n');
    standIn = await makeStandIn('1.6.0');
  });

  afterAll(async () => {
    await standIn?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  // An extension of the kind `web` runs in the page, even where there is a machine behind it.
  const settings = { 'remote.extensionKind': { 'smolfile.smolfile-vscode': ['web'] } };
  const editor = useEditor(
    () => ({ folder, path: [standIn.folder], settings }),
    () => standIn.clear(),
  );

  test('files are checked and previewed, and nothing is offered that needs a machine', async () => {
    const { workbench } = editor;
    await workbench.openFile('Smolfile');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(1);
    await expect.poll(() => workbench.lenses.allInnerTexts()).toEqual(['Preview']);
    const scripts = workbench.page.workers().map((worker) => worker.url());
    expect(scripts.length).toBeGreaterThan(0);
    await workbench.lensTo('Preview', workbench.preview.locator('.findings'));
    await expect
      .poll(() => workbench.preview.locator('.findings').innerText())
      .toContain('imge is not a key of a Smolfile');
    await workbench.preview.getByRole('button', { name: 'line 1' }).click();
    await workbench.retypeLine(1, 'image = "alpine:3.20"');
    await expect.poll(() => workbench.previewRow('image').innerText()).toContain('alpine:3.20');
    await workbench.screenshot('browser');
    expect(await standIn.allCalls()).toEqual([]);
  });
});
