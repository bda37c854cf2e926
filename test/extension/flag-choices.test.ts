import { completeFlags, NEWEST_RELEASE } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { flagChoices, type FlagLine } from '../../extension/src/smolvm/flag-choices.ts';

const EARLIER = ['--cpus 2 -d', '--mem 2048'];

/** The choices for a line, with the completions that it has. */
function choices(text: string, rest: Partial<FlagLine> = {}) {
  const completions = completeFlags('run', NEWEST_RELEASE, text, text.length, { given: ['smolfile'] });
  return flagChoices({ action: 'run', text, earlier: EARLIER, completions, ...rest });
}

const REFUSED = { problem: { severity: 'error', message: '`machine run` has no flag `--cp`' } } as const;

describe('what Enter takes', () => {
  test('is the last line of flags where nothing is typed, which it only puts there', () => {
    expect(choices('').slice(0, 3)).toEqual([
      { kind: 'line', label: '--cpus 2 -d', description: 'used before', text: '--cpus 2 -d' },
      { kind: 'line', label: '--mem 2048', description: 'used before', text: '--mem 2048' },
      { kind: 'start', label: '$(play) Run', description: 'without flags' },
    ]);
  });

  test('is to run what is sound', () => {
    expect(choices('--net ')[0]).toEqual({ kind: 'start', label: '$(play) Run', description: '--net' });
    expect(choices('--cpus 2 -d')[0]).toMatchObject({ kind: 'start' });
  });

  test('is what completes a line that would be refused; to run it as it is comes last', () => {
    const all = choices('--cp', { ...REFUSED, earlier: [] });
    expect(all).toEqual([
      { kind: 'completion', label: '--cpus N', description: 'Number of virtual CPUs', text: '--cpus ' },
      {
        kind: 'start',
        label: '$(error) Run anyway',
        description: '--cp',
        detail: '"machine run" has no flag "--cp"',
      },
    ]);
  });

  test('is to run it anyway where nothing completes it', () => {
    expect(choices('--nothing', { ...REFUSED }).map(({ kind }) => kind)).toEqual(['start']);
  });
});

test('a warning is said, and stands in no way', () => {
  const problem = { severity: 'warning', message: 'Hm' } as const;
  expect(choices('--net', { problem })[0]).toMatchObject({ label: '$(warning) Run', detail: 'Hm' });
});

test('lines that were used before are offered as long as they go on from what is typed', () => {
  const lines = (text: string) =>
    choices(text, REFUSED)
      .filter(({ kind }) => kind === 'line')
      .map(({ label }) => label);
  expect(lines('--c')).toEqual(['--cpus 2 -d']);
  expect(lines('--cpus 2 -d')).toEqual([]);
  expect(lines('-x')).toEqual([]);
});

test('a completion leaves what stands around it', () => {
  const completions = {
    range: { start: 3, end: 6 },
    items: [{ kind: 'flag', label: '', detail: '', text: '--net' }],
  } as const;
  expect(flagChoices({ action: 'pack', text: '-d --n -i', earlier: [], completions })).toContainEqual(
    expect.objectContaining({ text: '-d --net -i' }),
  );
});
