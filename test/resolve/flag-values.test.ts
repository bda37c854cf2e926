import { commandLineOf, parseSmolfile, resolve, tomlOf } from '@smolfile/core';
import { expect, test } from 'vitest';
import { explainValue } from '../../packages/core/src/resolve/index.ts';
import { NEWEST_RELEASE } from '../../packages/core/src/release/index.ts';
import { COMMAND_NAMES, flagValuesFor } from '../../packages/core/src/schema/index.ts';

const FLAGS = '--dns 1.1.1.1 --dns-option ndots:2 --dns-option rotate --network blue';
const resolution = resolve(parseSmolfile('net = true\n'), { command: 'create', flags: FLAGS });
if (!resolution.accepted) throw new Error(resolution.error.message);

test('what only flags give is part of the configuration, with its origin', () => {
  expect(resolution.config).toMatchObject({
    dns: '1.1.1.1',
    dns_options: ['ndots:2', 'rotate'],
    network: 'blue',
  });
  expect(resolution.provenance['dns']).toMatchObject({ origins: [{ kind: 'flag', flag: '--dns 1.1.1.1' }] });
  expect(explainValue(resolution, 'dns_options')?.chain).toHaveLength(2);
  expect(explainValue(resolution, '--dns')?.name).toBe('dns');
});

test('a command line has it once, and a Smolfile cannot say it', () => {
  expect(commandLineOf(resolution).text).toContain(FLAGS);
  const { inexpressible, entries } = tomlOf(resolution);
  expect(inexpressible.map(({ what }) => what)).toEqual([
    '--dns 1.1.1.1',
    '--dns-option ndots:2',
    '--dns-option rotate',
    '--network blue',
  ]);
  expect(entries.map(({ path }) => path)).toEqual([['net']]);
});

test.each(COMMAND_NAMES)('without its flag it is not there: %s', (command) => {
  const plain = resolve(parseSmolfile('image = "alpine"\ncmd = ["true"]\nnet = true\n'), { command });
  for (const { name } of flagValuesFor(command, NEWEST_RELEASE))
    expect(plain.accepted && Object.keys(plain.config)).not.toContain(name);
});
