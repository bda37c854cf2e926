import { NEWEST_RELEASE, OLDEST_RELEASE, type Release } from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALL_PROBLEMS, readCall, type Call, type CallOptions } from '../../packages/core/src/call/index.ts';
import { COMMAND_NAMES, flagsFor, type Command } from '../../packages/core/src/schema/index.ts';
import { cases } from '../conformance/vectors.ts';
import { BEYOND, PINNED, release } from '../harness/releases.ts';

const PACK: CallOptions = { assumed: ['output', 'smolfile'] };

function read(command: Command, flags: string, smolvm = PINNED, options: CallOptions = {}): Call {
  return readCall(command, smolvm, flags, command === 'pack' ? { ...PACK, ...options } : options);
}

/** Flags with their values, and what their ranges point at. */
function usesIn(call: Call): readonly (readonly [flag: string, value: string | undefined, text: string])[] {
  return call.uses.map(({ flag, value, range }) => [
    flag.long,
    value,
    call.text.slice(range.start, range.end),
  ]);
}

function wordsAfter(call: Call): string[] {
  return call.trailing.map(({ value }) => value);
}

describe('reading flags', () => {
  test.for<
    readonly [
      command: Command,
      flags: string,
      uses: readonly (readonly [string, string | undefined, string])[],
    ]
  >([
    ['create', '--cpus 2', [['cpus', '2', '--cpus 2']]],
    ['create', '--cpus=2', [['cpus', '2', '--cpus=2']]],
    ['create', '-e A=1', [['env', 'A=1', '-e A=1']]],
    ['create', '-eA=1', [['env', 'A=1', '-eA=1']]],
    ['create', '-e=A=1', [['env', 'A=1', '-e=A=1']]],
    ['create', '-e=', [['env', '', '-e=']]],
    ['create', '--env=-x', [['env', '-x', '--env=-x']]],
    ['create', '-e-x', [['env', '-x', '-e-x']]],
    ['create', '-e -', [['env', '-', '-e -']]],
    ['create', `--env ''`, [['env', '', `--env ''`]]],
    ['create', `-e 'A=x y'`, [['env', 'A=x y', `-e 'A=x y'`]]],
    [
      'create',
      '--net -p 80',
      [
        ['net', undefined, '--net'],
        ['port', '80', '-p 80'],
      ],
    ],
    [
      'create',
      '-p 80 -p 81',
      [
        ['port', '80', '-p 80'],
        ['port', '81', '-p 81'],
      ],
    ],
    ['create', '-s F', [['smolfile', 'F', '-s F']]],
    ['create', '-sF', [['smolfile', 'F', '-sF']]],
    ['create', '-s=F', [['smolfile', 'F', '-s=F']]],
    [
      'run',
      '-it -- sh',
      [
        ['interactive', undefined, '-i'],
        ['tty', undefined, 't'],
      ],
    ],
    [
      'run',
      '-itw /x -- sh',
      [
        ['interactive', undefined, '-i'],
        ['tty', undefined, 't'],
        ['workdir', '/x', 'w /x'],
      ],
    ],
    [
      'run',
      '-dw/x',
      [
        ['detach', undefined, '-d'],
        ['workdir', '/x', 'w/x'],
      ],
    ],
    [
      'run',
      '--timeout "1h 30m" -d',
      [
        ['timeout', '1h 30m', '--timeout "1h 30m"'],
        ['detach', undefined, '-d'],
      ],
    ],
    [
      'pack',
      '-o x --entrypoint "a b"',
      [
        ['output', 'x', '-o x'],
        ['entrypoint', 'a b', '--entrypoint "a b"'],
      ],
    ],
    ['create', '--cpus +03', [['cpus', '+03', '--cpus +03']]],
  ])('%s %s', ([command, flags, uses]) => {
    const call = read(command, flags);
    expect(call.problems).toEqual([]);
    expect(usesIn(call)).toEqual(uses);
  });

  test.for<readonly [command: Command, flags: string, words: readonly string[]]>([
    ['create', '-- a b', ['a', 'b']],
    ['create', '-- a -- b', ['a', '--', 'b']],
    ['create', '-- --cpus 4', ['--cpus', '4']],
    ['create', '--', []],
    ['run', 'a --cpus 4', ['a', '--cpus', '4']],
    ['run', '-- a -- b', ['a', '--', 'b']],
    ['run', 'a -- b', ['a', '--', 'b']],
    ['run', '-d - x', ['-', 'x']],
    ['run', '--cpus 2 sh -c "a b"', ['sh', '-c', 'a b']],
    ['pack', '--', []],
  ])('%s %s: the command for the machine', ([command, flags, words]) => {
    const call = read(command, flags);
    expect(call.problems).toEqual([]);
    expect(wordsAfter(call)).toEqual(words);
  });
});

