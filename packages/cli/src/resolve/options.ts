import { COMMANDS, NEWEST_RELEASE, OLDEST_RELEASE, type Command } from '@smolfile/core';
import type { Arguments, OptionSpec } from '../arguments/spec.ts';
import { SMOLVM_FORMS, smolvmOption } from '../arguments/smolvm.ts';
import { UsageError } from '../failure.ts';
import { CONFIG_OPTIONS } from '../lint/option-table.ts';
import { configChoice, type ConfigChoice } from '../lint/options.ts';
import { COLOR_CHOICES, type ColorChoice } from '../output/style.ts';

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
    completes: 'version',
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
    hyphenated: true,
    completes: 'key',
    help: 'Print everything that contributes to one key, and what became of it: `cpus`, `dev.ports[0]`, `env.PORT`, a section such as `health`, or a flag such as `--port`.',
  },
  {
    name: 'diff',
    value: 'OTHER',
    hyphenated: true,
    repeatable: true,
    completes: 'call',
    help: 'Print what changes with another command (`run`), version (`1.28.1`) or other flags (`--diff "--cpus 8"`, `--diff ""` for none); with `--format json` for programs. Exits with 1 if something changes, with 2 if one of the two is refused.',
  },
  {
    name: 'diff-release',
    value: 'A..B',
    completes: 'nothing',
    help: 'Print what an upgrade from one release of smolvm to another changes; `A..` is up to the newest that is known.',
  },
  {
    name: 'show-values',
    help: 'Do not mask what looks like a credential. Values of this host are never shown.',
  },
  {
    name: 'stdin-filename',
    value: 'NAME',
    needsStdin: true,
    help: 'What to call standard input. Default: <stdin>.',
  },
  {
    name: 'color',
    value: 'WHEN',
    choices: COLOR_CHOICES,
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
  /** Whether no file was named. */
  readonly isDefaultPath: boolean;
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
  const upgrade = args.value('diff-release');
  if (upgrade !== undefined && args.has('smolvm-version'))
    throw together('--diff-release', '--smolvm-version');
  const releases = upgrade === undefined ? undefined : upgradeOf(upgrade);
  const smolvm = releases?.from ?? smolvmOption(args.value('smolvm-version'), '--smolvm-version');
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
  const special = ['explain', 'diff', 'diff-release'].filter((name) => args.has(name));
  const [first, second] = special;
  if (first !== undefined && second !== undefined) throw together(`--${first}`, `--${second}`);
  if (first !== undefined && format !== undefined && format !== 'table') {
    if (first === 'explain' || format !== 'json') throw together(`--${first}`, `--format ${format}`);
  }
  if (format === 'api' && target.command !== 'create') {
    throw new UsageError(
      `\`--format api\` and \`--for ${target.command}\` do not go together`,
      'The API makes machines as `machine create` does.',
    );
  }
  return {
    path: args.positionals[0] ?? 'Smolfile',
    isDefaultPath: args.positionals.length === 0,
    target,
    other: releases
      ? { ...target, smolvm: releases.to }
      : args.has('diff')
        ? otherTarget(target, args.values('diff'))
        : undefined,
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

function together(one: string, other: string): UsageError {
  return new UsageError(`\`${one}\` and \`${other}\` do not go together`, 'Use one of the two.');
}

/** The two releases of `A..B`. */
function upgradeOf(text: string): { readonly from: string; readonly to: string } {
  const [from, to, ...rest] = text.split('..');
  if (from === undefined || from === '' || to === undefined || rest.length > 0) {
    throw new UsageError(
      `\`--diff-release\` does not take \`${text}\``,
      `It takes two releases, such as \`${OLDEST_RELEASE.version}..${NEWEST_RELEASE.version}\`.`,
    );
  }
  const release = (version: string): string => smolvmOption(version, '--diff-release') ?? version;
  return { from: release(from), to: to === '' ? NEWEST_RELEASE.version : release(to) };
}

/** Each word of `--diff` says by its shape what it changes. */
function otherTarget(target: PreviewedCall, words: readonly string[]): PreviewedCall {
  const changes = words.map(changeOf);
  const kinds = changes.flatMap((change) => Object.keys(change));
  const twice = kinds.findIndex((kind, index) => kinds.indexOf(kind) !== index);
  if (twice !== -1) {
    const [one, other] = words.filter((_, index) => kinds[index] === kinds[twice]);
    throw new UsageError(
      `\`--diff\` is given twice for the same: \`${one}\` and \`${other}\``,
      'Compare with one command, one version and one set of flags.',
    );
  }
  return Object.assign({ ...target }, ...changes) as PreviewedCall;
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
