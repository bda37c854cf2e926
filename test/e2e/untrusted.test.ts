import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useEditor } from './harness/editor.ts';
import { makeStandIn, type StandIn } from './harness/stand-in.ts';

const BROKEN = `imge = "alpine:3.20"\ncmd = ["true"]\n`;

describe('a workspace that is not trusted', () => {
  let folder: string;
  let standIn: StandIn;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smolfile-untrusted-'));
    standIn = await makeStandIn('1.6.0');
    // The workspace would like another program to be taken for smolvm, and a task to be run when it is opened.
    await mkdir(join(folder, '.vscode'));
    const evil = join(standIn.folder, 'smolvm');
    const settings = { 'smolfile.smolvm.path': evil, 'smolfile.runner': 'pilot' };
    await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    const task = { type: 'smolfile', action: 'run', label: 'x', runOptions: { runOn: 'folderOpen' } };
    await writeFile(join(folder, '.vscode/tasks.json'), JSON.stringify({ version: '2.0.0', tasks: [task] }));
    await writeFile(join(folder, 'Smolfile'), BROKEN);
  });

  afterAll(async () => {
    await standIn?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const editor = useEditor(
    () => ({ folder, path: [standIn.folder], restricted: true }),
    () => standIn.clear(),
  );

  test('is checked and previewed, but nothing is run, not even to ask for a version', async () => {
    const { workbench } = editor;
    await workbench.openFile('Smolfile');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(1);
    await expect.poll(() => workbench.lenses.allInnerTexts()).toEqual(['Preview']);
    const offered = (await workbench.offered('Smolfile: ')).filter((title) => title.startsWith('Smolfile:'));
    expect(offered).toContain('Smolfile: Preview Merged Configuration');
    for (const title of ['Run', 'Pack…', 'Create Machine…'])
      expect(offered).not.toContain(`Smolfile: ${title}`);
    await workbench.lensTo('Preview', workbench.preview.locator('.findings'));
    await expect
      .poll(() => workbench.preview.locator('.findings').innerText())
      .toContain('imge is not a key of a Smolfile');
    await workbench.screenshot('untrusted');
    expect(await standIn.allCalls()).toEqual([]);
  });
});
