import { COMMANDS, OLDEST_RELEASE, type Command } from '@smolfile/core';
import type { Arguments } from '../arguments/parse.ts';
import { SMOLVM_FORMS, smolvmOption } from '../arguments/smolvm.ts';
import type { OptionSpec } from '../arguments/spec.ts';
import { UsageError } from '../failure.ts';
import { CONFIG_OPTIONS } from '../lint/option-table.ts';
import { configChoice, type ConfigChoice } from '../lint/options.ts';
import type { ColorChoice } from '../output/style.ts';

/** How `smolfile resolve` prints. */
export type ResolveFormat = 'table' | 'toml' | 'json' | 'flags' | 'api';

const FORMATS: readonly ResolveFormat[] = ['table', 'toml', 'json', 'flags', 'api'];

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
    help: `For ${SMOLVM_FORMS}, of which the newest release is taken. Beats the file, which beats the configuration. Default: the newest that is known.`,
  },
  {
    name: 'cwd',
    value: 'DIR',
    help: 'Where smolvm would be called: relative host paths start here. Default: the working directory.',
  },
  { name: 'no-fs', help: "Do not look at this host's file system: paths stay as they are written." },
  ...CONFIG_OPTIONS,
  {
    name: 'format',
    value: 'FORMAT',
    choices: FORMATS,
    help: 'table: values, origins, and what they beat; toml: a Smolfile that says the same without flags; json: every detail; flags: one command line that says the same without a Smolfile; api: the request to `smolvm serve` that makes the same machine, and what it cannot carry. Default: table.',
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
    help: 'Print what changes with another command (`run`), version (`1.28.1`) or other flags (`--diff "--cpus 8"`, `--diff ""` for none).',
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
export interface PreviewedCall {
  readonly command: Command;
  readonly smolvm: string | undefined;
  /** As one string, or as arguments. */
  readonly flags: string | readonly string[];
}

/** What `smolfile resolve` was asked for. */
export interface ResolveRequest {
  readonly path: string;
  readonly target: PreviewedCall;
  /** What to compare with. */
  readonly other: PreviewedCall | undefined;
  readonly cwd: string | undefined;
  readonly useHost: boolean;
  readonly format: ResolveFormat;
  readonly explain: string | undefined;
  readonly showValues: boolean;
  readonly config: ConfigChoice;
  readonly stdinName: string;
  readonly color: ColorChoice;
}

/** Checks what the table of options cannot. */
export function resolveRequest(args: Arguments): ResolveRequest {
  const smolvm = smolvmOption(args.value('smolvm-version'), '--smolvm-version');
  const asString = args.value('cli-flags');
  if (asString !== undefined && args.rest !== undefined) {
    throw new UsageError(
      'flags are given twice: with `--cli-flags` and after `--`',
      'Give them in one of the two ways.',
    );
  }
  const target: PreviewedCall = {
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
  if (format === 'api' && target.command !== 'create') {
    throw new UsageError(
      `\`--format api\` and \`--for ${target.command}\` do not go together`,
      'The API makes machines as `machine create` does.',
    );
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
    config: configChoice(args),
    stdinName: args.value('stdin-filename') ?? '<stdin>',
    color: (args.value('color') ?? 'auto') as ColorChoice,
  };
}

/** Each word of `--diff` says by its shape what it changes. */
function otherTarget(target: PreviewedCall, words: readonly string[]): PreviewedCall {
  return Object.assign({ ...target }, ...words.map(changeOf)) as PreviewedCall;
}

function changeOf(word: string): Partial<PreviewedCall> {
  if ((COMMANDS as readonly string[]).includes(word)) return { command: word as Command };
  if (/^\d+(?:\.\d+)*$/.test(word)) {
    return { smolvm: smolvmOption(word, '--diff') };
  }
  if (word.trim() === '' || word.trimStart().startsWith('-')) return { flags: word };
  throw new UsageError(
    `\`--diff\` does not know \`${word}\``,
    `It takes a command (${COMMANDS.join(', ')}), a version such as ${OLDEST_RELEASE.version}, or flags such as \`--cpus 8\`.`,
  );
}
