import { access, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useEditor } from './harness/editor.ts';
import { freePort } from './harness/free-port.ts';
import { makeStandIn, type StandIn } from './harness/stand-in.ts';
import type { Workbench } from './harness/workbench.ts';

const PORT = await freePort();

const WEB = `# A small web server
image = "python:3.12-slim"
cmd = ["python", "-m", "http.server", "8080"]
cpus = 2
memory = 1024

[network]
allow_hosts = ["pypi.org"]

[dev]
ports = ["${PORT}:8080"]
init = [
  "pip install --no-cache-dir httpie && echo \\"done\\"",
]

[health]
exec = ["sh", "-c", "wget -qO- http://127.0.0.1:8080/ | grep -q ok"]
`;

/** As \`machine ls --json\` of smolvm lists a machine made from it, before somebody changed \`cpus\`. */
const LISTED = {
  name: 'web',
  state: 'running',
  cpus: 4,
  memory_mib: 1024,
  image: 'python:3.12-slim',
  network: true,
  something_new: { x: [1] },
};

describe('running through smolvm', () => {
  let parent: string;
  let folder: string;
  let standIn: StandIn;
  let workbench: Workbench;

  beforeAll(async () => {
    parent = await realpath(await mkdtemp(join(tmpdir(), 'smolfile-workspace-')));
    // A shell would run what is in this name.
    folder = join(parent, `it's a "work" $(touch harm) \`touch harm\` & space`);
    await mkdir(folder);
    standIn = await makeStandIn('1.6.0');
  });

  afterAll(async () => {
    await standIn?.remove();
    await rm(parent, { recursive: true, force: true });
  });

  const editor = useEditor(
    () => ({ folder, path: [standIn.folder], width: 1400 }),
    () =>
      Promise.all([
        rm(join(folder, '.vscode'), { recursive: true, force: true }),
        writeFile(join(folder, 'Smolfile'), WEB),
        standIn.list([]),
      ]),
  );

  beforeEach(async () => {
    ({ workbench } = editor);
    await workbench.openFile('Smolfile');
    await workbench.lenses.nth(4).waitFor();
    // The stand-in has no machine any more, of which the window may not know yet.
    if ((await workbench.lenses.filter({ hasText: 'Create machine' }).count()) === 0) {
      await workbench.showMachines();
      await workbench.lenses.filter({ hasText: 'Create machine' }).waitFor();
      await workbench.openFile('Smolfile');
    }
    // Which smolvm there is has been found out, and nothing more is drawn for it.
    await workbench.status.filter({ hasText: 'smolvm 1.6.0' }).waitFor();
    await standIn.clear();
  });

  test('Run calls smolvm with the file, from its folder, and without a shell', async () => {
    // While they are drawn anew, some are missing.
    await expect
      .poll(() => workbench.lenses.allInnerTexts())
      .toEqual([expect.stringContaining('Run'), 'Run with flags…', 'Pack…', 'Preview', 'Create machine…']);
    await workbench.lens(/^\s*Run$/);
    await expect
      .poll(() => standIn.calls())
      .toEqual([{ args: ['machine', 'run', '--smolfile', join(folder, 'Smolfile')], cwd: folder }]);
    await expect.poll(() => workbench.terminal.innerText()).toContain('the stand-in was called');
    await workbench.screenshot('run');
    await expect(access(join(folder, 'harm'))).rejects.toThrow('ENOENT');
    expect((await readdir(folder)).toSorted()).toEqual(['Smolfile']);
  });

  test('the version of the installed smolvm is what the file is checked for', async () => {
    const { status } = workbench;
    await expect.poll(() => status.innerText()).toContain('smolvm 1.6.0');
    // New in 1.8.0.
    await workbench.retypeLine(4, 'fork.enabled = true');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(1);
    await workbench.retypeLine(1, '# smolfile: smolvm = "1.9.3"');
    await expect.poll(() => status.innerText()).toContain('smolvm 1.9.3');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(0);
  });

  test('Run with flags completes them as they are typed, and runs what was typed', async () => {
    await workbench.lensTo('Run with flags', workbench.inputBox);
    // With nothing typed yet, Enter would run as it is.
    await expect.poll(() => workbench.choice.innerText()).toContain('without flags');
    await workbench.screenshot('run-with-flags');
    await workbench.page.keyboard.type('--mem 2048 --al');
    await expect.poll(() => workbench.choice.innerText()).toContain('--allow-cidr CIDR');
    await workbench.picture('flags', { x: 348, y: 0, width: 1052, height: 180 });
    await workbench.inputBox.locator('input').fill('');
    await workbench.page.keyboard.type('--cp');
    await expect.poll(() => workbench.choice.innerText()).toMatch(/--cpus N.*Number of virtual CPUs/s);
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => workbench.inputBox.locator('input').inputValue()).toBe('--cpus ');
    // On with a value, where the cursor was left.
    await workbench.page.keyboard.type('2 --net-backend v');
    await expect.poll(() => workbench.choice.innerText()).toContain('virtio-net');
    await workbench.page.keyboard.press('Enter');
    await expect
      .poll(() => workbench.inputBox.locator('input').inputValue())
      .toBe('--cpus 2 --net-backend virtio-net ');
    await workbench.page.keyboard.type(`-e 'A=$(touch harm) "b"' -- sh -c 'echo $HOME'`);
    await expect.poll(() => workbench.choice.innerText()).toContain('echo $HOME');
    await workbench.page.keyboard.press('Enter');
    const flags = ['--cpus', '2', '--net-backend', 'virtio-net', '-e', 'A=$(touch harm) "b"'];
    const command = ['--', 'sh', '-c', 'echo $HOME'];
    const args = ['machine', 'run', '--smolfile', join(folder, 'Smolfile'), ...flags, ...command];
    await expect.poll(() => standIn.calls()).toEqual([{ args, cwd: folder }]);
    await expect(access(join(folder, 'harm'))).rejects.toThrow('ENOENT');
  });

  test('Run with flags says what is wrong before it runs, and offers lines that were used before', async () => {
    await workbench.lensTo('Run with flags', workbench.inputBox);
    await workbench.choice.waitFor();
    // At once: the list is behind what is typed, which is what counts.
    await workbench.page.keyboard.type('--mem 2048');
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => standIn.calls()).toHaveLength(1);
    await workbench.lensTo('Run with flags', workbench.inputBox);
    await expect.poll(() => workbench.choice.innerText()).toMatch(/--mem 2048.*used before/s);
    await workbench.screenshot('run-with-flags-before');
    await workbench.inputBox.locator('input').fill('--cpu 2');
    await expect.poll(() => workbench.inputBox.innerText()).toMatch(/Run anyway.*no flag "--cpu"/s);
    await workbench.screenshot('run-with-flags-wrong');
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => workbench.messages.innerText()).toContain('no flag "--cpu"');
    expect(await standIn.calls()).toHaveLength(1);
    await workbench.inputBox.waitFor({ state: 'hidden' });
    await workbench.messages.getByRole('button', { name: 'Change Flags…' }).click();
    // The line that was refused is there to be mended; a box that is hidden still has the one that was chosen.
    await workbench.choice.filter({ hasText: '--cpu 2' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.inputBox.waitFor({ state: 'hidden' });
  });

  test('Pack asks where to, and first whether what it drops may be dropped', async () => {
    await workbench.lensTo('Pack', workbench.inputBox);
    // Where nothing can be written is said before the image is pulled.
    await workbench.inputBox.locator('input').fill('dist/my web');
    await expect.poll(() => workbench.inputBox.innerText()).toContain('There is no folder');
    await workbench.inputBox.locator('input').fill('Smolfile');
    await expect.poll(() => workbench.inputBox.innerText()).toContain('the Smolfile itself');
    await writeFile(join(folder, 'my web'), 'precious');
    await workbench.answer('my web');
    await workbench.dialog.getByRole('button', { name: 'Overwrite' }).click();
    await expect.poll(() => workbench.dialog.innerText()).toContain('network.allow_hosts');
    await workbench.screenshot('pack');
    await rm(join(folder, 'my web'));
    expect(await standIn.calls()).toEqual([]);
    await workbench.dialog.getByRole('button', { name: 'Pack Anyway' }).click();
    await expect
      .poll(() => standIn.calls())
      .toEqual([
        {
          args: [
            'pack',
            'create',
            '--smolfile',
            join(folder, 'Smolfile'),
            `--output=${join(folder, 'my web')}`,
          ],
          cwd: folder,
        },
      ]);
  });

  test('an error is shown instead of running into it, and the file is saved first', async () => {
    await workbench.retypeLine(4, 'cpus = "2"');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(1);
    const anyway = workbench.messages.getByRole('button', { name: 'Run Anyway' }).first();
    await workbench.lensTo(/^\s*Run$/, anyway);
    await expect.poll(() => workbench.messages.innerText()).toContain('must be a whole number');
    // Once the pointer rests on it, it has come all the way in.
    await anyway.hover();
    await workbench.picture('run-refused', { x: 348, y: 35, width: 1052, height: 765 });
    expect(await standIn.calls()).toEqual([]);
    await workbench.messages.getByRole('button', { name: 'Show Problem' }).click();
    await expect.poll(() => workbench.problems.count()).toBeGreaterThan(0);
    await expect.poll(() => workbench.page.locator('.tab.active.dirty').count()).toBe(0);
  });

  test('smolvm’s own refusal becomes a problem at its place', async () => {
    await workbench.retypeLine(2, 'imge = "alpine:3.20"');
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(1);
    const anyway = workbench.messages.getByRole('button', { name: 'Run Anyway' }).first();
    await workbench.lensTo(/^\s*Run$/, anyway);
    await anyway.click();
    await expect.poll(() => standIn.calls()).toHaveLength(1);
    await workbench.showProblems();
    await expect
      .poll(() => workbench.problemsPanel.innerText())
      .toContain('unknown field `imge`, expected one of');
    // What ends at once has not failed to launch.
    await workbench.command('Terminal: Focus on Terminal View');
    await expect.poll(() => workbench.terminal.innerText()).toContain('unknown field');
    expect(await workbench.terminal.innerText()).not.toContain('failed to launch');
    // Once it is mended and saved, it is no problem any more.
    await workbench.retypeLine(2, 'image = "alpine:3.20"');
    await workbench.page.keyboard.press('Control+S');
    await workbench.showProblems();
    await expect.poll(() => workbench.problemsPanel.innerText()).not.toContain('imge');
  });

  test('the preview has the flags that were used last', async () => {
    await workbench.lensTo('Run with flags', workbench.inputBox);
    await workbench.answer('--cpus 3');
    await expect.poll(() => standIn.calls()).toHaveLength(1);
    await workbench.command('Smolfile: Preview Merged Configuration');
    await workbench.preview.getByText('run', { exact: true }).click();
    await expect.poll(() => workbench.previewRow('cpus').innerText()).toMatch(/^cpus\s+3\s/);
    await expect.poll(() => workbench.previewRow('cpus').innerText()).toContain('--cpus 3');
    await workbench.preview.getByRole('textbox', { name: 'Flags' }).fill('--cpus 5');
    await expect.poll(() => workbench.previewRow('cpus').innerText()).toContain('--cpus 5');
    expect(await standIn.calls()).toHaveLength(1);
  });

  test('a machine is made, listed, compared with its file, and deleted after a question', async () => {
    await workbench.lensTo('Create machine', workbench.inputBox);
    await workbench.inputBox.locator('input').fill('-web');
    await expect.poll(() => workbench.inputBox.innerText()).toMatch(/name/i);
    await workbench.answer('web');
    await expect
      .poll(() => standIn.calls())
      .toEqual([
        { args: ['machine', 'create', '--name', 'web', '--smolfile', join(folder, 'Smolfile')], cwd: folder },
      ]);
    await expect
      .poll(() => workbench.lenses.allInnerTexts())
      .toContainEqual(expect.stringContaining('Start web'));
    await standIn.list([LISTED, { name: 'other', state: 'stopped' }]);
    await workbench.showMachines();
    const web = workbench.machine('web');
    await expect.poll(() => web.innerText()).toContain('1 difference');
    await web.click();
    await expect.poll(() => workbench.machines.innerText()).toContain('4 → 2 in the file');
    await workbench.picture('machines', await workbench.placeOf(workbench.machines));
    await standIn.clear();
    await web.hover();
    await web.getByRole('button', { name: 'Open Shell' }).click();
    await expect
      .poll(() => standIn.calls())
      .toEqual([{ args: ['machine', 'shell', '--name', 'web'], cwd: folder }]);
    // The list is asked for again once the shell is left.
    await expect
      .poll(async () => (await standIn.allCalls()).map(({ args }) => args.join(' ')))
      .toContain('machine ls --json');
    await web.click();
    await workbench.page.keyboard.press('Delete');
    await expect
      .poll(() => workbench.dialog.innerText())
      .toMatch(/Delete the machine "web"\?.*It is running, and is stopped first/s);
    await workbench.screenshot('machine-delete');
    await workbench.dialog.getByRole('button', { name: 'Cancel' }).click();
    await workbench.dialog.waitFor({ state: 'hidden' });
    expect((await standIn.calls()).map(({ args }) => args[1])).toEqual(['shell']);
    await web.click();
    await workbench.page.keyboard.press('Delete');
    await workbench.dialog.getByRole('button', { name: 'Delete' }).click();
    await expect
      .poll(async () => (await standIn.calls()).at(-1))
      .toEqual({
        args: ['machine', 'delete', '--name', 'web', '--force'],
        cwd: expect.not.stringContaining(folder),
      });
    // It is no task: nothing repeats it unasked.
    await workbench.command('Tasks: Rerun Last Task');
    await expect.poll(async () => (await standIn.calls()).at(-1)?.args[1]).toBe('shell');
    // What was made from the file is gone: there is something to create again.
    await expect.poll(() => workbench.lenses.allInnerTexts()).toContain('Create machine…');
  });

  test('machines are started, stopped and looked at from the view, and from the file that they were made from', async () => {
    await standIn.list([LISTED, { name: 'other', state: 'stopped' }]);
    await workbench.showMachines();
    const other = workbench.machine('other');
    await other.hover();
    await other.getByRole('button', { name: 'Start' }).click();
    const did = async (): Promise<readonly string[]> =>
      (await standIn.calls()).map(({ args }) => args.join(' '));
    await expect.poll(did).toEqual(['machine start --name other']);
    const web = workbench.machine('web');
    await expect.poll(() => other.innerText()).toContain('running');
    await web.hover();
    await web.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(did).toContain('machine stop --name web');
    await expect.poll(() => web.innerText()).toContain('stopped');
    await workbench.contextMenu(web, 'Show Status');
    await expect.poll(did).toContain('machine status --name web');
    await standIn.clear();
    // One that was not made here is picked once, and then belongs to the file.
    await workbench.command('Smolfile: Show Status of Machine');
    await workbench.choice.filter({ hasText: 'other' }).waitFor();
    await workbench.screenshot('machine-pick');
    await workbench.page.keyboard.press('Enter');
    await expect.poll(did).toEqual(['machine status --name other']);
    const machineLenses = async (): Promise<readonly string[]> =>
      (await workbench.lenses.allInnerTexts()).slice(4).map((text) => text.trim());
    await expect.poll(machineLenses).toEqual(['Stop other', 'Shell']);
    await workbench.screenshot('machine-lenses');
    await workbench.lens('Shell');
    await expect.poll(did).toContain('machine shell --name other');
    await workbench.lens('Stop other');
    await expect.poll(did).toContain('machine stop --name other');
    await expect.poll(machineLenses).toEqual(['Start other']);
    await workbench.lens('Start other');
    await expect.poll(did).toContain('machine start --name other');
    await expect.poll(machineLenses).toEqual(['Stop other', 'Shell']);
    // One that is gone is no machine of the file any more.
    await standIn.list([LISTED]);
    await workbench.showMachines();
    await expect.poll(machineLenses).toEqual(['Create machine…']);
  });

  test('what one reaches for once a machine runs: its output, a command, a restart, its port, and all stopped', async () => {
    await workbench.lensTo('Create machine', workbench.inputBox);
    await workbench.answer('web');
    await expect
      .poll(() => workbench.lenses.allInnerTexts())
      .toContainEqual(expect.stringContaining('Start web'));
    await standIn.list([LISTED, { name: 'other', state: 'running' }]);
    await workbench.showMachines();
    const web = workbench.machine('web');
    const did = async (): Promise<readonly string[]> =>
      (await standIn.calls()).map(({ args }) => args.join(' '));
    // One takes a machine that one sees.
    await workbench.machine('other').waitFor();
    await standIn.clear();
    await workbench.contextMenu(web, 'Show Output');
    await expect.poll(did).toEqual(['machine logs --name web --follow']);
    await workbench.contextMenu(web, 'Run a Command…');
    await workbench.inputBox.locator('input').fill('sh -c "');
    await expect.poll(() => workbench.inputBox.innerText()).toMatch(/quote/i);
    await workbench.answer('sh -c "echo $HOME; ls"');
    await expect
      .poll(async () => (await standIn.calls()).at(-1)?.args)
      .toEqual(['machine', 'exec', '--name', 'web', '--', 'sh', '-c', 'echo $HOME; ls']);
    await standIn.clear();
    await workbench.contextMenu(web, 'Restart');
    await expect.poll(did).toEqual(['machine stop --name web', 'machine start --name web']);
    await expect.poll(() => web.innerText()).toContain('running');
    await workbench.contextMenu(web, 'Copy a File from It…');
    await workbench.inputBox.locator('input').fill('etc/hosts');
    await expect.poll(() => workbench.inputBox.innerText()).toContain('absolute path of a file');
    await workbench.answerFirst('/etc/hosts');
    // The box for files of VS Code in a browser: where to.
    const target = join(folder, 'hosts');
    await expect.poll(() => workbench.inputBox.locator('input').inputValue()).toBe(target);
    await workbench.page.keyboard.press('Enter');
    await expect
      .poll(async () => (await standIn.calls()).at(-1)?.args)
      .toEqual(['machine', 'cp', 'web:/etc/hosts', target]);
    const opened = workbench.page.context().waitForEvent('page', { timeout: 120_000 });
    await workbench.contextMenu(web, 'Open Port in Browser');
    const page = await opened;
    expect(page.url()).toMatch(new RegExp(`localhost:${PORT}|proxy/${PORT}|about:blank`));
    await page.close();
    await standIn.clear();
    await workbench.command('Smolfile: Stop All Machines…');
    await expect.poll(() => workbench.dialog.innerText()).toMatch(/Stop the 2 machines that run\?.*web/s);
    await workbench.screenshot('machines-stop-all');
    await workbench.dialog.getByRole('button', { name: 'Stop' }).click();
    await expect
      .poll(async () => (await did()).toSorted())
      .toEqual(['machine stop --name other', 'machine stop --name web']);
  });

  test('a machine that a run leaves behind belongs to its file; one that differs from its file is made again', async () => {
    await workbench.lensTo('Run with flags', workbench.inputBox);
    await workbench.answer('-d');
    await workbench.lenses.filter({ hasText: 'Stop default' }).waitFor();
    await standIn.list([]);
    await workbench.showMachines();
    await workbench.lensTo('Create machine', workbench.inputBox);
    await workbench.answer('web');
    await workbench.lenses.filter({ hasText: 'Start web' }).waitFor();
    await standIn.list([LISTED]);
    await workbench.showMachines();
    const web = workbench.machine('web');
    await expect.poll(() => web.innerText()).toContain('1 difference');
    await standIn.clear();
    await workbench.lenses.filter({ hasText: 'Stop web' }).waitFor();
    const seenLenses = await workbench.noteLenses();
    await workbench.contextMenu(web, 'Recreate from Its Smolfile…');
    await expect.poll(() => workbench.dialog.innerText()).toMatch(/Recreate the machine "web".*is running/s);
    await workbench.screenshot('machine-recreate');
    await workbench.dialog.getByRole('button', { name: 'Recreate' }).click();
    const file = join(folder, 'Smolfile');
    await expect
      .poll(async () => (await standIn.calls()).map(({ args }) => args.join(' ')))
      .toEqual([
        'machine delete --name web --force',
        `machine create --name web --smolfile ${file}`,
        'machine start --name web',
      ]);
    await workbench.lenses.filter({ hasText: 'Stop web' }).waitFor();
    // Nothing else is offered in between, not even for a moment.
    const offered = (await seenLenses())
      .map((titles) => titles.slice(4).join(' | '))
      .filter((text) => text !== '');
    expect(['Stop web | Shell', 'web is being made again']).toEqual(expect.arrayContaining(offered));
    // One that is gone, at a terminal perhaps, can be made again.
    await standIn.gone('web');
    await workbench.lensTo('Stop web', workbench.messages.filter({ hasText: 'vm not found: web' }).first());
    await workbench.messages.getByRole('button', { name: 'Create Machine…' }).click();
    await expect.poll(() => workbench.inputBox.innerText()).toContain('A name for the machine');
    await workbench.page.keyboard.press('Escape');
    await workbench.inputBox.waitFor({ state: 'hidden' });
  });

  test('a machine that is being started says so, and a change that is saved whether it differs from its file', async () => {
    await workbench.lensTo('Create machine', workbench.inputBox);
    await workbench.answer('web');
    await workbench.lenses.filter({ hasText: 'Start web' }).waitFor();
    await standIn.list([{ ...LISTED, cpus: 2, state: 'stopped' }]);
    await workbench.showMachines();
    const web = workbench.machine('web');
    await expect.poll(() => web.innerText()).toContain('stopped');
    const answer = await standIn.hold('start');
    await web.hover();
    await web.getByRole('button', { name: 'Start' }).click();
    await expect.poll(() => web.innerText()).toContain('starting');
    await workbench.picture('machine-starting', await workbench.placeOf(workbench.machines));
    await answer();
    await expect.poll(() => web.innerText()).toMatch(/running(?!.*difference)/s);
    await workbench.retypeLine(4, 'cpus = 3');
    await workbench.page.keyboard.press('Control+s');
    await expect.poll(() => web.innerText()).toContain('1 difference');
    await workbench.retypeLine(4, 'cpus = 2');
    await workbench.page.keyboard.press('Control+s');
    await expect.poll(() => web.innerText()).toMatch(/running(?!.*difference)/s);
  });

  test('what is clicked while smolvm is being asked for its machines is done', async () => {
    await standIn.list([LISTED, { name: 'other', state: 'stopped' }]);
    await workbench.showMachines();
    const web = workbench.machine('web');
    await web.waitFor();
    const answer = await standIn.hold('ls');
    const questions = async (): Promise<number> =>
      (await standIn.allCalls()).filter(({ args }) => args[1] === 'ls').length;
    const before = await questions();
    await workbench.machines.hover();
    await workbench.machines.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(questions).toBeGreaterThan(before);
    await workbench.contextMenu(web, 'Show Status');
    await expect
      .poll(() => standIn.calls())
      .toEqual([{ args: ['machine', 'status', '--name', 'web'], cwd: folder }]);
    await answer();
  });

  test('a list that smolvm does not give is said in the view', async () => {
    await standIn.list('the database is locked');
    await workbench.showMachines();
    await expect.poll(() => workbench.machines.innerText()).toContain('the database is locked');
    await workbench.screenshot('machines-failing');
    await standIn.list([]);
    await workbench.showMachines();
    await expect.poll(() => workbench.machines.innerText()).toContain('There are no machines yet');
  });

  test('Create and Pack with flags ask for them after the name', async () => {
    await workbench.command('Smolfile: Create Machine with Flags…');
    await workbench.inputBox.locator('input').fill('web');
    await workbench.page.keyboard.press('Enter');
    await workbench.choice.waitFor();
    await workbench.page.keyboard.type('--label a=b');
    // New in 1.8.0, and this is 1.6.0.
    await expect.poll(() => workbench.inputBox.innerText()).toContain('came with smolvm 1.8.0');
    await workbench.inputBox.locator('input').fill('--cpus 8');
    await expect.poll(() => workbench.choice.innerText()).toContain('--cpus 8');
    await workbench.screenshot('create-with-flags');
    await workbench.page.keyboard.press('Enter');
    const file = join(folder, 'Smolfile');
    await expect
      .poll(async () => (await standIn.calls()).at(-1)?.args)
      .toEqual(['machine', 'create', '--name', 'web', '--smolfile', file, '--cpus', '8']);
    // The flags that it was made with are no difference to the file.
    await expect
      .poll(() => workbench.lenses.allInnerTexts())
      .toContainEqual(expect.stringContaining('Start web'));
    await standIn.list([{ ...LISTED, cpus: 8 }]);
    await workbench.showMachines();
    await expect.poll(() => workbench.machine('web').innerText()).toMatch(/running$/);
    await workbench.command('Smolfile: Pack with Flags…');
    await workbench.inputBox.locator('input').fill('out');
    await workbench.page.keyboard.press('Enter');
    await workbench.choice.waitFor();
    await workbench.page.keyboard.type('--single-file');
    await expect.poll(() => workbench.choice.innerText()).toContain('Pack');
    await workbench.page.keyboard.press('Enter');
    await workbench.dialog.getByRole('button', { name: 'Pack Anyway' }).click();
    await expect
      .poll(async () => (await standIn.calls()).at(-1)?.args)
      .toEqual(['pack', 'create', '--smolfile', file, `--output=${join(folder, 'out')}`, '--single-file']);
  });

  test('the menu beside Run has the rest, and the status bar the version', async () => {
    await workbench.page.locator('.editor-actions .dropdown-action-container').click();
    const menu = workbench.page.locator('.context-view .action-label');
    await expect
      .poll(() => menu.allInnerTexts())
      .toEqual(
        expect.arrayContaining([
          'Run',
          'Run with Flags…',
          'Create Machine…',
          'Create Machine with Flags…',
          'Pack…',
          'Pack with Flags…',
        ]),
      );
    await workbench.screenshot('menu');
    await workbench.page.keyboard.press('Escape');
    await expect.poll(() => workbench.status.innerText()).toContain('smolvm 1.6.0');
    await workbench.status.click();
    await expect.poll(() => workbench.inputBox.innerText()).toMatch(/1\.6\.0.*installed/s);
    await workbench.screenshot('version');
    await workbench.inputBox.locator('input').fill('1.2.0');
    await workbench.choice.filter({ hasText: '1.2.0' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => workbench.status.innerText()).toContain('smolvm 1.2.0');
    await rm(join(folder, '.vscode'), { recursive: true });
    await expect.poll(() => workbench.status.innerText()).toContain('smolvm 1.6.0');
    // A file that pins a version is changed itself: a setting would count more than what it says.
    await workbench.retypeLine(1, '# smolfile: smolvm = "1.2.0"');
    await expect.poll(() => workbench.status.innerText()).toContain('smolvm 1.2.0');
    await workbench.status.click();
    const box = workbench.inputBox.locator('input');
    await expect.poll(() => box.getAttribute('placeholder')).toContain('pins smolvm 1.2.0');
    await box.fill('1.9.1');
    // The box comes before its list, and Enter takes nothing then.
    await workbench.choice.filter({ hasText: '1.9.1' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.lines.filter({ hasText: 'smolvm = "1.9.1"' }).waitFor();
    await expect.poll(() => workbench.status.innerText()).toContain('smolvm 1.9.1');
    await expect(access(join(folder, '.vscode'))).rejects.toThrow('ENOENT');
    await workbench.command('Smolfile: Show Help of smolvm');
    await expect.poll(() => standIn.calls()).toEqual([{ args: ['machine', 'run', '--help'], cwd: folder }]);
  });

  test('a version that the configuration file asks for counts more than the installed one', async () => {
    const config = join(folder, 'smolfile.config.toml');
    await writeFile(config, 'smolvm = "1.2.0"\n');
    await expect.poll(() => workbench.status.innerText()).toContain('smolvm 1.2.0');
    await rm(config);
    await expect.poll(() => workbench.status.innerText()).toContain('smolvm 1.6.0');
  });

  test('tasks are offered, and those of tasks.json are made', async () => {
    await mkdir(join(folder, '.vscode'), { recursive: true });
    const task = {
      type: 'smolfile',
      action: 'pack',
      output: 'out',
      flags: ['--single-file'],
      label: 'pack it',
    };
    await writeFile(join(folder, '.vscode/tasks.json'), JSON.stringify({ version: '2.0.0', tasks: [task] }));
    await expect
      .poll(async () => {
        await workbench.command('Tasks: Run Task');
        await workbench.inputBox.locator('input').fill('pack it');
        // VS Code takes a moment to read the file, and offers what else resembles the text until then.
        await workbench.choice
          .or(workbench.inputBox.getByText(/no matching/i))
          .first()
          .waitFor();
        const found = workbench.choice.filter({ hasText: 'pack it' });
        const there = (await found.count()) > 0;
        await workbench.page.keyboard.press(there ? 'Enter' : 'Escape');
        await workbench.inputBox.waitFor({ state: 'hidden' });
        return there;
      })
      .toBe(true);
    await expect
      .poll(() => standIn.calls())
      .toEqual([
        {
          args: [
            'pack',
            'create',
            '--smolfile',
            join(folder, 'Smolfile'),
            `--output=${join(folder, 'out')}`,
            '--single-file',
          ],
          cwd: folder,
        },
      ]);
  });
});
