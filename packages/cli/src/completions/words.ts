import { allCodes, COMMANDS, flagsFor, NEWEST_RELEASE, RELEASES, type Command } from '@smolfile/core';
import { COMMON_OPTIONS, type CommandSpec, type OptionSpec } from '../arguments/spec.ts';
import { everyCode, everyKey } from '../explain/topics.ts';
import { FILE_CODES } from '../read/file-findings.ts';

/** What may stand after an option or as an argument: words, or the names of files. */
export type Candidates = { readonly words: readonly string[] } | 'files' | 'directories';

/** All options of a command, those that every command has included. */
export function optionsOf({ options }: CommandSpec): readonly OptionSpec[] {
  return [...options, ...COMMON_OPTIONS];
}

/** What may be an option's value. */
export function valuesOf({ choices, prefixes, completes }: OptionSpec): Candidates {
  if (choices) return { words: choices };
  if (prefixes) return { words: prefixes };
  if (completes === 'code') return { words: [...allCodes(), ...FILE_CODES].toSorted() };
  if (completes === 'key') return { words: plainKeys() };
  if (completes === 'version') return { words: versions() };
  if (completes === 'call') return { words: [...COMMANDS, ...versions()] };
  return completes === 'nothing' ? { words: [] } : 'files';
}

function versions(): string[] {
  return RELEASES.map(({ version }) => version);
}

/** The flags of smolvm's own commands, which stand after `--` where a command takes such. */
export function flagsAfterDashes(): Readonly<Record<Command, readonly string[]>> {
  const of = (command: Command): string[] =>
    flagsFor(command, NEWEST_RELEASE).flatMap(({ long, hidden }) => (hidden ? [] : [`--${long}`]));
  return { create: of('create'), run: of('run'), pack: of('pack') };
}

/** What may be a command's argument. */
export function argumentsOf({ completes, maximumPositionals }: CommandSpec): Candidates {
  if (completes === 'directory') return 'directories';
  if (completes === 'code-or-key') return { words: [...everyCode(), ...plainKeys()] };
  if (completes !== undefined && completes !== 'nothing') return { words: completes };
  return completes === 'nothing' || maximumPositionals === 0 ? { words: [] } : 'files';
}

/** Without those of any name (`secrets.*`), which shells would take for patterns. */
function plainKeys(): string[] {
  return everyKey()
    .map(({ path }) => path)
    .filter((path) => !/[*[]/.test(path));
}

/** The first sentence of a help text, without its full stop. */
export function brief(help: string): string {
  return (/^.*?(?=\. |\.$|: )/.exec(help)?.[0] ?? help).replace(/\.$/, '');
}
