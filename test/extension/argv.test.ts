import {
  flagsFor,
  parseSmolfile,
  readCall,
  resolve,
  RELEASES,
  splitWords,
  type Command,
  type FlagSchema,
  type Release,
} from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commandLine,
  editorVariable,
  flagsOf,
  isInteractive,
  lineOf,
  MACHINE_ACTIONS,
  saysJson,
  smolvmArgs,
  type Action,
} from '../../extension/src/smolvm/argv.ts';
import { suggestedName } from '../../extension/src/smolvm/names.ts';
import { turningPoints } from '../../packages/core/src/target/index.ts';
import { release } from '../harness/releases.ts';

/** Of every two releases with different flags, one at least. */
const VERSIONS = turningPoints(RELEASES).map(({ version }) => version);

const FILE = `/home/me/it's a "work" $(touch x) space/-Smolfile`;

/** Every kind of call that reads a Smolfile, with flags that all versions have. */
const CALLS: readonly (Extract<Action, { file: string }> & { readonly kind: Command })[] = [
  { kind: 'run', file: FILE },
  { kind: 'run', file: FILE, flags: ['-it', '--cpus', '2', '--', 'sh', '-c', 'echo --smolfile "$HOME"'] },
  { kind: 'run', file: FILE, flags: ['-d', '-n', 'web', 'python', '-m', 'http.server'] },
  { kind: 'create', file: FILE, name: 'web' },
  {
    kind: 'create',
    file: FILE,
    name: 'web',
    flags: ['-p', '8080:80', '-e', 'A=--smolfile', '--', 'x', '-s'],
  },
  { kind: 'pack', file: FILE, output: '/tmp/my pack' },
  { kind: 'pack', file: FILE, output: '-odd', flags: ['--single-file'] },
];

/** A value that smolvm's argument parser takes, by the grammar of a flag; `x` for those that take any text. */
const VALUES: Readonly<Record<string, string>> = {
  u8: '2',
  u32: '512',
  u64: '20',
  'positive-u32': '64',
  port: '8080:80',
  cidr: '10.0.0.0/8',
  timeout: '30s',
  'byte-size': '4GiB',
  ipv4: '1.1.1.1',
  'cidr-unchecked': '10.0.0.0/8',
  'dns-option': 'ndots:2',
  'guest-subnet': '10.9.0.0/24',
  'shm-size': '64m',
  'stop-signal': 'SIGINT',
  'stop-timeout': '30',
  'udp-allow': '10.0.0.0/8:53',
};

/** One use of a flag, its value in a word of its own or attached. */
function useOf({ long, short, grammar, values }: FlagSchema, attached: number): string[] {
  const name = attached === 2 && short !== undefined ? `-${short}` : `--${long}`;
  if (grammar === 'flag') return [name];
  const value = values?.[0] ?? VALUES[grammar] ?? 'x $(touch y)';
  return attached === 0 ? [name, value] : [`${name}=${value}`];
}

/** Any flags of a command that go together, with a command for the machine after them where it takes one. */
function flagsOfA(command: Command, at: Release): fc.Arbitrary<string[]> {
  const own = new Set(['smolfile', 'name', 'output']);
  const possible = flagsFor(command, at).filter(
    ({ long, conflicts, requires }) =>
      !own.has(long) && requires.length === 0 && !conflicts.some((other) => own.has(other)),
  );
  const chosen = fc
    .subarray(possible)
    .map((flags) =>
      flags.filter(
        ({ conflicts }, index) => !flags.slice(0, index).some(({ long }) => conflicts.includes(long)),
      ),
    );
  const trailing =
    command === 'pack' ? fc.constant([]) : fc.constantFrom([], ['--', 'sh', '-c', '--smolfile x', '-s']);
  return fc
    .tuple(chosen, fc.integer({ min: 0, max: 2 }), trailing)
    .map(([flags, attached, rest]) => [...flags.flatMap((flag) => useOf(flag, attached)), ...rest]);
}

/** Every action that takes a Smolfile, with any flags that a version has. */
function anyCall(at: Release): fc.Arbitrary<(typeof CALLS)[number]> {
  const name = fc.constantFrom('web', 'a-b_C9');
  const output = fc.constantFrom('/tmp/my pack', '-odd', '/x/--output');
  return fc.oneof(
    flagsOfA('run', at).map((flags) => ({ kind: 'run' as const, file: FILE, flags })),
    fc
      .tuple(flagsOfA('create', at), name)
      .map(([flags, of]) => ({ kind: 'create' as const, file: FILE, name: of, flags })),
    fc
      .tuple(flagsOfA('pack', at), output)
      .map(([flags, to]) => ({ kind: 'pack' as const, file: FILE, output: to, flags })),
  );
}

