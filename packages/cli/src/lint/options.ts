import { allCodes, COMMANDS, isSupportedVersion, OLDEST, type Command, type Severity } from '@smolfile/core';
import type { Arguments } from '../arguments/parse.ts';
import type { OptionSpec } from '../arguments/spec.ts';
import { UsageError } from '../failure.ts';
import { didYouMean } from '../nearest.ts';
import { FILE_CODES } from '../read/file-findings.ts';
import { reporters } from '../reporters/registry.ts';
import type { ColorChoice } from '../output/style.ts';
import { parseTargets, type Target } from './targets.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The options of `smolfile lint`, as the contract has them. */
export const LINT_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'for',
    value: 'COMMAND',
    choices: COMMANDS,
    repeatable: true,
    list: true,
    help: 'Check for this command of smolvm: create, run or pack. Default: create and run, and pack where the file has [artifact] or [pack].',
  },
  {
    name: 'smolvm-version',
    value: 'VERSION',
    help: `Check for this version of smolvm, ${OLDEST} or newer. Beats the comment \`# smolfile: smolvm = "VERSION"\` at the top of a file. Default: the newest that is known exactly.`,
  },
  { name: 'no-fs', help: "Skip checks that look at this host's file system." },
  {
    name: 'format',
    value: 'FORMAT[=FILE]',
    repeatable: true,
    help: `How to report, and where to instead of standard output. ${reporters
      .map(({ name, summary }) => `${name}: ${summary}`)
      .join('; ')}. Default: ${reporters[0]?.name}.`,
  },
  {
    name: 'fail-on',
    value: 'LEVEL',
    choices: [...SEVERITIES, 'never'],
    help: 'Exit with 1 from this severity on: error, warning, info or never. Default: error.',
  },
  {
    name: 'select',
    value: 'CODE',
    repeatable: true,
    list: true,
    help: 'Report only these codes; syntax errors stay.',
  },
  { name: 'ignore', value: 'CODE', repeatable: true, list: true, help: 'Do not report these codes.' },
  {
    name: 'severity',
    value: 'CODE=LEVEL',
    repeatable: true,
    list: true,
    help: 'Report this code as error, warning or info.',
  },
  { name: 'quiet', short: 'q', help: 'Report errors only. Other findings still count for --fail-on.' },
  { name: 'allow-empty', help: 'Exit with 0 where there is no Smolfile.' },
  {
    name: 'stdin-filename',
    value: 'NAME',
    help: 'What to call standard input in reports. Default: <stdin>.',
  },
  {
    name: 'color',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    help: 'Colour the report. auto: where it goes to a terminal, unless NO_COLOR is set, or where FORCE_COLOR is.',
  },
];

/** What `smolfile lint` was asked for. */
export interface LintRequest {
  /** Empty: core chooses by the file. */
  readonly commands: readonly Command[];
  readonly smolvm: string | undefined;
  readonly useHost: boolean;
  readonly targets: readonly Target[];
  readonly failOn: Severity | 'never';
  /** Empty: all. */
  readonly select: ReadonlySet<string>;
  readonly ignore: ReadonlySet<string>;
  readonly severities: ReadonlyMap<string, Severity>;
  readonly quiet: boolean;
  readonly allowEmpty: boolean;
  readonly stdinName: string;
  readonly color: ColorChoice;
}

/** Checks what the table of options cannot. */
export function lintRequest(args: Arguments): LintRequest {
  const smolvm = args.value('smolvm-version');
  if (smolvm !== undefined && !isSupportedVersion(smolvm)) {
    throw new UsageError(
      `\`--smolvm-version\` does not take \`${smolvm}\``,
      `It takes a version of smolvm, ${OLDEST} or newer, such as ${OLDEST}.`,
    );
  }
  return {
    commands: args.values('for') as readonly Command[],
    smolvm,
    useHost: !args.has('no-fs'),
    targets: parseTargets(args.values('format')),
    failOn: (args.value('fail-on') ?? 'error') as Severity | 'never',
    select: new Set(args.values('select').map((code) => knownCode(code, '--select'))),
    ignore: new Set(args.values('ignore').map((code) => knownCode(code, '--ignore'))),
    severities: new Map(args.values('severity').map(parseSeverity)),
    quiet: args.has('quiet'),
    allowEmpty: args.has('allow-empty'),
    stdinName: args.value('stdin-filename') ?? '<stdin>',
    color: (args.value('color') ?? 'auto') as ColorChoice,
  };
}

function knownCode(code: string, flag: string): string {
  const codes = [...allCodes(), ...FILE_CODES];
  if (codes.includes(code)) return code;
  throw new UsageError(`\`${flag}\` does not know the code \`${code}\``, didYouMean(code, codes));
}

function parseSeverity(text: string): [string, Severity] {
  const [code = '', level, ...rest] = text.split('=');
  if (level === undefined || rest.length > 0) {
    throw new UsageError(
      `\`--severity\` does not take \`${text}\``,
      'It takes CODE=LEVEL, such as `port-invalid=warning`.',
    );
  }
  if (!SEVERITIES.includes(level as Severity)) {
    const help = `A severity is ${SEVERITIES.join(', ')}; to silence a code, use \`--ignore ${code}\`.`;
    throw new UsageError(`\`--severity\` does not know the severity \`${level}\``, help);
  }
  return [knownCode(code, '--severity'), level as Severity];
}
