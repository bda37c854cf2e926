import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSmolfile } from '@smolfile/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf } from '../../extension/src/smolvm/answer.ts';
import { saysJson, smolvmArgs, type Action } from '../../extension/src/smolvm/argv.ts';
import { driftOf } from '../../extension/src/smolvm/drift.ts';
import { readMachines } from '../../extension/src/smolvm/machines.ts';
import { keptMachine, machineIn } from '../../extension/src/smolvm/started.ts';
import { resolveDocument } from '../../packages/language-server/src/features/resolve.ts';
import { describePrograms } from '../smolvm/describe-programs.ts';
import { parseHelp } from '../smolvm/news/help.ts';
import { smolvmCommand, type SmolvmCommand } from '../smolvm/program/command.ts';
import { PROGRAMS } from '../smolvm/program/fetch.ts';

/** What the extension has smolvm do with machines. */
const ACTIONS: readonly Action[] = [
  { kind: 'start', name: 'web' },
  { kind: 'stop', name: 'web' },
  { kind: 'shell', name: 'web' },
  { kind: 'status', name: 'web' },
  { kind: 'delete', name: 'web' },
  { kind: 'logs', name: 'web' },
  { kind: 'exec', name: 'web', words: ['ls', '--all'] },
  { kind: 'copy', from: '/a', to: 'web:/b' },
  { kind: 'prune', name: 'web', dryRun: true },
  { kind: 'prune', name: 'web', dryRun: false },
  { kind: 'list' },
  { kind: 'commands' },
];

/** The first and the last release, and those in which what is used here changed. */
const SOME = PROGRAMS.filter(
  (version, index) =>
    index === 0 || index === PROGRAMS.length - 1 || saysJson(version) !== saysJson(PROGRAMS[index - 1]),
);

/** What a machine is made of. */
const TOML = `net = true
cpus = 2
memory = 1024
[dev]
ports = ["18099:80"]
[restart]
policy = "always"
[health]
exec = ["sh", "-c", "true"]
`;

