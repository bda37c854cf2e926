import {
  COMMANDS,
  completeFlags,
  flagsFor,
  NEWEST_RELEASE,
  OLDEST_RELEASE,
  readCall,
  RELEASES,
  splitWords,
  type Command,
  type FlagCompletion,
  type Release,
} from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PINNED } from '../harness/releases.ts';

const GIVEN = { given: ['smolfile'] };

/** The completions at the `|` of a line. */
function at(marked: string, command: Command = 'run', smolvm = PINNED) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, ...completeFlags(command, smolvm, text, offset, GIVEN) };
}

function texts(marked: string, command?: Command, smolvm?: Release): string[] {
  return at(marked, command, smolvm).items.map(({ text }) => text);
}

/** The line after one of them is accepted. */
function accepted(
  text: string,
  { start, end }: { start: number; end: number },
  item: FlagCompletion,
): string {
  return text.slice(0, start) + item.text + text.slice(end);
}

describe('flags', () => {
  test.each(COMMANDS)(
    '%s: all that the version has, but for those that the Smolfile excludes and hidden ones',
    (command) => {
      for (const version of RELEASES) {
        const flags = flagsFor(command, version).filter(
          ({ long, hidden, conflicts }) => long !== 'smolfile' && !hidden && !conflicts.includes('smolfile'),
        );
        expect(texts('|', command, version).filter((text) => text !== '-- ')).toEqual(
          flags.map(({ long }) => `--${long} `).toSorted(),
        );
      }
    },
  );

  test('each with its usage and what it is for', () => {
    expect(at('--por|').items).toEqual([
      {
        kind: 'flag',
        label: '-p, --port HOST:GUEST',
        detail: 'Publish a TCP port of the machine on the host',
        text: '--port ',
      },
    ]);
  });

  test.each<[string, string[]]>([
    ['--cp|', ['--cpus ']],
    ['cp|', ['--cpus ']],
    ['--CP|', ['--cpus ']],
    ['--net|', ['--net ', '--net-backend ', '--network ']],
    // Those that have it at the start of a later part come last.
    ['--image|', ['--image ', '--max-image-size ']],
    ['-i|', ['-i ']],
    ['-p|', ['-p ']],
    ['--nothing-like-it|', []],
    ['-d --cpus 2 --ti|', ['--timeout ']],
    // What is in quotes is one word.
    [`-e 'A=1 --cp|`, []],
    [`-e 'A=1 --cpus' --cp|`, ['--cpus ']],
    ['--cp|us 2', ['--cpus']],
    ['--cp| 2', ['--cpus']],
  ])('%s', (marked, expected) => expect(texts(marked)).toEqual(expected));

  test('those of a newer smolvm are left out', () => {
    expect(texts('--cud|', 'create', NEWEST_RELEASE)).toEqual(['--cuda ']);
    expect(texts('--cud|', 'create', OLDEST_RELEASE)).toEqual([]);
  });

  test('those that are given are left out, unless they may be repeated', () => {
    expect(texts('--cpus 2 --cp|')).toEqual([]);
    expect(texts('--cpus 999 --cp|')).toEqual([]);
    expect(texts('-di --det|')).toEqual([]);
    expect(texts('-e A=1 --env|')).toEqual(['--env ', '--secret-env ']);
  });

  test('those that another one excludes are left out', () => {
    expect(texts('--from-vm dev --im|', 'pack')).toEqual(['--rebase-from-image ']);
    expect(texts('--fro|', 'run')).toEqual([]);
  });
});

describe('values', () => {
  test.each<[string, string[]]>([
    ['--net-backend |', ['tsi ', 'virtio-net ']],
    ['--net-backend v|', ['virtio-net ']],
    ['--net-backend=|', ['tsi ', 'virtio-net ']],
    [`--net-backend 'vir|`, ['virtio-net ']],
    ['--net-backend | --net', ['tsi', 'virtio-net']],
    ['--net-backend tsi|', ['tsi ']],
    ['--oci-platform linux/a|', ['linux/amd64 ', 'linux/arm64 ']],
    ['--cpus |', []],
    ['-p80|', []],
  ])('%s', (marked, expected) => {
    const found = at(marked);
    expect(found.valueFor).toBeDefined();
    expect(found.items.map(({ text }) => text)).toEqual(expected);
  });

  test('replace what is typed of them, and nothing else', () => {
    const { text, range, items } = at('--net-backend=v| --net');
    expect(accepted(text, range, items[0]!)).toBe('--net-backend=virtio-net --net');
  });
});

describe('the machine’s own command', () => {
  test('is announced where it may stand', () => {
    expect(at('|', 'run').items.at(-1)).toMatchObject({ kind: 'separator', text: '-- ' });
    expect(texts('--|', 'create').at(-1)).toBe('-- ');
    expect(texts('|', 'pack')).not.toContain('-- ');
  });

  test.each(['-- --cp|', 'python --cp|', '-d sh -c|', '-- |'])('is left alone: %s', (marked) =>
    expect(texts(marked)).toEqual([]),
  );

  test('does not begin with a bare word where only a separator begins it', () => {
    expect(texts('oops --cp|', 'create')).toEqual(['--cpus ']);
  });
});

test('whatever is accepted reads back as it was meant, at any place of any line', () => {
  const pieces = [
    '--cpus',
    '2',
    '-e',
    `'A=1 b'`,
    '--net',
    '--net-backend',
    'tsi',
    '-p',
    '80:80',
    '--',
    'sh',
    '-d',
    '"x',
    '\\',
    '--',
    '--net-backend=',
  ];
  const problems = new Set([
    'unknown-flag',
    'flag-of-other-command',
    'flag-needs-newer-smolvm',
    'conflicting-flags',
  ]);
  fc.assert(
    fc.property(
      fc.constantFrom(...COMMANDS),
      fc.constantFrom(OLDEST_RELEASE, NEWEST_RELEASE),
      fc.array(fc.constantFrom(...pieces), { maxLength: 6 }),
      fc.nat(),
      (command, version, words, seed) => {
        const text = words.join(' ');
        const offset = seed % (text.length + 1);
        const { range, items } = completeFlags(command, version, text, offset, GIVEN);
        expect(range.start <= offset && offset <= range.end && range.end <= text.length).toBe(true);
        const before = readCall(command, version, text.slice(0, range.start), GIVEN);
        for (const item of items) {
          const line = accepted(text.slice(0, range.end), range, item);
          const after = readCall(command, version, line, GIVEN);
          const own = after.problems.filter(
            ({ code, range: place }) => problems.has(code) && place.start >= range.start,
          );
          expect({ line, own }).toEqual({ line, own: [] });
          // The words before it are those that they were.
          const old = splitWords(text.slice(0, range.start)).words.length;
          if (item.kind === 'flag') expect(after.words).toHaveLength(old + 1);
          expect(before.problems.filter(({ code }) => code === 'repeated-flag').length).toBe(
            after.problems.filter(({ code }) => code === 'repeated-flag').length,
          );
        }
      },
    ),
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...COMMANDS),
      fc.string({ unit: 'binary' }),
      fc.nat(),
      (command, text, seed) => {
        const offset = seed % (text.length + 1);
        const { range } = completeFlags(command, NEWEST_RELEASE, text, offset);
        expect(range.start <= offset && offset <= range.end).toBe(true);
      },
    ),
  );
});
