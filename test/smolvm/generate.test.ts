import { COMMANDS, parseSmolfile, RELEASES } from '@smolfile/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksOf } from '../../packages/core/src/schema/index.ts';
import { edgeInputs } from './generate/edges.ts';
import { inputs } from './generate/inputs.ts';
import { MISTAKES, orderInputs } from './generate/orders.ts';
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

test('every check of smolvm has a mistake, so that its place among the others is asked for', () => {
  const checks = new Set(
    COMMANDS.flatMap((command) => RELEASES.flatMap((release) => [...checksOf(command, release)])),
  );
  expect([...checks].filter((check) => !Object.hasOwn(MISTAKES, check) && !NOT_ASKED.has(check))).toEqual([]);
  expect(orderInputs().length).toBeGreaterThan(4000);
});

/** The rig gives the name, the host has neither a proxy nor an agent, and a bake makes the checks of another command. */
const NOT_ASKED = new Set('use-host-proxy machine-name name-in-use ssh-agent bake'.split(' '));

test('every flag with a number is tried at its edges', () => {
  const tried = new Set(
    edgeInputs(NEWEST).map(({ command, args }) => `${command} ${args[0]!.split('=')[0]}`),
  );
  const numbers = COMMANDS.flatMap((command) =>
    flagsOf(command, NEWEST)
      .filter(({ grammar }) => /u\d+$/.test(grammar))
      .map(({ long }) => `${command} --${long}`),
  );
  expect(numbers.filter((flag) => !tried.has(flag))).toEqual([]);
  expect(tried).toContain('create --max-image-size');
});
