import type { Arguments, OptionSpec } from '../arguments/spec.ts';
import { configChoice, type LintRequest } from '../lint/options.ts';
import { COLOR_CHOICES, type ColorChoice } from '../output/style.ts';

/** The options of `smolfile fmt`. */
export const FORMAT_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'check',
    help: 'List the files that are not formatted and change nothing. Exits with 1 if there are any.',
  },
  {
    name: 'diff',
    help: 'Print what would change as a unified diff, and change nothing. Exits with 1 if there is something.',
  },
  { name: 'sort', help: 'Put keys and tables in the order of the schema, with their comments.' },
  {
    name: 'config',
    value: 'FILE',
    help: 'Use this configuration, which says what a search leaves out. Default: the nearest smolfile.config.toml or smolfile.config.json from each file upwards.',
  },
  { name: 'no-config', help: 'Use no configuration.' },
  {
    name: 'force-exclude',
    help: 'Leave out what the configuration ignores also where it is named, as pre-commit names it.',
  },
  { name: 'allow-empty', help: 'Exit with 0 where there is no Smolfile.' },
  {
    name: 'stdin-filename',
    value: 'NAME',
    needsStdin: true,
    help: 'What to call standard input in messages. Default: <stdin>.',
  },
  {
    name: 'color',
    value: 'WHEN',
    choices: COLOR_CHOICES,
    help: 'Colour the diff. auto: where it goes to a terminal, unless NO_COLOR is set, or where FORCE_COLOR is.',
  },
];

/** What `smolfile fmt` was asked for. */
export interface FormatRequest {
  /** `check` and `diff` change nothing. */
  readonly mode: 'write' | 'check' | 'diff';
  readonly sortKeys: boolean;
  readonly config: LintRequest['config'];
  readonly allowEmpty: boolean;
  readonly forceExclude: boolean;
  readonly stdinName: string;
  readonly color: ColorChoice;
}

/** What the arguments ask for. */
export function formatRequest(args: Arguments): FormatRequest {
  return {
    mode: args.has('diff') ? 'diff' : args.has('check') ? 'check' : 'write',
    sortKeys: args.has('sort'),
    config: configChoice(args),
    allowEmpty: args.has('allow-empty'),
    forceExclude: args.has('force-exclude'),
    stdinName: args.value('stdin-filename') ?? '<stdin>',
    color: (args.value('color') ?? 'auto') as ColorChoice,
  };
}
