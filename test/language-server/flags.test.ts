import { NEWEST_RELEASE, parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { flagCompletions } from '../../packages/language-server/src/features/flags.ts';
import type { Target } from '../../packages/language-server/src/features/target.ts';

const FILE = parseSmolfile('image = "alpine:3.20"\nallow_hosts = []\n');

const TARGET: Target = {
  list: (path) =>
    ['.', './'].includes(path)
      ? [
          { name: 'src', folder: true },
          { name: 'my data', folder: true },
          { name: 'notes.txt', folder: false },
        ]
      : [],
  variables: () => ['HOME', 'API_TOKEN'],
};

/** The lines that accepting one of the completions at the `|` leads to. */
function lines(marked: string, target = TARGET, document = FILE): string[] {
  const offset = marked.indexOf('|');
  const flags = marked.replace('|', '');
  const { range, items } = flagCompletions(document, { command: 'run', flags, offset }, target);
  return items.map(({ text }) => flags.slice(0, range.start) + text + flags.slice(range.end));
}

describe('values are those of the key that the flag feeds', () => {
  test.each<[string, string[]]>([
    ['-d --mem 40|', ['-d --mem 4096 ']],
    ['--image=alp|', ['--image=alpine:3.20 ']],
    ['-e HO|', ['-e HOME ']],
    ['-v ./s|', ['-v ./src']],
    ['-v ./m|', [`-v './my data'`]],
    ['-p 80|', ['-p 8080:8080 ', '-p 8000:8000 ']],
    ['--allow-host pyp|', ['--allow-host pypi.org ']],
    ['--net-backend v|', ['--net-backend virtio-net ']],
  ])('%s', (marked, expected) => expect(lines(marked)).toEqual(expect.arrayContaining(expected)));

  test('quoted where a shell would split or expand them', () => {
    const target: Target = { list: () => [{ name: `it's $(x)`, folder: true }] };
    expect(lines('-v ./|', target)).toEqual([String.raw`-v './it'\''s $(x)'`]);
  });

  test('there are none for a flag that feeds no key', () => {
    expect(lines('--timeout |')).toEqual([]);
  });

  test('of host variables nothing but the name', () => {
    expect([...lines('-e H|'), ...lines('-e A|')]).toEqual(['-e HOME ', '-e API_TOKEN ']);
  });
});

test('the flags are those of the version that the file is for', () => {
  const at = (text: string, target: Target) =>
    flagCompletions(parseSmolfile(text), { command: 'run', flags: '--cud', offset: 5 }, target);
  expect(at('', {})).toMatchObject({ smolvm: NEWEST_RELEASE.version, items: [{ text: '--cuda ' }] });
  expect(at('# smolfile: smolvm = "1.2.0"\n', {})).toMatchObject({ smolvm: '1.2.0', items: [] });
  expect(at('', { installed: '1.3.0' })).toMatchObject({ smolvm: '1.3.0', items: [] });
});

test.each([
  ['--cpus 2 -e MODE=dev', true],
  ['-e API_TOKEN', true],
  ['--secret-env API_TOKEN=TOKEN', true],
  ['-e API_TOKEN=hunter2hunter2', false],
  ['-- curl https://me:hunter2hunter2@example.org', false],
  ['-- sh -c "x --password hunter2hunter2"', false],
])('whether a line may be kept: %s: %j', (flags, kept) => {
  const question = { command: 'run', flags, offset: 0 } as const;
  expect(flagCompletions(FILE, question, {}).credentials).toBe(!kept);
});
