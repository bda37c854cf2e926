import type { Arguments, OptionSpec } from '../arguments/spec.ts';
import { SMOLVM_FORMS, smolvmOption } from '../arguments/smolvm.ts';
import { UsageError } from '../failure.ts';
import { COLOR_CHOICES, type ColorChoice } from '../output/style.ts';

const KINDS = ['dockerfile', 'compose', 'devcontainer'] as const;

/** The options of `smolfile import`, as the contract has them. */
export const IMPORT_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'from',
    value: 'KIND',
    choices: KINDS,
    help: 'What FILE is: dockerfile, compose or devcontainer. Default: what its name and content say.',
  },
  {
    name: 'service',
    value: 'NAME',
    completes: 'nothing',
    help: 'Import this service of a compose file only. Default: all that have no profile, each into a file of its own.',
  },
  {
    name: 'target',
    value: 'STAGE',
    completes: 'nothing',
    help: 'The stage of a Dockerfile. Default: the last one.',
  },
  {
    name: 'init',
    help: 'Put RUN, COPY and ADD of a Dockerfile under [dev], to be done when the machine first starts, instead of asking for an image to be built.',
  },
  {
    name: 'smolvm-version',
    value: 'VERSION',
    completes: 'version',
    help: `Write for ${SMOLVM_FORMS}. Default: the newest that is known.`,
  },
  {
    name: 'output',
    short: 'o',
    value: 'FILE',
    help: 'Write the Smolfile here, in the place of what is there; `-` is standard output. Default: Smolfile, or NAME.smolfile, beside FILE.',
  },
  {
    name: 'check',
    help: 'Write nothing; exit with 1 when a Smolfile is missing, or does not say what would be written. Comments and layout do not count.',
  },
  {
    name: 'format',
    value: 'FORMAT',
    choices: ['text', 'json'],
    help: 'The report: text, or json with a place for every line, and the Smolfiles. Default: text.',
  },
  {
    name: 'color',
    value: 'WHEN',
    choices: COLOR_CHOICES,
    help: 'Colour the report. auto: where it goes to a terminal, unless NO_COLOR is set, or where FORCE_COLOR is.',
  },
];

/** What `smolfile import` was asked for. */
export interface ImportRequest {
  /** As given; undefined to look for one. */
  readonly source: string | undefined;
  /** The words of a `docker run` command line. */
  readonly commandLine: readonly string[] | undefined;
  readonly from: (typeof KINDS)[number] | undefined;
  readonly service: string | undefined;
  readonly target: string | undefined;
  readonly init: boolean;
  readonly smolvm: string | undefined;
  readonly output: string | undefined;
  readonly check: boolean;
  readonly format: 'text' | 'json';
  readonly color: ColorChoice;
}

/**
 * Reads the arguments of `smolfile import`.
 *
 * @throws UsageError for what makes no sense together.
 */
export function importRequest(args: Arguments): ImportRequest {
  const [source] = args.positionals;
  const smolvm = smolvmOption(args.value('smolvm-version'), '--smolvm-version');
  const commandLine = args.rest;
  if (commandLine && source !== undefined)
    throw new UsageError('A file and a `docker run` line cannot be imported at once');
  if (commandLine?.length === 0)
    throw new UsageError('After `--` stands a command line: `smolfile import -- docker run nginx`');
  const output = args.value('output');
  if (args.has('check') && output === '-')
    throw new UsageError('`--check` compares with a file, not with standard output');
  return {
    source,
    commandLine,
    from: args.value('from') as ImportRequest['from'],
    service: args.value('service'),
    target: args.value('target'),
    init: args.has('init'),
    smolvm,
    output,
    check: args.has('check'),
    format: args.value('format') === 'json' ? 'json' : 'text',
    color: (args.value('color') ?? 'auto') as ColorChoice,
  };
}
