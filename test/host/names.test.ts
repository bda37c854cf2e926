/** Who goes by the names of Smolfiles, and all who say them, agree with the one pattern. */
import { readFileSync } from 'node:fs';
import { isSmolfileName, SMOLFILE_GLOB, SMOLFILE_PATTERN, SMOLFILE_WORDS } from '@smolfile/host';
import * as fc from 'fast-check';
import picomatch from 'picomatch';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isSmolfile, WATCHED } from '../../packages/language-server/src/smolfile-name.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Names made of what a pattern may stumble over; never with a slash, nor `.` and `..`. */
const names = fc
  .array(fc.constantFrom('Smolfile', 'smolfile', '.', '-', '_', 'web', 'kotlin', 'é', '[', '\n', ' '), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
  .filter((name) => !/^\.+$/.test(name));

const { contributes } = JSON.parse(read('extension/package.json')) as {
  contributes: {
    languages: {
      id: string;
      filenames?: string[];
      filenamePatterns?: string[];
      extensions?: string[];
    }[];
    tomlValidation: { regexMatch: string[] }[];
  };
};
const {
  filenames = [],
  filenamePatterns = [],
  extensions = [],
} = contributes.languages.find(({ id }) => id === 'smolfile')!;
const glob = (pattern: string): ((name: string) => boolean) =>
  picomatch(pattern, { dot: true, noextglob: true, literalBrackets: false });

test.each<[string, (name: string) => boolean]>([
  ['the glob for editors', glob(SMOLFILE_GLOB)],
  ['what clients are asked to watch', (name) => glob(WATCHED[0])(`a/${name}`)],
  [
    'the language server, of a document in TOML mode',
    (name) => isSmolfile(`file:///a/${encodeURIComponent(name)}`, 'toml'),
  ],
  [
    'the manifest of the extension',
    (name) =>
      filenames.includes(name) ||
      filenamePatterns.some((pattern) => glob(pattern)(name)) ||
      extensions.some((extension) => name.endsWith(extension)),
  ],
])('%s takes the same names', (_, takes) => {
  fc.assert(
    fc.property(
      // What a glob makes of a line break or an empty `*` depends on who reads it.
      names.filter((name) => !/\n|\.$/.test(name)),
      (name) => {
        expect(takes(name)).toBe(isSmolfileName(name));
      },
    ),
    { numRuns: 2000 },
  );
});

test('the pattern takes whole paths like the names at their ends', () => {
  const pattern = new RegExp(SMOLFILE_PATTERN);
  fc.assert(
    fc.property(fc.array(names, { maxLength: 3 }), names, (folders, name) => {
      expect(pattern.test([...folders, name].join('/'))).toBe(isSmolfileName(name));
    }),
  );
});

test('pre-commit and the TOML extensions have the very pattern', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as { files: string }[];
  expect(hooks.length).toBeGreaterThan(0);
  for (const { files } of hooks) expect(files).toBe(SMOLFILE_PATTERN);
  expect(contributes.tomlValidation.map(({ regexMatch }) => regexMatch)).toEqual([[SMOLFILE_PATTERN]]);
});

test('what people are told are names of Smolfiles', () => {
  const said = SMOLFILE_WORDS.match(/[\w.-]*Smolfile[\w.-]*|\w+\.smolfile/g)!.filter(
    (word) => word !== 'Smolfiles',
  );
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter((name) => !isSmolfileName(name))).toEqual([]);
});
