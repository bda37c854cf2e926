import { NEWEST_RELEASE, RELEASES } from '@smolfile/core';
import { expect, test } from 'vitest';
import { isBeyond } from '../../extension/src/smolvm/version.ts';

test('only what is newer than every known release is beyond what is known', () => {
  const newest = NEWEST_RELEASE.version;
  expect(RELEASES.filter(({ version }) => isBeyond(version, newest))).toEqual([]);
  const [major, minor, patch] = newest.split('.').map(Number) as [number, number, number];
  for (const version of [`${major}.${minor}.${patch + 1}`, `${major}.${minor + 1}.0`, `${major + 1}.0.0`])
    expect(isBeyond(version, newest)).toBe(true);
});