describe('refusing calls', () => {
  test.for<
    readonly [command: Command, flags: string, code: string, place: string, says: RegExp, at?: Release]
  >([
    ['create', '--bogus', 'unknown-flag', '--bogus', /has no flag/],
    ['create', '--memroy 5', 'unknown-flag', '--memroy', /Did you mean `--mem`/],
    ['create', '--memory 5', 'unknown-flag', '--memory', /Did you mean `--mem`/],
    ['create', '--Port=1', 'unknown-flag', '--Port', /Did you mean `--port`/],
    ['create', '-cpus 5', 'unknown-flag', '-c', /Did you mean `--cpus`/],
    ['create', '-e -1', 'unknown-flag', '-1', /no flag/],
    ['create', '--version', 'unknown-flag', '--version', /smolvm --version/],
    ['create', '--=x', 'unknown-flag', '--', /no flag/],
    ['run', '--init x', 'flag-needs-newer-smolvm', '--init', /and this is 1\.9\.3/],
    ['run', '--label=a=b', 'flag-of-other-command', '--label', /nothing like it/],
    ['pack', '-p 80', 'flag-of-other-command', '-p', /machine create` and `machine run/],
    ['pack', '-eA=1', 'flag-of-other-command', '-e', /Set `env` in the Smolfile/],
    ['create', '-it', 'flag-of-other-command', '-i', /machine run/],
    [
      'create',
      '--cuda',
      'flag-needs-newer-smolvm',
      '--cuda',
      /smolvm 1\.3\.2, and this is 1\.2\.0/,
      OLDEST_RELEASE,
    ],
    ['run', '--label a=b', 'flag-of-other-command', '--label', /machine create/],
    [
      'run',
      '--user app',
      'flag-needs-newer-smolvm',
      '--user',
      /smolvm 1\.14\.0, and this is 1\.9\.3/,
      PINNED,
    ],
    ['create', 'alpine', 'unexpected-argument', 'alpine', /after `--`/],
    ['create', '--net sh -c', 'unexpected-argument', 'sh', /after `--`/],
    ['pack', '-- sh', 'unexpected-argument', 'sh', /--image/],
    ['create', '--net=true', 'unexpected-value', '=true', /takes no value/],
    ['create', '--cpus', 'missing-flag-value', '--cpus', /<N>/],
    ['create', '--cpus --net', 'missing-flag-value', '--cpus', /needs a value/],
    ['create', '-e -- x', 'missing-flag-value', '-e', /needs a value/],
    ['create', '--cpus 256', 'invalid-flag-value', '256', /255/],
    ['create', `--cpus '256'`, 'invalid-flag-value', `'256'`, /255/],
    ['create', `--cpus=x`, 'invalid-flag-value', `x`, /255/],
    ['create', `--cpus ''`, 'invalid-flag-value', `''`, /255/],
    ['create', '--gpu-vram 0', 'invalid-flag-value', '0', /from 1/],
    [
      'create',
      '--storage 99999999999999999999',
      'invalid-flag-value',
      '99999999999999999999',
      /whole number/,
    ],
    ['create', '-p 80/tcp', 'invalid-flag-value', '80/tcp', /does not take this/],
    ['create', '--allow-cidr 1.2.3', 'invalid-flag-value', '1.2.3', /does not take this/],
    ['create', '-I " "', 'invalid-flag-value', '" "', /empty/],
    ['create', '--net-backend TSI', 'invalid-flag-value', 'TSI', /Did you mean `tsi`/],
    ['create', '--dns ::1', 'invalid-flag-value', '::1', /IPv4/],
    ['create', '--max-image-size 5X', 'invalid-flag-value', '5X', /no size/],
    ['create', `--from ''`, 'invalid-flag-value', `''`, /path is empty/],
    ['run', '--timeout 0s x', 'invalid-flag-value', '0s', /zero/],
    ['create', '--cpus 1 --cpus 2', 'repeated-flag', '--cpus 2', /twice/],
    ['create', '--net --net', 'repeated-flag', '--net', /twice/],
    ['create', '--cpus 1 --cpus x', 'repeated-flag', '--cpus x', /twice/],
    ['create', '--from x --image y', 'conflicting-flags', '--image y', /exclude each other/],
    ['run', '-d --from x', 'conflicting-flags', '--from x', /exclude each other/],
    ['pack', '--image x --from-vm y', 'conflicting-flags', '--from-vm y', /exclude each other/],
    ['pack', '--rebase-from-image', 'missing-flag', '--rebase-from-image', /--from-vm <VM_NAME>/],
    ['create', '--help', 'help-flag', '--help', /prints the help/],
    ['run', '-dh', 'help-flag', 'h', /prints the help/],
    ['create', '-e "A', 'unterminated-quote', '"A', /never closed/],
  ])('%s %s: %s', ([command, flags, code, place, says, at]) => {
    const call = read(command, flags, at);
    const [first] = call.problems;
    expect(first?.code).toBe(code);
    expect(call.text.slice(first!.range.start, first!.range.end)).toBe(place);
    expect(`${first!.message} ${first!.help}`).toMatch(says);
  });

  test('what is on the command line already is not given again', () => {
    const given = { given: ['smolfile', 'name'] };
    expect(read('create', '-s F', NEWEST_RELEASE, given).problems).toMatchObject([{ code: 'repeated-flag' }]);
    expect(read('create', '-n x', NEWEST_RELEASE, given).problems).toMatchObject([{ code: 'repeated-flag' }]);
    expect(read('create', '--from x', NEWEST_RELEASE, given).problems).toMatchObject([
      { code: 'conflicting-flags' },
    ]);
    expect(read('create', '-n x', NEWEST_RELEASE, { given: ['smolfile'] }).problems).toEqual([]);
  });

  test('a required flag is asked for, unless the caller does not care', () => {
    const lacking = readCall('pack', NEWEST_RELEASE, '--gpu', { given: ['smolfile'] });
    expect(lacking.problems).toMatchObject([
      { code: 'missing-flag', message: expect.stringContaining('--output') },
    ]);
    expect(
      readCall('pack', NEWEST_RELEASE, '--gpu', { given: ['smolfile'], assumed: ['output'] }).problems,
    ).toEqual([]);
    expect(readCall('pack', NEWEST_RELEASE, '-o x', {}).problems).toMatchObject([
      { message: expect.stringContaining('--image') },
    ]);
    expect(readCall('pack', NEWEST_RELEASE, '-o x -I alpine', {}).problems).toEqual([]);
  });

  test('a flag that the rest of the call excludes is not asked for (vector f003)', () => {
    expect(read('pack', '--rebase-from-image --image x').problems).toEqual([]);
  });

  test('all mistakes are found, one report each', () => {
    const call = read('create', '--memroy 5 -p x --net=1 --bogus --cpus 1 --cpus 2');
    expect(call.problems.map(({ code }) => code)).toEqual([
      'unknown-flag',
      'invalid-flag-value',
      'unexpected-value',
      'unknown-flag',
      'repeated-flag',
    ]);
  });

  test('an unknown flag is named before the wrong value in front of it, as smolvm does', () => {
    expect(read('create', '--cpus x --bogus').problems.map(({ code }) => code)).toEqual([
      'unknown-flag',
      'invalid-flag-value',
    ]);
    expect(read('create', '--cpus=x --bogus').problems.map(({ code }) => code)).toEqual([
      'invalid-flag-value',
      'unknown-flag',
    ]);
  });

  test('every problem of the catalogue has an example that shows it', () => {
    for (const [code, { example, why, help, summary }] of Object.entries(CALL_PROBLEMS)) {
      const at = 'smolvm' in example ? release(example.smolvm) : NEWEST_RELEASE;
      expect(read(example.command, example.flags, at).problems[0]?.code).toBe(code);
      for (const text of [why, help, summary]) expect(text).not.toBe('');
    }
  });
});

