import {
  allKeys,
  COMMANDS,
  EVERY_KEY,
  flagsFor,
  lint,
  parseSmolfile,
  readCall,
  resolve,
  type Command,
  type Diagnostic,
  type HostFileSystem,
} from '@smolfile/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { release } from '../harness/releases.ts';

const VERSIONS = ['1.2.0', '1.5.0', '1.9.3', '1.21.0'] as const;

const KINDS = ['missing', 'file', 'directory', 'other', 'unknown'] as const;
const HOSTS: readonly (HostFileSystem | undefined)[] = [
  undefined,
  ...KINDS.map((kind, index): HostFileSystem => ({
    platform: (['linux', 'macos', 'windows'] as const)[index % 3]!,
    isGuess: index % 2 === 0,
    inspect: () => ({ kind, ...(kind === 'file' && { canonical: '/etc', symlink: true, size: Infinity }) }),
  })),
];

const WORDS = `x - . .. / ~ $X % = : :: @ , # * 0 -1 1s A= =B A=B TOKEN=ghp_0123456789abcdefghij 80 80:80 0:0
  1-9:1-9 a:/b /a:b:ro s3://b/p:/c ./x.tar /etc:/etc 10.0.0.0/8 ::/0 1.2.3.4/99 always constructor __proto__`;
const TEXTS = WORDS.split(/\s+/).concat(
  '',
  ' ',
  ' A = B ',
  'sh -c "x',
  '\u0000',
  '\u00e9\u{1f600}',
  'a\r\nb',
  'a'.repeat(5000),
);
const STRINGS = TEXTS.map((text) => JSON.stringify(text));

/** Every type that TOML has, and of each what is odd. */
const VALUES = STRINGS.concat(
  '0 1 -1 4 8192 65536 9007199254740993 9223372036854775807 -9223372036854775808'.split(' '),
  '0.0 1.5 -0.0 1e300 inf -inf nan -nan true false'.split(' '),
  '1979-05-27 07:32:00 1979-05-27T07:32:00 1979-05-27T07:32:00Z'.split(' '),
  ['[]', '[[]]', '{}', '[{}]', '[1]', '[nan, "x"]', '[true, [], {}]', '{ x = 1 }', '{ "" = [] }'],
  ['["", ""]', '["x", "x", 1]', `[${STRINGS.join(', ')}]`],
);

/** Keys as a statement at the top of a file can name them, sections and entries of maps included. */
const KEYS: readonly string[] = Array.from(allKeys(EVERY_KEY), ({ path }) => path)
  .filter((path) => !path.endsWith('[]'))
  .map((path) => path.replaceAll('*', 'X'))
  .concat('unknown', 'dev.unknown', 'secrets."".from_env', 'secrets."a b"', 'constructor');

/** A statement for the top of a file; `a[].b` stands in an array of tables. */
function statement(key: string, value: string): string {
  const [list = '', ...inside] = key.split('[].');
  return inside.length === 0
    ? `${key} = ${value}`
    : `${list} = [{ ${statement(inside.join('[].'), value)} }]`;
}

/** Whether two keys may stand in one file. */
function isApart(...keys: readonly [string, string]): boolean {
  const [one, other] = keys.map((key) => `${key.split('[]', 1)[0]}.`);
  return !one!.startsWith(other!) && !other!.startsWith(one!);
}

interface Odd {
  readonly toml: string;
  readonly version: string;
  readonly host: HostFileSystem | undefined;
}

/** Everything that there is to say; throws where core does. */
function findingsOf({ toml, version, host }: Odd, commands = COMMANDS): readonly Diagnostic[] {
  const { diagnostics } = lint(parseSmolfile(toml), { commands, smolvm: version, ...(host && { host }) });
  return diagnostics;
}

