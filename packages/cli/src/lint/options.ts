import { allCodes, rules, type Command, type Severity } from '@smolfile/core';
import type { Arguments } from '../arguments/spec.ts';
import { smolvmOption } from '../arguments/smolvm.ts';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';
import type { ColorChoice } from '../output/style.ts';
import { FILE_CODES } from '../read/file-findings.ts';
import type { Threshold } from '../reporters/report.ts';
import { isApiCode } from './api-codes.ts';
import { SEVERITIES } from './option-table.ts';
import { parseTargets, type Target } from './targets.ts';

/** Which configuration counts. */
export type ConfigChoice = 'nearest' | 'none' | { readonly file: string };

/** What `smolfile lint` was asked for. */
export interface LintRequest {
  /** Empty: core chooses by the file. */
  readonly commands: readonly Command[];
  readonly smolvm: string | undefined;
  readonly useHost: boolean;
  /** Whether to believe what earlier runs found out. */
  readonly useResults: boolean;
  readonly targets: readonly Target[];
  /** Undefined: the configuration decides, else `error`. */
  readonly failOn: Threshold | undefined;
  /** Empty: all. */
  readonly select: ReadonlySet<string>;
  readonly ignore: ReadonlySet<string>;
  readonly severities: ReadonlyMap<string, Severity>;
  readonly quiet: boolean;
  /** What is changed since: `HEAD`, or a name of git's; undefined for all. */
  readonly changed: string | undefined;
  readonly baseline: { readonly file: string; readonly update: boolean } | undefined;
  readonly allowEmpty: boolean;
  /** Whether what the configuration ignores is left out also where it is named. */
  readonly forceExclude: boolean;
  readonly stdinName: string;
  readonly color: ColorChoice;
  readonly config: ConfigChoice;
  /** What to do with fixes. */
  readonly fix: 'no' | 'write' | 'diff';
  readonly unsafeFixes: boolean;
  readonly statistics: boolean;
  /** The body of a request to check instead of Smolfiles. */
  readonly api: string | undefined;
  /** The severities that core is to use: those asked for, and `off` for what is not wanted at all. */
  readonly overrides: ReadonlyMap<string, Severity | 'off'>;
}

/** Checks what the table of options cannot. */
export function lintRequest(args: Arguments, env: Io['env']): LintRequest {
  const select = new Set(args.values('select').map((code) => knownCode(code, '--select')));
  const ignore = new Set(args.values('ignore').map((code) => knownCode(code, '--ignore')));
  const levels = args.values('severity').map(parseSeverity);
  const severities = new Map(
    levels.flatMap(([code, level]) => (level === 'off' ? [] : [[code, level] as const])),
  );
  for (const [code, level] of levels) if (level === 'off') ignore.add(code);
  const fix = args.has('diff') ? 'diff' : args.has('fix') ? 'write' : 'no';
  const request = {
    commands: args.values('for') as readonly Command[],
    smolvm: smolvmOption(args.value('smolvm-version'), '--smolvm-version'),
    useHost: !args.has('no-fs'),
    useResults: !args.has('no-cache'),
    targets: parseTargets(args.values('format'), env),
    failOn: args.value('fail-on') as Threshold | undefined,
    select,
    ignore,
    severities,
    quiet: args.has('quiet'),
    changed: args.has('changed') ? (args.value('changed') ?? 'HEAD') : undefined,
    baseline: baselineChoice(args),
    allowEmpty: args.has('allow-empty'),
    forceExclude: args.has('force-exclude'),
    stdinName: args.value('stdin-filename') ?? '<stdin>',
    color: (args.value('color') ?? 'auto') as ColorChoice,
    config: configChoice(args),
    fix,
    unsafeFixes: args.has('unsafe-fixes'),
    statistics: args.has('statistics'),
    api: args.value('api'),
    overrides: overridesOf({ select: fix === 'no' ? new Set() : select, ignore, severities }),
  } as const;
  checkTogether(request, args.has('format'));
  return request;
}

/** Which configuration the arguments ask for. */
export function configChoice(args: Arguments): ConfigChoice {
  const file = args.value('config');
  if (file === undefined) return args.has('no-config') ? 'none' : 'nearest';
  if (args.has('no-config')) throw new UsageError('`--config` and `--no-config` contradict each other');
  if (file === '') throw new UsageError('`--config` needs the name of a file');
  return { file };
}

function baselineChoice(args: Arguments): LintRequest['baseline'] {
  const file = args.value('baseline');
  if (file === '') throw new UsageError('`--baseline` needs the name of a file');
  if (file !== undefined) return { file, update: args.has('update-baseline') };
  if (!args.has('update-baseline')) return undefined;
  throw new UsageError('`--update-baseline` does not say which file', 'Name it with `--baseline FILE`.');
}

/** Options that make no sense together, rather than one of them being silently dropped. */
function checkTogether(
  { fix, unsafeFixes, statistics, targets, api, baseline }: LintRequest,
  formatGiven: boolean,
): void {
  if (api !== undefined && fix !== 'no')
    throw new UsageError('`--api` has no fixes', 'Leave `--fix` and `--diff` out.');
  if (baseline?.update && fix === 'diff') {
    throw new UsageError('`--diff` writes nothing, `--update-baseline` does', 'Use one of the two.');
  }
  if (unsafeFixes && fix === 'no') {
    throw new UsageError(
      '`--unsafe-fixes` only says which fixes',
      'Add `--fix` to apply them, or `--diff` to see them.',
    );
  }
  const onStdout = targets.find(({ file }) => file === undefined);
  if (!onStdout || !formatGiven) return;
  const help = `Send it to a file: \`--format ${onStdout.reporter.name}=FILE\`.`;
  if (fix === 'diff') throw new UsageError('`--diff` and a report cannot share standard output', help);
  if (statistics) throw new UsageError('`--statistics` and a report cannot share standard output', help);
}

/** What is not selected must be off for fixes, and only for them: a comment that silences it is not idle for that. */
function overridesOf({
  select,
  ignore,
  severities,
}: Pick<LintRequest, 'select' | 'ignore' | 'severities'>): Map<string, Severity | 'off'> {
  const unwanted = rules
    .map(({ code }) => code)
    .filter((code) => ignore.has(code) || (select.size > 0 && !select.has(code)));
  return new Map<string, Severity | 'off'>([
    ...severities,
    ...unwanted.map((code) => [code, 'off'] as const),
  ]);
}

function knownCode(code: string, flag: string): string {
  const codes = [...allCodes(), ...FILE_CODES];
  if (codes.includes(code) || isApiCode(code)) return code;
  throw new UsageError(`\`${flag}\` does not know the code \`${code}\``, didYouMean(code, codes));
}

function parseSeverity(text: string): [string, Severity | 'off'] {
  const [code = '', level, ...rest] = text.split('=');
  if (level === undefined || rest.length > 0) {
    throw new UsageError(
      `\`--severity\` does not take \`${text}\``,
      'It takes CODE=LEVEL, such as `port-invalid=warning`.',
    );
  }
  if (level !== 'off' && !SEVERITIES.includes(level as Severity)) {
    const help = `A severity is ${SEVERITIES.join(', ')}, or off.`;
    throw new UsageError(`\`--severity\` does not know the severity \`${level}\``, help);
  }
  return [knownCode(code, '--severity'), level as Severity | 'off'];
}
