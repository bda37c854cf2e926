/** What reaches the guest and the manifest. What the real program did is replayed elsewhere (test/smolvm/replay). */
import { COMMANDS, parseSmolfile, RELEASES, resolve, type Accepted, type Command } from '@smolfile/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLAIN_COLORS } from '../../packages/core/src/render/style.ts';
import { renderTable } from '../../packages/core/src/render/table.ts';
import { LineIndex } from '../../packages/core/src/text/line-index.ts';
import { inputs } from '../smolvm/generate/inputs.ts';

function accepted(toml: string, command: Command, flags = '', smolvm = '1.32.2'): Accepted {
  const resolution = resolve(parseSmolfile(toml), { command, smolvm, flags, assumed: ['output'] });
  if (!resolution.accepted) throw new Error(`${resolution.error.code}: ${resolution.error.message}`);
  return resolution;
}

const WORKLOAD = 'image = "alpine"\nnet = true\nentrypoint = ["/app", "-c"]\ncmd = ["serve"]\n';

function table(resolution: Accepted, toml: string): string {
  const places = { path: 'Smolfile', lines: new LineIndex(toml) };
  return renderTable(resolution, places, '/', { colors: PLAIN_COLORS, width: 100 });
}

test('the words of the call are the whole command of run, and follow the entrypoint of create', () => {
  const run = accepted(WORKLOAD, 'run', '-- echo hi');
  expect(run.runs).toMatchObject({ command: ['echo', 'hi'], from: 'call' });
  const text = table(run, WORKLOAD);
  expect(text).toMatch(/^ *runs +echo hi +the call$/m);
  expect(text).not.toContain('"/app"');
  const create = accepted(WORKLOAD, 'create', '-- echo hi');
  expect(create.runs).toMatchObject({ command: ['/app', '-c', 'echo', 'hi'], from: 'call' });
  expect(table(create, WORKLOAD)).toContain('"/app"');
});

test('without any command it is the image that has one, and without an image nobody', () => {
  const image = 'image = "alpine"\nnet = true\n';
  expect(accepted(image, 'create').runs).toMatchObject({ command: null, from: 'image' });
  expect(table(accepted(image, 'create'), image)).toMatch(/^ *runs +the command of the image *$/m);
  expect(accepted('cpus = 2\n', 'create').runs).toMatchObject({ command: null, from: null });
  expect(accepted('cpus = 2\n', 'run', '-it').runs).toMatchObject({ command: ['/bin/sh'], from: 'smolvm' });
});

test('a variable comes once to the guest of run, and as often as it is given to that of create', () => {
  const toml = `${WORKLOAD}env = ["A=1", "B=2", "A=3"]\n`;
  expect(accepted(toml, 'run').runs?.env).toEqual([
    ['B', '2'],
    ['A', '3'],
  ]);
  expect(accepted(toml, 'create').runs?.env.map(([name]) => name)).toEqual(['A', 'B', 'A']);
});

test('a secret is a reference, never a value, and comes after all variables', () => {
  const toml = `${WORKLOAD}env = ["Z=1"]\n[secrets]\nB = { from_env = "X" }\nA = { from_file = "/a" }\n`;
  expect(accepted(toml, 'run').runs?.env).toEqual([
    ['Z', '1'],
    ['A', { secret: { from_file: '/a' } }],
    ['B', { secret: { from_env: 'X' } }],
  ]);
});

test('what looks like a credential is masked in it, as everywhere', () => {
  const toml =
    'image = "alpine"\nnet = true\ncmd = ["x", "--password", "hunter2-a"]\nenv = ["DB_PASSWORD=hunter2-b"]\n';
  expect(JSON.stringify(accepted(toml, 'run').runs)).not.toContain('hunter2');
});

test('a bake runs the commands of the file twice where smolvm does', () => {
  const toml = `${WORKLOAD}[dev]\ninit = ["a"]\n`;
  const init = (smolvm: string): unknown =>
    accepted(toml, 'run', '', smolvm).runs?.init.map((argv) => argv[2]);
  expect([init('1.14.0'), init('1.14.1'), init('1.31.0'), init('1.31.5')]).toEqual([
    ['a'],
    ['a', 'a'],
    ['a', 'a'],
    ['a'],
  ]);
});

test('the manifest leaves to the image what nobody gives', () => {
  const toml = 'image = "alpine"\nenv = ["A=1", "HOME", "A=2"]\ncmd = ["x"]\n[artifact]\ncpus = 2\n';
  expect(accepted(toml, 'pack').manifest).toEqual({
    image: 'alpine',
    entrypoint: null,
    cmd: ['x'],
    env: ['HOME', 'A=2'],
    workdir: null,
    user: null,
    cpus: 2,
    memory: 8192,
    net: false,
    gpu: false,
    secrets: {},
  });
  expect(accepted('cpus = 2\n', 'pack', '--from-vm dev').manifest).toBeUndefined();
});

test('whatever is accepted has what it comes to, and only where it is accepted', () => {
  const known = RELEASES.map(({ version }) => version);
  const release = fc.constantFrom(...known);
  fc.assert(
    fc.property(inputs(COMMANDS, known.at(-1)!), release, ({ command, smolfile, args }, smolvm) => {
      const resolution = resolve(parseSmolfile(smolfile), {
        command,
        smolvm,
        flags: args,
        assumed: ['output'],
      });
      if (!resolution.accepted) {
        expect(resolution).not.toHaveProperty('runs');
        return;
      }
      const { runs, manifest, config } = resolution;
      expect(runs === undefined).toBe(command === 'pack');
      if (command !== 'pack') expect(manifest).toBeUndefined();
      // the words of a command are those of the configuration, or smolvm's own
      const words = new Set([...(config['entrypoint'] as string[]), ...(config['cmd'] as string[])]);
      if (runs?.from === 'call' || runs?.from === 'smolfile')
        expect(runs.command?.every((word) => words.has(word))).toBe(true);
    }),
    { numRuns: 400 },
  );
});
