import { COMMANDS, isSupportedVersion, OLDEST, type Command } from '@smolfile/core';
import type { Arguments } from '../arguments/parse.ts';
import type { OptionSpec } from '../arguments/spec.ts';
import { UsageError } from '../failure.ts';
import type { ColorChoice } from '../output/style.ts';

/** How `smolfile resolve` prints. */
export type ResolveFormat = 'table' | 'toml' | 'json' | 'flags';

const FORMATS: readonly ResolveFormat[] = ['table', 'toml', 'json', 'flags'];

/** The options of `smolfile resolve`, as the contract has them. */
export const RESOLVE_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'for',
    value: 'COMMAND',
    choices: COMMANDS,
    help: 'The command of smolvm: create, run or pack. Default: create.',
  },
  {
    name: 'cli-flags',
    value: 'FLAGS',
    hyphenated: true,
    help: 'Flags of that command as one string, split like in a shell (quotes and backslashes, no expansion). Or write them after `--`.',
  },
  {
    name: 'smolvm-version',
    value: 'VERSION',
    help: `The version of smolvm, ${OLDEST} or newer. Default: the one that the file asks for, else the newest that is known exactly.`,
  },
  {
    name: 'cwd',
    value: 'DIR',
    help: 'Where smolvm would be called: relative host paths start here. Default: the working directory.',
  },
  { name: 'no-fs', help: "Do not look at this host's file system: paths stay as they are written." },
  {
    name: 'format',
    value: 'FORMAT',
    choices: FORMATS,
    help: 'table: values, origins, and what they beat; toml: a Smolfile that says the same without flags; json: every detail; flags: one command line that says the same without a Smolfile. Default: table.',
  },
  {
    name: 'explain',
    value: 'KEY',
    help: 'Print everything that contributes to one key, and what became of it.',
  },
  {
    name: 'diff',
    value: 'OTHER',
    hyphenated: true,
    repeatable: true,
    help: 'Print what changes with another command (`run`), version (`1.2.0`) or other flags (`--diff "--cpus 8"`, `--diff ""` for none).',
  },
  {
    name: 'show-values',
    help: 'Do not mask what looks like a credential. Values of this host are never shown.',
  },
  { name: 'stdin-filename', value: 'NAME', help: 'What to call standard input. Default: <stdin>.' },
  {
    name: 'color',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    help: 'Colour the output. auto: where it goes to a terminal, unless NO_COLOR is set, or where FORCE_COLOR is.',
  },
];

/** One call of smolvm to preview. */
export interface Target {
  readonly command: Command;
  readonly smolvm: string | undefined;
  /** As one string, or as arguments. */
  readonly flags: string | readonly string[];
}

/** What `smolfile resolve` was asked for. */
export interface ResolveRequest {
  readonly path: string;
  readonly target: Target;
  /** What to compare with. */
  readonly other: Target | undefined;
  readonly cwd: string | undefined;
  readonly useHost: boolean;
  readonly format: ResolveFormat;
  readonly explain: string | undefined;
  readonly showValues: boolean;
  readonly stdinName: string;
  readonly color: ColorChoice;
}

/** Checks what the table of options cannot. */
export function resolveRequest(args: Arguments): ResolveRequest {
  const smolvm = args.value('smolvm-version');
  if (smolvm !== undefined) checkVersion(smolvm, '--smolvm-version');
  const asString = args.value('cli-flags');
  if (asString !== undefined && args.rest !== undefined) {
    throw new UsageError(
      'flags are given twice: with `--cli-flags` and after `--`',
      'Give them in one of the two ways.',
    );
  }
  const target: Target = {
    command: (args.value('for') ?? 'create') as Command,
    smolvm,
    flags: asString ?? args.rest ?? [],
  };
  const format = args.value('format') as ResolveFormat | undefined;
  const special = ['explain', 'diff'].filter((name) => args.has(name));
  if (special.length > 1 || (special.length === 1 && format !== undefined && format !== 'table')) {
    const names = [
      ...special.map((name) => `--${name}`),
      ...(special.length > 1 ? [] : [`--format ${format}`]),
    ];
    throw new UsageError(`\`${names[0]}\` and \`${names[1]}\` do not go together`, 'Use one of the two.');
  }
  return {
    path: args.positionals[0] ?? 'Smolfile',
    target,
    other: args.has('diff') ? otherTarget(target, args.values('diff')) : undefined,
    cwd: args.value('cwd'),
    useHost: !args.has('no-fs'),
    format: format ?? 'table',
    explain: args.value('explain'),
    showValues: args.has('show-values'),
    stdinName: args.value('stdin-filename') ?? '<stdin>',
    color: (args.value('color') ?? 'auto') as ColorChoice,
  };
}

/** Each word of `--diff` says by its shape what it changes. */
function otherTarget(target: Target, words: readonly string[]): Target {
  return Object.assign({ ...target }, ...words.map(changeOf)) as Target;
}

function changeOf(word: string): Partial<Target> {
  if ((COMMANDS as readonly string[]).includes(word)) return { command: word as Command };
  if (/^\d+(?:\.\d+)*$/.test(word)) {
    checkVersion(word, '--diff');
    return { smolvm: word };
  }
  if (word.trim() === '' || word.trimStart().startsWith('-')) return { flags: word };
  throw new UsageError(
    `\`--diff\` does not know \`${word}\``,
    `It takes a command (${COMMANDS.join(', ')}), a version such as ${OLDEST}, or flags such as \`--cpus 8\`.`,
  );
}

function checkVersion(text: string, flag: string): void {
  if (isSupportedVersion(text)) return;
  const help = `It takes a version of smolvm, ${OLDEST} or newer, such as ${OLDEST}.`;
  throw new UsageError(`\`${flag}\` does not take \`${text}\``, help);
}
