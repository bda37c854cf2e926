import { documentOf, type Source } from '../edit/change.ts';
import { format as formatDocument, type FormatOptions } from '../format/index.ts';
import { fixAll as fixText, type FixResult } from '../lint/fix.ts';
import { lint as lintDocument, type LintOptions, type LintResult } from '../lint/lint.ts';
import type { Severity } from '../model/diagnostic.ts';
import { resolve as resolveDocument, type ResolveOptions } from '../resolve/index.ts';
import type { Resolution } from '../resolve/resolution.ts';
import { applyEdits } from '../text/apply-edits.ts';
import type { TextEdit } from '../text/range.ts';
import {
  checkOptions,
  isAnything,
  isBoolean,
  isCommand,
  isCommands,
  isCount,
  isObject,
  isRange,
  isRelease,
  isSeverities,
  isText,
  type Check,
} from './options.ts';

const TARGET: Readonly<Record<string, Check>> = {
  smolvm: isRelease,
  config: isObject,
  installed: isText,
  target: isObject,
  host: isObject,
};

const LINT: Readonly<Record<string, Check>> = {
  commands: isCommands,
  ...TARGET,
  call: isObject,
  severities: isSeverities,
  most: isCount,
};

/** What to check a document for; severities as a `Map` or as an object. */
export interface CheckedLintOptions extends Omit<LintOptions, 'severities'> {
  /** Other severities than the rules' own, by code; `off` silences a code. TOML's own errors stay as they are. */
  readonly severities?: LintOptions['severities'] | Readonly<Record<string, Severity | 'off'>>;
}

function lintOptions(options: CheckedLintOptions, asked: string): LintOptions {
  const { severities } = Object(options) as CheckedLintOptions;
  const isRecord = typeof severities === 'object' && !(severities instanceof Map);
  const checked = isRecord ? { ...options, severities: new Map(Object.entries(severities)) } : options;
  checkOptions(checked, asked, LINT);
  return checked as LintOptions;
}

/**
 * Says everything that smolvm rejects, ignores or surprises with in a Smolfile: its syntax errors, what its
 * deserializer refuses, and what the rules find, for each command.
 *
 * @param source a text or a document.
 * @returns findings in document order; one rule's findings for several commands are one diagnostic.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * lint('cpus = "2"\n').diagnostics.map(({ code }) => code); // ['type-mismatch']
 * lint('cpus = "2"\n', { severities: { 'type-mismatch': 'off' } }).diagnostics; // []
 * ```
 */
export function lint(source: Source, options: CheckedLintOptions = {}): LintResult {
  return lintDocument(documentOf(source), lintOptions(options, 'lint'));
}

/**
 * Applies the fixes of all findings until none is left.
 *
 * @param source a text or a document.
 * @param unsafe whether fixes that need a look are applied as well.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * fixAll('cpus = "2" # two\n').text; // 'cpus = 2 # two\n'
 * ```
 */
export function fixAll(source: Source, options: CheckedLintOptions = {}, unsafe = false): FixResult {
  isBoolean(unsafe, 'unsafe');
  return fixText(documentOf(source).text, lintOptions(options, 'fixAll'), unsafe);
}

const FORMAT: Readonly<Record<string, Check>> = { range: isRange, sortKeys: isBoolean };

/**
 * Lays a Smolfile out. Comments, values and the kind of line breaks stay as they are, and so does what is damaged.
 *
 * @param source a text or a document.
 * @returns edits that do not overlap, in document order; none when there is nothing to do.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * format('cpus=2\n'); // [{ range: { start: 4, end: 5 }, text: ' = ' }]
 * ```
 */
export function format(source: Source, options: FormatOptions = {}): TextEdit[] {
  checkOptions(options, 'format', FORMAT);
  return formatDocument(documentOf(source), options);
}

/**
 * The text of a Smolfile, laid out. @see format
 *
 * @param source a text or a document.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * formatText('cpus=2\n[dev]\nports=["80:80",]\n'); // 'cpus = 2\n\n[dev]\nports = ["80:80"]\n'
 * ```
 */
export function formatText(source: Source, options: FormatOptions = {}): string {
  const document = documentOf(source);
  return applyEdits(document.text, format(document, options));
}

const RESOLVE: Readonly<Record<string, Check>> = {
  command: isCommand,
  ...TARGET,
  flags: isAnything,
  given: isObject,
  assumed: isObject,
  environment: isObject,
  showValues: isBoolean,
};

/**
 * What smolvm would make of a Smolfile and flags, without running anything: the merged configuration with the origin
 * of every value, or the refusal.
 *
 * @param source a text or a document.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * const resolution = resolve('cpus = 2\n', { command: 'create', flags: '--mem 1024' });
 * resolution.accepted && [resolution.config.cpus, resolution.config.memory]; // [2, 1024]
 * ```
 */
export function resolve(source: Source, options: ResolveOptions): Resolution {
  checkOptions(options, 'resolve', RESOLVE);
  isCommand(options.command, 'command');
  const { flags } = options;
  if (flags !== undefined && typeof flags !== 'string' && typeof flags !== 'object')
    throw new TypeError(
      `Expected \`flags\` to be a text, a list of words or a call, but got ${String(flags)}`,
    );
  return resolveDocument(documentOf(source), options);
}