/** What the flag table of a version has against a call; the Smolfile has to arrive as it is. */
function problemsOf(call: (typeof CALLS)[number], at: Release): readonly unknown[] {
  const [area, command] = smolvmArgs(call);
  expect([area, command]).toEqual(call.kind === 'pack' ? ['pack', 'create'] : ['machine', call.kind]);
  const read = readCall(call.kind, at, smolvmArgs(call).slice(2), { given: [], assumed: [] });
  expect(read.uses.filter(({ flag }) => flag.long === 'smolfile').map(({ value }) => value)).toEqual([FILE]);
  return read.problems;
}

test.each(VERSIONS)('smolvm %s accepts every call', (version) => {
  for (const call of CALLS) expect(problemsOf(call, release(version))).toEqual([]);
});

test.each(VERSIONS)('smolvm %s accepts every call with any of its flags', (version) => {
  fc.assert(
    fc.property(anyCall(release(version)), (call) => {
      expect({ flags: call.flags, problems: problemsOf(call, release(version)) }).toEqual({
        flags: call.flags,
        problems: [],
      });
    }),
  );
});

test('the calls in full', () => {
  expect(CALLS.map((call) => smolvmArgs(call).join('␣').replaceAll(FILE, 'FILE'))).toMatchInlineSnapshot(`
    [
      "machine␣run␣--smolfile␣FILE",
      "machine␣run␣--smolfile␣FILE␣-it␣--cpus␣2␣--␣sh␣-c␣echo --smolfile "$HOME"",
      "machine␣run␣--smolfile␣FILE␣-d␣-n␣web␣python␣-m␣http.server",
      "machine␣create␣--name␣web␣--smolfile␣FILE",
      "machine␣create␣--name␣web␣--smolfile␣FILE␣-p␣8080:80␣-e␣A=--smolfile␣--␣x␣-s",
      "pack␣create␣--smolfile␣FILE␣--output=/tmp/my pack",
      "pack␣create␣--smolfile␣FILE␣--output=-odd␣--single-file",
    ]
  `);
  expect(
    [
      ...MACHINE_ACTIONS.map((kind) => ({ kind, name: 'web' })),
      { kind: 'logs', name: 'web' },
      { kind: 'exec', name: 'web', words: ['ls', '--all', '/my files'] },
      { kind: 'copy', from: '/tmp/a b', to: 'web:/srv/a' },
      { kind: 'prune', name: 'web', dryRun: true },
      { kind: 'list' },
      { kind: 'commands' },
      { kind: 'version' },
      { kind: 'help', about: 'pack' },
    ].map((action) => smolvmArgs(action as Action).join(' ')),
  ).toMatchInlineSnapshot(`
    [
      "machine start --name web",
      "machine stop --name web",
      "machine shell --name web",
      "machine status --name web",
      "machine delete --name web --force",
      "machine logs --name web --follow",
      "machine exec --name web -- ls --all /my files",
      "machine cp /tmp/a b web:/srv/a",
      "machine prune --name web --dry-run",
      "machine ls --json",
      "machine --help",
      "--version",
      "pack create --help",
    ]
  `);
});

test('failures are asked for as JSON where a release has that, and only of what is asked unseen', () => {
  expect(['1.4.0', '1.27.3', '1.28.1', '999.0.0', undefined].map(saysJson)).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
  expect(smolvmArgs(CALLS[4]!, true)).toEqual([
    'machine',
    'create',
    '--error-format',
    'json',
    ...smolvmArgs(CALLS[4]!).slice(2),
  ]);
  for (const action of [
    CALLS[0]!,
    { kind: 'version' },
    { kind: 'list' },
    { kind: 'shell', name: 'x' },
  ] as const)
    expect(smolvmArgs(action, true)).toEqual(smolvmArgs(action));
  const read = readCall('create', release('1.28.1'), smolvmArgs(CALLS[4]!, true).slice(2), {
    given: [],
    assumed: [],
  });
  expect(read.problems).toEqual([]);
});

