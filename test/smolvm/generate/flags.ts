import type { Command, FlagSchema } from '@smolfile/core';
import * as fc from 'fast-check';
import { INTEGERS } from './seeds.ts';
import { textFor } from './texts.ts';
import { flagsOf } from './vocabulary.ts';

/** The rig gives these itself, or they lead away from the case's folder. */
const NOT_GIVEN = /^(?:name|output|smolfile|stub|lib-dir|rootfs-dir|staging-dir|from|help|interactive|tty)$/;

/** A flag with a value, in one of its spellings. */
function flagUse(flag: FlagSchema): fc.Arbitrary<string[]> {
  const { long, short, value, values, grammar } = flag;
  const names = [`--${long}`, ...flag.aliases.map((one) => (one.length === 1 ? `-${one}` : `--${one}`))];
  const spellings = fc.constantFrom(...names, ...(short === undefined ? [] : [`-${short}`]));
  if (value === undefined && grammar === 'flag') return spellings.map((name) => [name]);
  const numbers = /^(?:positive-)?u\d+$/.test(grammar) ? fc.constantFrom(...INTEGERS, 'x', '') : undefined;
  const closed = values?.length ? fc.constantFrom(...values, `${values[0]}x`) : undefined;
  return fc
    .tuple(spellings, closed ?? numbers ?? textFor(GRAMMARS[grammar] ?? grammar), fc.nat(9))
    .map(([name, text, way]) => {
      if (way === 0) return name.startsWith('--') ? [`${name}=${text}`] : [`${name}${text}`];
      return [name, text];
    });
}

/** Where a flag's grammar has another name than the key's. */
const GRAMMARS: Readonly<Record<string, string>> = { 'volume-or-remote': 'volume', image: 'image-reference' };

/** Flags and the words of a command, as argv. Without NUL, which no argument can have. */
export function flagsFor(command: Command, release: string): fc.Arbitrary<string[]> {
  const flags = flagsOf(command, release).filter(({ long }) => !NOT_GIVEN.test(long));
  const use = fc.constantFrom(...flags).chain(flagUse);
  const odd = fc.constantFrom(['--typo'], ['-Z'], ['--net=true'], ['x'], ['--cpus']);
  const some = fc.array(fc.oneof({ weight: 40, arbitrary: use }, { weight: 1, arbitrary: odd }), {
    maxLength: 3,
  });
  const words = fc.constantFrom<string[]>([], [], ['--', 'echo', 'hi'], ['--', 'x', '-l'], ['--']);
  const trailing = command === 'pack' ? fc.constant<string[]>([]) : words;
  return fc
    .tuple(
      fc.oneof({ weight: 2, arbitrary: fc.constant<string[][]>([]) }, { weight: 3, arbitrary: some }),
      trailing,
    )
    .map(([uses, rest]) => [...uses.flat(), ...rest])
    .filter((args) => args.every((arg) => !arg.includes('\u0000')));
}
