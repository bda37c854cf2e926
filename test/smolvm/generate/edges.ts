import { COMMANDS, type Command } from '@smolfile/core';
import type { Input } from '../outcome.ts';
import { flagsOf } from './vocabulary.ts';

/** A file that every command takes. */
const PLAIN = 'image = "alpine"\nnet = true\ncmd = ["x"]\n';

/** Values around the ends of the ranges that numbers have. */
const NUMBERS = [
  ['0', '-1', '1', '+1', '01', '', ' 1', '1 ', 'x', '1.5', '0x1', '-0', '00'],
  ['64', '65', '255', '256', '300', '301', '65536', '2147483648', '4294967295', '4294967296'],
  ['9223372036854775807', '9223372036854775808', '18446744073709551615', '18446744073709551616'],
  ['8589934591', '8589934592', '17179869184', '17179869185'],
].flat();
/** What is a number with a unit, or nearly one. */
const SIZES = ['0K', '0.0', '.5', '.', '0.5', '0.4G', '1 G', '1p', '1KiB', '1kib', '1B', '1b', '1kb', '1iB'];
const TIMES = ['0s', '1s', '1m 5s', '1h30', '5 s', '1ms', '1us', '1y', '1M', '30sec', '0s 0m'];

const BY_GRAMMAR: Readonly<Record<string, readonly string[]>> = {
  'byte-size': [...NUMBERS, ...SIZES, '999999999999T', '1e3', '1,5', '0.0000001', '1  G', '1\tG', 'é', '1é'],
  timeout: [...NUMBERS, ...TIMES],
  'stop-timeout': NUMBERS,
};

/** The values to try for a flag that takes a number; none for another one. */
function edgesOf(grammar: string): readonly string[] {
  return BY_GRAMMAR[grammar] ?? (/^(?:positive-)?u\d+(?:-\w+)?$/.test(grammar) ? NUMBERS : []);
}

/** Each flag that takes a number, of every command that ever had it, with each value at its edges. */
export function edgeInputs(newest: string): Input[] {
  return COMMANDS.flatMap((command) =>
    flagsOf(command, newest).flatMap(({ long, grammar }) =>
      edgesOf(grammar).map((value) => edge(command, long, value)),
    ),
  ).map((input, index) => ({ ...input, id: `n${String(index + 1).padStart(4, '0')}` }));
}

function edge(command: Command, long: string, value: string): Input {
  return { id: '', command, smolfile: PLAIN, args: [`--${long}=${value}`] };
}
