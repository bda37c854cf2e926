/** The order of releases, and which one a text is taken for. */
import {
  NEWEST_RELEASE,
  OLDEST_RELEASE,
  releaseAt,
  RELEASES,
  releasesIn,
  type ReleaseRange,
} from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergePatch, patched, type Change } from '../../packages/core/src/release/index.ts';
import { turningPoints } from '../../packages/core/src/target/index.ts';
import { release } from '../harness/releases.ts';

const numbersOf = (version: string): number[] => version.split('.').map(Number);
const textOf = (numbers: readonly number[]): string => numbers.join('.');

/** Whether a version comes before another one, by its numbers. */
function isOlder(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at >= 0 && one[at]! < other[at]!;
}

const known = RELEASES.map(({ version }) => version);
const anyKnown = fc.constantFrom(...RELEASES);
const anyVersion = fc.oneof(
  fc.constantFrom(...known).map(numbersOf),
  fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 })),
);

describe('the known releases', () => {
  test('go up, and are what the data lists', () => {
    for (const [index, version] of known.slice(1).entries()) {
      expect(isOlder(numbersOf(known[index]!), numbersOf(version)), version).toBe(true);
    }
    expect(RELEASES[0]).toBe(OLDEST_RELEASE);
    expect(RELEASES.at(-1)).toBe(NEWEST_RELEASE);
  });

  test('each is found by its version, with or without a `v`', () => {
    for (const one of RELEASES) {
      expect(releaseAt(one.version)).toBe(one);
      expect(releaseAt(`v${one.version}`)).toBe(one);
      expect(one).toMatchObject({ isKnown: true, isBeyond: false });
    }
  });

  test('are compared as their numbers are', () => {
    fc.assert(
      fc.property(anyKnown, anyKnown, (one, other) => {
        const before = isOlder(numbersOf(one.version), numbersOf(other.version));
        expect(one.isBefore(other.version)).toBe(before);
        expect(one.compare(other) < 0).toBe(before);
        expect(one.isSameAs(other)).toBe(one === other);
      }),
    );
  });

  test('a version that the data does not know is no end of anything', () => {
    expect(() => OLDEST_RELEASE.isBefore('999.0.0')).toThrow(/999\.0\.0/);
  });
});

describe('any version', () => {
  test('is taken for the nearest known release that is not newer', () => {
    fc.assert(
      fc.property(anyVersion, (numbers) => {
        const version = textOf(numbers);
        const found = releaseAt(version);
        const expected = known.findLast((each) => !isOlder(numbers, numbersOf(each)));
        expect(found?.known).toBe(expected);
        if (!found) return;
        expect(found.version).toBe(version);
        expect(found.isKnown).toBe(expected === version);
        expect(found.isBeyond).toBe(isOlder(numbersOf(NEWEST_RELEASE.version), numbers));
        expect(found.isSameAs(release(expected!))).toBe(true);
      }),
    );
  });

  test.each([
    '',
    '1',
    '1.9',
    '1.9.',
    '1.9.3.1',
    '1.9.x',
    '^1.9.3',
    '1.9.3-rc.1',
    'latest',
    ' ',
    '1..3',
    '１.9.3',
  ])('%j is none', (text) => {
    expect(releaseAt(text)).toBeUndefined();
  });
});

describe('a range', () => {
  const read = (text: string): ReleaseRange => {
    const found = releasesIn(text);
    if (typeof found === 'string') throw new Error(`${text}: ${found}`);
    return found;
  };

  test('holds the known releases inside it, oldest first', () => {
    fc.assert(
      fc.property(anyKnown, anyKnown, (from, to) => {
        const found = releasesIn(`>=${from.version} <${to.version}`);
        const inside = RELEASES.filter((one) => !one.isBefore(from.version) && one.isBefore(to.version));
        if (inside.length === 0) expect(found).toBe('empty');
        else expect(found).toMatchObject({ releases: inside, isRange: true });
      }),
    );
  });

  test.each([
    ['>=1.14 <1.15', '1.14'],
    ['1.14.x', '1.14'],
    ['~1.14.0', '1.14'],
    ['1.14', '1.14'],
  ])('%s: all of %s', (text, start) => {
    expect(read(text).releases.map(({ version }) => version)).toEqual(
      known.filter((version) => version.startsWith(`${start}.`)),
    );
  });

  test('also one with an alternative, a hyphen or no bound', () => {
    expect(read('1.2.0 || 1.9.3').releases.map(({ version }) => version)).toEqual(['1.2.0', '1.9.3']);
    expect(read('1.2.0 - 1.2.4').releases.map(({ version }) => version)).toEqual(
      known.filter((version) => /^1\.2\.[0-4]$/.test(version)),
    );
    expect(read('*').releases).toEqual(RELEASES);
  });

  test('one version is no range, and may be newer than all', () => {
    expect(read(' 1.9.3 ')).toMatchObject({ text: '1.9.3', isRange: false, releases: [release('1.9.3')] });
    expect(read('999.0.0').releases).toMatchObject([{ version: '999.0.0', isBeyond: true }]);
  });

  test.each([
    ['0.9.0', 'too-old'],
    ['>=999.0.0', 'empty'],
    ['<1.0.0', 'empty'],
    ['', 'no-range'],
    ['latest', 'no-range'],
    ['>=', 'no-range'],
    [`>=1.2.0 ${' '.repeat(300)} <2`, 'no-range'],
  ])('%s is none: %s', (text, why) => {
    expect(releasesIn(text)).toBe(why);
  });

  test('is read without a complaint about any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = releasesIn(text);
        expect(typeof found === 'string' || found.releases.length > 0).toBe(true);
      }),
    );
  });

  test('its turning points are its first release and those that differ from the one before', () => {
    const points = turningPoints(RELEASES);
    expect(points[0]).toBe(OLDEST_RELEASE);
    fc.assert(
      fc.property(
        fc.subarray([0, 5, 20, 60, RELEASES.length], { minLength: 2, maxLength: 2 }),
        ([from, to]) => {
          const inside = RELEASES.slice(from, to);
          const expected = inside.filter((one, index) => index === 0 || points.includes(one));
          expect(turningPoints(inside)).toEqual(expected);
        },
      ),
    );
  });
});

describe('JSON Merge Patch', () => {
  // the examples of RFC 7386, appendix A
  test.each<[unknown, unknown, unknown]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (target, patch, expected) => {
    const before = structuredClone([target, patch]);
    expect(mergePatch(target, patch)).toEqual(expected);
    expect([target, patch]).toEqual(before);
  });

  test('leads back through all changes that are newer than a release, newest first', () => {
    const [oldest, middle, newest] = [RELEASES[3]!, RELEASES[7]!, RELEASES[9]!];
    interface Entry {
      readonly value: number;
      readonly changes: readonly Change<Entry>[];
    }
    const entry: Entry = {
      value: 3,
      changes: [
        { before: newest.version, patch: { value: 2 } },
        { before: middle.version, patch: { value: 1 } },
        { before: oldest.version, absent: true },
      ],
    };
    const values = [newest, newest.previous!, middle, middle.previous!, oldest, oldest.previous!].map(
      (one) => patched(entry, one)?.value,
    );
    expect(values).toEqual([3, 2, 2, 1, 1, undefined]);
  });
});
