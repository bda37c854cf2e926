import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useEditor } from './harness/editor.ts';
import type { Workbench } from './harness/workbench.ts';

const BROKEN = `# A worker with three mistakes in it
imge = "alpine:3.20"
cpus = "2"
net = true
ports = ["8080:80"]

[dev]
init = [
  "apk add --no-cache \\"curl\\"",
]
volums = ["./src:/app"]
`;

/** One of the real files, which lie beside the repository. */
const REAL = fileURLToPath(new URL('../../../shared/corpus/NickyHeC__4r7a__Smolfile', import.meta.url));

const SOUND = 'image = "alpine:3.20"\nnet = true\ncmd = ["true"]\n';

describe('the extension in VS Code', () => {
  let folder: string;
  let workbench: Workbench;

  beforeAll(async () => {
    const parent = await mkdtemp(join(tmpdir(), 'smolfile-workspace-'));
    // A name that a shell or a URI would trip over.
    folder = join(parent, `it's a "work" space`);
    await mkdir(folder);
  });

  afterAll(async () => {
    await rm(join(folder, '..'), { recursive: true, force: true });
  });

  const editor = useEditor(
    () => ({ folder }),
    () =>
      Promise.all([
        writeFile(join(folder, 'Smolfile'), BROKEN),
        writeFile(join(folder, 'worker.smolfile'), SOUND),
        writeFile(join(folder, 'settings.toml'), BROKEN),
      ]),
  );

  beforeEach(() => {
    ({ workbench } = editor);
  });

  test('problems are shown where they are', async () => {
    await workbench.openFile('Smolfile');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(3);
    await workbench.showProblems();
    await expect
      .poll(() => workbench.problemRows())
      .toEqual([
        expect.arrayContaining(['`imge` is not a key of a Smolfile', 'unknown-key', '[Ln 2, Col 1]']),
        expect.arrayContaining(['type-mismatch', '[Ln 3, Col 8]']),
        expect.arrayContaining(['unknown-key', '[Ln 11, Col 1]']),
        // Advice about `ports`.
        expect.any(Array),
      ]);
    await workbench.screenshot('problems');
  });

  test.skipIf(!existsSync(REAL))('so are those of a real Smolfile in which somebody slipped', async () => {
    const real = await readFile(REAL, 'utf8');
    const broken = real
      .replace('image = "python:3.12"', 'image = "python:3.12')
      .replace('allow_hosts = [', 'allow_host = [')
      .replace('ssh_agent = true', 'ssh_agent = "true"');
    await writeFile(join(folder, 'Smolfile'), broken);
    await mkdir(join(folder, 'wiki'), { recursive: true });
    await mkdir(join(folder, 'employee_wiki'), { recursive: true });
    await workbench.openFile('Smolfile');
    await workbench.showProblems();
    await expect
      .poll(() => workbench.problemRows())
      .toEqual([
        expect.arrayContaining(['unterminated-string', '[Ln 14, Col 9]']),
        expect.arrayContaining(['unknown-key', '[Ln 18, Col 1]']),
        expect.arrayContaining(['type-mismatch', '[Ln 59, Col 13]']),
      ]);
    await workbench.goToLine(18);
    await workbench.page.keyboard.press('Home');
    await workbench.screenshot('real');
    await workbench.quickFix('Replace `allow_host` with `allow_hosts`');
    await expect.poll(() => workbench.problems.count()).toBe(2);
  });

  test('a quick fix mends the text and its problem goes away', async () => {
    await workbench.openFile('Smolfile');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(3);
    await workbench.goToLine(2);
    await workbench.page.keyboard.press('Home');
    await workbench.quickFix('Replace `imge` with `image`');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(2);
    await expect.poll(() => workbench.lines.filter({ hasText: 'image = "alpine:3.20"' }).count()).toBe(1);
    await workbench.screenshot('quick-fix-applied');
  });

  test('a rule is explained inside the editor, and the server is started anew on request', async () => {
    await workbench.openFile('Smolfile');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(3);
    await workbench.goToLine(2);
    await workbench.page.keyboard.press('Home');
    await workbench.codeAction('Explain `unknown-key`');
    const pages = () =>
      Promise.all(workbench.page.frames().map((frame) => frame.innerText('body').catch(() => '')));
    await expect.poll(pages).toContainEqual(expect.stringMatching(/unknown-key[^]*On the web/));
    await workbench.screenshot('explained');
    await workbench.command('Smolfile: Restart Language Server');
    await workbench.retypeLine(3, 'cpus = 2');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(2);
  });

  test('a problem goes away as soon as the line is typed right, and comes back with the mistake', async () => {
    await workbench.openFile('Smolfile');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(3);
    await workbench.retypeLine(3, 'cpus = 2');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(2);
    await workbench.retypeLine(4, 'cpu = true');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(3);
  });

  test('a file of the workspace keeps its problems when it is closed, until they are mended', async () => {
    await workbench.openFile('Smolfile');
    await workbench.showProblems();
    await expect.poll(() => workbench.problems.count()).toBe(4);
    await workbench.command('View: Close All Editors');
    await writeFile(join(folder, 'Smolfile'), SOUND);
    await expect.poll(() => workbench.problems.count()).toBe(0);
  });

  test('a key is completed, with its value in place', async () => {
    await workbench.openFile('Smolfile');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(3);
    await workbench.retypeLine(4, 'wor');
    await workbench.page.keyboard.press('Control+Space');
    const suggestion = workbench.page.locator('.suggest-widget .monaco-list-row.focused');
    await expect.poll(() => suggestion.innerText()).toContain('workdir');
    await workbench.screenshot('completion');
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => workbench.lines.filter({ hasText: /^workdir\s=\s""$/ }).count()).toBe(1);
  });

  test('a document is formatted', async () => {
    await writeFile(
      join(folder, 'worker.smolfile'),
      'image="alpine:3.20"   # pinned\nnet=true\n\n\n\n[dev]\nports=["8080:80",]\n',
    );
    await workbench.openFile('worker.smolfile');
    await expect.poll(() => workbench.lenses.count()).toBeGreaterThan(0);
    await workbench.command('Format Document');
    await expect.poll(() => workbench.lines.filter({ hasText: /^net\s=\strue/ }).count()).toBe(1);
    await workbench.command('File: Save');
    await expect
      .poll(async () => readFile(join(folder, 'worker.smolfile'), 'utf8'))
      .toBe('image = "alpine:3.20" # pinned\nnet = true\n\n[dev]\nports = ["8080:80"]\n');
    await workbench.screenshot('formatted');
  });

  test('smolvm that is missing is said once, with what one can do', async () => {
    await workbench.openFile('Smolfile');
    await workbench.lensTo(/^\s*Run$/, workbench.messages.first());
    await expect.poll(() => workbench.messages.innerText()).toContain('smolvm was not found on the PATH');
    await workbench.lens('Pack');
    await workbench.lens(/^\s*Run$/);
    // Once the pointer rests on it, it has come all the way in.
    await workbench.messages.getByRole('button', { name: 'How to Install' }).hover();
    await workbench.screenshot('missing');
    expect(await workbench.messages.count()).toBe(1);
    await expect
      .poll(() => workbench.messages.getByRole('button', { name: 'How to Install' }).count())
      .toBe(1);
    await workbench.messages.getByRole('button', { name: 'Open Settings' }).click();
    await expect
      .poll(() => workbench.page.locator('.settings-editor').innerText())
      .toContain('Where smolvm is');
  });

  test('completion goes on with the value once a key is accepted', async () => {
    await workbench.openFile('Smolfile');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(3);
    await workbench.retypeLine(4, 'imag');
    await workbench.page.keyboard.press('Control+Space');
    const suggestion = workbench.page.locator('.suggest-widget .monaco-list-row.focused');
    await expect.poll(() => suggestion.innerText()).toContain('image');
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => suggestion.innerText()).toMatch(/^alpine:/);
  });

  test('a new Smolfile and the walkthrough are there for whoever begins', async () => {
    // Wide enough for what a step shows beside its text.
    await workbench.page.setViewportSize({ width: 1700, height: 900 });
    // The extension is known a moment after the window is there.
    const title = 'Smolfile: New Smolfile';
    await expect.poll(() => workbench.offered(title)).toContain(title);
    await workbench.command(title);
    // the first one is what the folder is, else the starter
    await workbench.choice.filter({ hasText: 'starter' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => workbench.language.innerText()).toBe('Smolfile');
    await expect.poll(() => workbench.lines.filter({ hasText: 'alpine' }).count()).toBe(1);
    await workbench.screenshot('new');
    await workbench.page.keyboard.press('Escape');
    await workbench.command('Welcome: Open Walkthrough...');
    await workbench.inputBox.locator('input').fill('Start with Smolfiles');
    await workbench.choice.filter({ hasText: 'Start with Smolfiles' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    const steps = workbench.page.locator('.gettingStartedContainer');
    await expect.poll(() => steps.innerText()).toContain('See the merged configuration');
    // What a step shows beside its text is a page of its own.
    const pages = () =>
      Promise.all(workbench.page.frames().map((frame) => frame.innerText('body').catch(() => '')));
    await expect.poll(pages).toContainEqual(expect.stringContaining('Mistakes are marked where they are'));
    await workbench.screenshot('walkthrough');
  });

  test('the language is known by file name, and coloured', async () => {
    await writeFile(join(folder, 'worker.smolfile'), BROKEN);
    await workbench.openFile('worker.smolfile');
    await expect.poll(() => workbench.language.innerText()).toBe('Smolfile');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(3);
    const pieces = ['# A worker', 'net', 'dev', '"alpine', 'true'];
    const colours = await Promise.all(pieces.map((piece) => colourOf(workbench.lines, piece)));
    expect(new Set(colours).size).toBe(pieces.length);
    await workbench.screenshot('language');
  });

  test('other TOML is left alone', async () => {
    await workbench.openFile('settings.toml');
    await workbench.showProblems();
    // Once those of the file opened later are there, the earlier one's would be too.
    await workbench.openFile('Smolfile');
    await expect.poll(() => workbench.problems.count()).toBe(4);
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(3);
  });
});

/** The class that colours a piece of a line. */
function colourOf(lines: Locator, piece: string): Promise<string | null> {
  return lines.locator('span > span', { hasText: piece }).first().getAttribute('class');
}