describePrograms(SOME, (release) => {
  let smolvm: SmolvmCommand;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    smolvm = await smolvmCommand(release);
    folder = mkdtempSync(join(tmpdir(), 'smolfile-actions-'));
    mkdirSync(join(folder, 'a b'));
    file = join(folder, 'a b', 'Smolfile');
    writeFileSync(file, TOML);
  });

  afterAll(async () => {
    await smolvm?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (action: Action): Promise<string> =>
    answerOf(
      { program: join(smolvm.folder, 'smolvm'), args: smolvmArgs(action, saysJson(release)) },
      { cwd: folder },
    );
  const call = (args: readonly string[]) =>
    spawnSync(join(smolvm.folder, 'smolvm'), args, { cwd: folder, encoding: 'utf8', input: '' });

  /** The difference between a machine as it is listed and what a call makes of the file. */
  const drift = async (name: string, command: 'create' | 'run', flags: string): Promise<unknown> => {
    const machine = readMachines(await ask({ kind: 'list' })).machines.find((each) => each.name === name);
    const question = { command, flags } as const;
    const { json } = resolveDocument(parseSmolfile(TOML), question, { installed: release }, file);
    return machine && driftOf(machine, (json as { config?: unknown }).config);
  };

  test.each(ACTIONS.map((action) => [smolvmArgs(action, saysJson(release)).join(' '), action] as const))(
    'it has the words and flags of %s',
    (_, action) => {
      const args = smolvmArgs(action, saysJson(release));
      const own = args.slice(0, args.indexOf('--') === -1 ? args.length : args.indexOf('--'));
      const { commands } = parseHelp(call(['machine', '-h']).stdout);
      const command = own[1] ?? '';
      if (command.startsWith('-')) return;
      // What a release lacks is not offered: that one has it is asked before.
      if (action.kind === 'logs' && !commands.has('logs')) return;
      expect([...commands.keys()]).toContain(command);
      const help = call(['machine', command, '-h']).stdout;
      const { flags } = parseHelp(help);
      const words = own.slice(2);
      const positional: string[] = [];
      for (let index = 0; index < words.length; index++) {
        const word = words[index]!;
        if (!word.startsWith('--')) {
          positional.push(word);
          continue;
        }
        const flag = flags.get(word.slice(2));
        expect(flag, `${word} of ${command}`).toBeDefined();
        // A value is a word of its own here.
        if (flag?.value !== undefined) index++;
      }
      const usage = /^Usage: .*$/m.exec(help)?.[0] ?? '';
      expect(positional).toHaveLength(action.kind === 'copy' ? 2 : 0);
      if (action.kind === 'copy') expect(usage).toMatch(/<SRC> <DST>/);
      if (action.kind === 'exec') expect(usage).toMatch(/<COMMAND>\.\.\./);
    },
  );

  test('a machine is made, started, used, stopped and deleted by them', async () => {
    await ask({ kind: 'create', file, name: 'web' });
    expect(await drift('web', 'create', '')).toEqual([]);
    await ask({ kind: 'start', name: 'web' });
    const source = join(folder, 'it is.txt');
    writeFileSync(source, 'hello');
    await ask({ kind: 'copy', from: source, to: 'web:/tmp/it is.txt' });
    await ask({ kind: 'copy', from: 'web:/tmp/it is.txt', to: join(folder, 'back.txt') });
    expect(readFileSync(join(folder, 'back.txt'))).toBeDefined();
    expect(JSON.stringify(smolvm.requests().map(({ request }) => request))).toContain('/tmp/it is.txt');
    await ask({ kind: 'exec', name: 'web', words: ['ls', '--all', '/a b'] });
    expect(smolvm.workload('web')?.command).toEqual(['ls', '--all', '/a b']);
    expect(await ask({ kind: 'prune', name: 'web', dryRun: true })).toMatch(/unreferenced layers/);
    expect(await ask({ kind: 'status', name: 'web' })).toContain('running');
    await ask({ kind: 'stop', name: 'web' });
    await ask({ kind: 'delete', name: 'web' });
    expect(readMachines(await ask({ kind: 'list' })).machines).toEqual([]);
  });

  test('one that is gone is told by its code, or by its text', async () => {
    for (const kind of ['start', 'stop', 'delete'] as const) {
      // one after the other
      // oxlint-disable-next-line no-await-in-loop
      await expect(ask({ kind, name: 'nope' })).rejects.toMatchObject({
        message: 'vm not found: nope',
        code: saysJson(release) ? 'NOT_FOUND' : undefined,
        said: expect.stringContaining('Error: vm not found: nope') as string,
      });
    }
  });

  test('what the parser refuses is told whole', async () => {
    const broken = join(folder, 'broken');
    writeFileSync(broken, 'imge = 1\n');
    await expect(ask({ kind: 'create', file: broken, name: 'x' })).rejects.toMatchObject({
      said: expect.stringMatching(
        /TOML parse error at line 1, column 1\s*\n[\s\S]*unknown field `imge`/,
      ) as string,
    });
  });

  test('a run names its machine, which a run with -d leaves behind', async () => {
    const flags = ['-d', '--', 'sleep', '600'];
    const run = call(['machine', 'run', '--smolfile', file, '--', 'true']);
    expect({ status: run.status, machine: machineIn(run.stdout + run.stderr) }).toEqual({
      status: 0,
      machine: expect.stringMatching(/^vm-[0-9a-f]{8}$/) as string,
    });
    expect(call(smolvmArgs({ kind: 'run', file, flags })).status).toBe(0);
    const kept = keptMachine(flags, release)!;
    // The other may still be listed: it is cleaned up a moment after its program.
    expect(readMachines(await ask({ kind: 'list' })).machines.map(({ name }) => name)).toContain(kept);
    // What `run` leaves out of the file is no difference to it.
    expect(await drift(kept, 'run', flags.join(' '))).toEqual([]);
    await ask({ kind: 'delete', name: kept });
  });
});