test('the flags besides the Smolfile are those that the merge depends on', () => {
  expect(CALLS.map((call) => flagsOf(call))).toMatchInlineSnapshot(`
    [
      [],
      [
        "-it",
        "--cpus",
        "2",
        "--",
        "sh",
        "-c",
        "echo --smolfile "$HOME"",
      ],
      [
        "-d",
        "-n",
        "web",
        "python",
        "-m",
        "http.server",
      ],
      [
        "--name",
        "web",
      ],
      [
        "--name",
        "web",
        "-p",
        "8080:80",
        "-e",
        "A=--smolfile",
        "--",
        "x",
        "-s",
      ],
      [
        "--output=/tmp/my pack",
      ],
      [
        "--output=-odd",
        "--single-file",
      ],
    ]
  `);
  for (const call of CALLS) {
    const read = readCall(call.kind, release('1.9.3'), flagsOf(call), { given: ['smolfile'] });
    expect(read.problems).toEqual([]);
  }
});

test('Pilot gets the same arguments as JSON, in one argument', () => {
  const call = CALLS[1]!;
  const { program, args } = commandLine('pilot', '/usr/bin/pilotctl', call);
  expect(program).toBe('/usr/bin/pilotctl');
  expect(args.slice(0, -1)).toEqual(['appstore', 'call', 'io.pilot.smolvm', 'smolvm.exec']);
  expect(JSON.parse(args.at(-1)!)).toEqual({ args: smolvmArgs(call) });
  expect(commandLine('pilot', 'p', { kind: 'version' }).args).toEqual([
    'appstore',
    'call',
    'io.pilot.smolvm',
    'smolvm.version',
    '{}',
  ]);
  expect(commandLine('pilot', 'p', { kind: 'help', about: 'run' }).args.slice(-2)).toEqual([
    'smolvm.help',
    '{}',
  ]);
  expect(commandLine('smolvm', '/opt/smolvm', call)).toEqual({
    program: '/opt/smolvm',
    args: smolvmArgs(call),
  });
});

test.each([
  [['-it'], true],
  [['--tty'], true],
  [['-di'], true],
  [['--cpus', '2'], false],
  [['--', 'docker', '-it'], false],
  [['--timeout', '5s'], false],
])('whether %j asks for a keyboard: %j', (flags, expected) => {
  expect(isInteractive({ kind: 'run', file: FILE, flags })).toBe(expected);
});

test('a shell asks for a keyboard, a start does not', () => {
  expect(isInteractive({ kind: 'shell', name: 'x' })).toBe(true);
  expect(isInteractive({ kind: 'start', name: 'x' })).toBe(false);
});

describe('what VS Code would replace', () => {
  test.each(['${env:HOME}', 'a${command:x.y}b', '${workspaceFolder}', '${input:a}', '${/}', '${userHome}/x'])(
    '%s is found',
    (word) => expect(editorVariable(['x', word])).toBeDefined(),
  );
  test.each(['${HOME}', '$HOME', '$(touch x)', '${A_1:-b}', '{env:X}', '$ {env:X}'])('%s is not', (word) => {
    expect(editorVariable([word])).toBeUndefined();
  });
});

test('a line for people reads back as the same words', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
      const { words: back, problem } = splitWords(lineOf(words));
      expect(problem).toBeUndefined();
      expect(back.map(({ value }) => value)).toEqual(words);
    }),
  );
});

describe('suggested names', () => {
  test.each([
    ['/home/me/web/Smolfile', 'web'],
    ['/home/me/web/Smolfile.dev', 'web-dev'],
    ['/home/me/web/gpu.smolfile', 'web-gpu'],
    ['/home/me/web/gpu-Smolfile', 'web-gpu'],
    [String.raw`C:\work\My App\Smolfile`, 'My-App'],
    ['/Smolfile', 'machine'],
    ['/été/Smolfile', 'e-te'],
  ])('%s: %s', (path, name) => expect(suggestedName(path)).toBe(name));

  test('smolvm takes every one of them', () => {
    const document = parseSmolfile('');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (folder, file) => {
        const flags = ['--name', suggestedName(`/${folder}/${file}`)];
        const { diagnostics } = resolve(document, { command: 'create', flags });
        expect(diagnostics.filter(({ code }) => code === 'machine-name-invalid')).toEqual([]);
      }),
    );
  });
});
