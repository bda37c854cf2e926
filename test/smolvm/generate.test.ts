import { COMMANDS, parseSmolfile } from '@smolfile/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputs } from './generate/inputs.ts';
import { flagsOf, NAMES } from './generate/vocabulary.ts';
import { PROGRAMS } from './program/fetch.ts';

const NEWEST = PROGRAMS.at(-1)!;

const SAMPLE = fc.sample(inputs(COMMANDS, NEWEST), { seed: 1, numRuns: 4000 });

test('every key and every flag comes up', () => {
  const text = SAMPLE.map(({ smolfile }) => smolfile).join('\n');
  expect(NAMES.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  for (const command of COMMANDS) {
    const given = SAMPLE.filter((input) => input.command === command).flatMap(({ args }) => args);
    const names = new Set(given.map((arg) => arg.split('=')[0]));
    const known = flagsOf(command, NEWEST).filter(({ long }) => !NOT_GIVEN.has(long));
    const spelled = known.filter(({ long, short, aliases }) =>
      [long, short ?? long, ...aliases].every(
        (name) => !names.has(name.length === 1 ? `-${name}` : `--${name}`),
      ),
    );
    expect(spelled.map(({ long }) => long)).toEqual([]);
  }
});

/** What the rig gives itself, or what leads away from a case's folder (generate/flags.ts). */
const NOT_GIVEN = new Set(
  'name output smolfile stub lib-dir rootfs-dir staging-dir from interactive tty'.split(' '),
);

test('most files are whole, and few are what no release could take', () => {
  const broken = SAMPLE.filter(({ smolfile }) => parseSmolfile(smolfile).errors.length > 0);
  expect(broken.length / SAMPLE.length).toBeLessThan(0.15);
});

test('nothing outside of the case is copied or deleted', () => {
  const staged = SAMPLE.flatMap(({ smolfile, args }) => [smolfile, ...args])
    .flatMap((text) => text.match(/["'][^"'\n]*:staged/g) ?? [])
    .map((text) => text.slice(1));
  expect(staged.filter((text) => !/^(?:\.\/)?(?:src|data|app)/.test(text))).toEqual([]);
});