describe('recorded calls', () => {
  const GIVEN = { create: ['name', 'smolfile'], run: ['smolfile'], pack: ['output', 'smolfile'] } as const;

  test('what smolvm took, and what it named first where it did not', () => {
    const wrong: Record<string, string> = {};
    for (const { vector, version } of cases) {
      const call = readCall(vector.command, release(version), vector.args, { given: GIVEN[vector.command] });
      const [first] = call.problems;
      const refused = vector.error?.stage === 'args' ? vector.error.message : undefined;
      const named = /(?:argument|value is required for|value '[^']*' for) '(-[^ ']*|[^']*)/.exec(
        refused ?? '',
      )?.[1];
      const text = call.text.slice(first?.range.start, first?.range.end);
      if (!first || refused === undefined) {
        if (Boolean(first) !== (refused !== undefined))
          wrong[`${vector.id}@${version}`] = first?.message ?? refused ?? '';
      } else if (!first.message.includes(named!) && !text.startsWith(named!)) {
        wrong[`${vector.id}@${version}`] = `${refused} / ${first.message}`;
      }
    }
    expect(wrong).toEqual({});
  });
});

describe('any words at all', () => {
  const spellings = COMMAND_NAMES.flatMap((command) =>
    flagsFor(command, BEYOND).flatMap(({ long, short }) => [`--${long}`, ...(short ? [`-${short}`] : [])]),
  );
  const word = fc.oneof(
    fc.constantFrom(...spellings, '--', '-', '-h', '--help'),
    fc.tuple(fc.constantFrom(...spellings), fc.string()).map(([flag, value]) => `${flag}=${value}`),
    fc.string({ maxLength: 5 }),
  );

  test('never throw, and every range lies in the text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COMMAND_NAMES),
        fc.constantFrom(OLDEST_RELEASE, PINNED, NEWEST_RELEASE, BEYOND),
        fc.array(word),
        (command, at, argv) => {
          const call = readCall(command, at, argv);
          const ranges = [...call.uses, ...call.problems, ...call.trailing].map(({ range }) => range);
          for (const { start, end } of ranges) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(call.text.length);
          }
        },
      ),
    );
  });
});