/** What is wrong with findings as such. */
function flaws(found: readonly Diagnostic[], toml: string, flags = ''): string[] {
  return found.flatMap(({ code, range, source, severity, stage, message, why, help, related }) => {
    const { length } = source ? flags : toml;
    const isInside = ({ start, end }: { start: number; end: number }, limit: number): boolean =>
      Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= limit;
    const limits = Math.max(toml.length, flags.length);
    const isSound =
      isInside(range, length) &&
      related.every((place) => isInside(place.range, limits)) &&
      [message, why, help].every((text) => typeof text === 'string' && !/undefined|\[object/.test(text)) &&
      (severity !== 'error' || stage !== null);
    return isSound ? [] : [`${code}: ${message}`];
  });
}

test('every key with every value, by itself', () => {
  let turn = 0;
  for (const key of KEYS) {
    for (const value of VALUES) {
      turn++;
      const toml = `${statement(key, value)}\n`;
      const odd = { toml, version: VERSIONS[turn % 4]!, host: HOSTS[Math.floor(turn / 4) % 6] };
      expect(flaws(findingsOf(odd, [COMMANDS[Math.floor(turn / 24) % 3]!]), toml), toml).toEqual([]);
    }
  }
});

test('sections as arrays of tables', () => {
  for (const key of KEYS.filter((path) => !path.includes('[]'))) {
    for (const version of VERSIONS) {
      for (const toml of [`[[${key}]]\n`, `[[${key}]]\nX = 1\n[[${key}]]\n`, `[${key}]\n`]) {
        expect(flaws(findingsOf({ toml, version, host: HOSTS[1] }), toml), toml).toEqual([]);
      }
    }
  }
});

const statements = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES)), { maxLength: 12 })
  .map((pairs) =>
    pairs.filter(([key], index) => pairs.slice(0, index).every(([earlier]) => isApart(key, earlier))),
  );
const documents = fc
  .tuple(fc.constantFrom('', '\ufeff'), statements, fc.constantFrom('\n', '\r\n'))
  .map(([head, pairs, lineEnd]) => head + pairs.map((pair) => statement(...pair) + lineEnd).join(''));

const surroundings = fc.record({
  toml: documents,
  version: fc.constantFrom(...VERSIONS),
  host: fc.constantFrom(...HOSTS),
});

test('keys together, parseable', () => {
  fc.assert(
    fc.property(surroundings, (odd) => {
      expect(parseSmolfile(odd.toml).errors).toEqual([]);
      expect(flaws(findingsOf(odd), odd.toml)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

/** Words of a call: flags of the version with odd values, and a command. */
function callOf(command: Command, version: string): fc.Arbitrary<string[]> {
  const flag = fc.constantFrom(...flagsFor(command, release(version))).chain(({ long, short, value }) => {
    const name = fc.constantFrom(`--${long}`, `-${short ?? 'x'}`);
    return value === undefined
      ? name.map((one) => [one])
      : fc.tuple(name, fc.constantFrom(...TEXTS)).map((words) => [...words]);
  });
  const trailing = fc.array(fc.constantFrom(...TEXTS), { maxLength: 3 }).map((words) => ['--', ...words]);
  return fc
    .tuple(fc.array(flag, { maxLength: 5 }), fc.option(trailing, { nil: [] }))
    .map(([flags, rest]) => [...flags.flat(), ...rest]);
}

test('with the flags of a call, alone and resolved', () => {
  const calls = fc.tuple(surroundings, fc.constantFrom(...COMMANDS)).chain(([odd, command]) =>
    callOf(command, odd.version).map((flags) => ({
      ...odd,
      command,
      call: readCall(command, release(odd.version), flags),
    })),
  );
  fc.assert(
    fc.property(calls, ({ toml, version, host, command, call }) => {
      const document = parseSmolfile(toml);
      const options = { smolvm: version, ...(host && { host }) };
      const { diagnostics } = lint(document, { ...options, call });
      expect(flaws(diagnostics, toml, call.text)).toEqual([]);
      const resolution = resolve(document, { ...options, command, flags: call });
      expect(flaws(resolution.diagnostics, toml, call.text)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['name = []\n[[name.x]]\n', ['name', 'name', 'name']],
  ['a = 1\n[a.b.c]\nd = 1\n', ['a', 'a', 'a']],
  ['[dev]\n[dev]\nprts = 1\n', ['dev', 'prts']],
])('what a refused header opens is found where it is named: %j', (text, places) => {
  const { diagnostics } = lint(parseSmolfile(text));
  expect(diagnostics.map(({ range }) => text.slice(range.start, range.end))).toEqual(places);
});
