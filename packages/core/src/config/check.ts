import { distance } from 'fastest-levenshtein';
import { rules } from '../lint/rules/index.ts';
import { NEWEST_RELEASE, OLDEST_RELEASE, releasesIn } from '../release/index.ts';
import validateData from '../schema/generated/validate-config.ts';
import { TOML_PROBLEMS } from '../toml/index.ts';
import type { ConfigData, ConfigProblem } from './data.ts';
import { alternativesOf, MOST_ALTERNATIVES } from './glob.ts';

/** A configuration as its schema describes it. */
export interface RawSettings {
  readonly smolvm?: string;
  readonly for?: readonly string[];
  readonly severity?: Readonly<Record<string, string>>;
  readonly 'fail-on'?: string;
  readonly 'host-checks'?: boolean;
}

/** The whole of one. */
export interface RawConfig extends RawSettings {
  readonly ignore?: readonly string[];
  readonly overrides?: readonly (RawSettings & { readonly files: readonly string[] })[];
}

/** Everything that is wrong with a configuration whose syntax is sound, in the order of the file. */
export function problemsOf(data: ConfigData): ConfigProblem[] {
  const problems = validateData(data.value)
    ? meaning(data, data.value as RawConfig)
    : (validateData.errors ?? []).map((error) => schemaProblem(data, error as SchemaError));
  return problems.toSorted((a, b) => a.range.start - b.range.start);
}

interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const SETTINGS = ['smolvm', 'for', 'severity', 'fail-on', 'host-checks'];
const TOP = [...SETTINGS, 'ignore', 'overrides', '$schema'];

function schemaProblem(data: ConfigData, { keyword, instancePath, params }: SchemaError): ConfigProblem {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const label = labelOf(path);
  const range = data.rangeOf(path, 'value');
  switch (keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const known = path.length === 0 ? TOP : ['files', ...SETTINGS];
      const where = path.length === 0 ? 'a configuration' : '`[[overrides]]`';
      return {
        range: data.rangeOf([...path, name], 'key'),
        message: `\`${name}\` is not a key of ${where}`,
        help: suggestion(name, known) ?? `The keys are ${listed(known)}.`,
      };
    }
    case 'required':
      return {
        range,
        message: 'This override does not say which files it is for',
        help: 'Add `files`, such as `files = ["examples/**"]`.',
      };
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
      const found = valueAt(data.value, path);
      const guess = typeof found === 'string' ? suggestion(found, allowed) : undefined;
      return { range, message: `\`${label}\` is none of ${listed(allowed)}`, ...(guess && { help: guess }) };
    }
    case 'minItems':
      return { range, message: `\`${label}\` is empty`, help: 'Name at least one, or leave the key out.' };
    default:
      return {
        range,
        message: `${label === '' ? 'A configuration' : `\`${label}\``} must be ${typeInWords(params['type'])}`,
      };
  }
}

function typeInWords(type: unknown): string {
  if (type === 'object') return 'a table';
  if (type === 'array') return 'a list';
  return `a ${String(type)}`;
}

/** What the schema cannot say: versions too old, codes that do not exist, patterns that never match. */
function meaning(data: ConfigData, config: RawConfig): ConfigProblem[] {
  const own = [
    ...settingsProblems(data, config, []),
    ...(config.ignore ?? []).flatMap((glob, index) => globProblem(data, glob, ['ignore', `${index}`])),
  ];
  const inOverrides = (config.overrides ?? []).flatMap((override, index) => [
    ...settingsProblems(data, override, ['overrides', `${index}`]),
    ...override.files.flatMap((glob, at) =>
      globProblem(data, glob, ['overrides', `${index}`, 'files', `${at}`]),
    ),
  ]);
  return [...own, ...inOverrides];
}

function settingsProblems(data: ConfigData, settings: RawSettings, path: readonly string[]): ConfigProblem[] {
  const { smolvm, severity = {} } = settings;
  const isWrong = smolvm !== undefined && typeof releasesIn(smolvm) === 'string';
  return [
    ...(isWrong ? [versionProblem(data, [...path, 'smolvm'])] : []),
    ...Object.keys(severity).flatMap((code) => codeProblem(data, code, [...path, 'severity', code])),
  ];
}

function versionProblem(data: ConfigData, path: readonly string[]): ConfigProblem {
  return {
    range: data.rangeOf(path, 'value'),
    message: `\`${labelOf(path)}\` is no version of smolvm that can be checked for, and no range of them`,
    help: `Write ${OLDEST_RELEASE.version} or newer in full, such as \`"${NEWEST_RELEASE.version}"\`, or a range such as \`">=${OLDEST_RELEASE.version} <${NEWEST_RELEASE.version}"\`.`,
  };
}

function codeProblem(data: ConfigData, code: string, path: readonly string[]): ConfigProblem[] {
  const codes = rules.map((rule) => rule.code);
  if (codes.includes(code)) return [];
  const range = data.rangeOf(path, 'key');
  if (Object.hasOwn(TOML_PROBLEMS, code)) {
    const message = `\`${code}\` is an error of TOML itself, and stays one`;
    return [{ range, message, help: 'smolvm cannot read a file that has it. Remove the line.' }];
  }
  const help = suggestion(code, codes) ?? '`smolfile explain` lists the codes.';
  return [{ range, message: `There is no code \`${code}\``, help }];
}

/** Far more than a path has. */
const LONGEST_GLOB = 1_000;

function globProblem(data: ConfigData, glob: string, path: readonly string[]): ConfigProblem[] {
  const range = data.rangeOf(path, 'value');
  if (glob === '') return [{ range, message: 'A pattern is empty' }];
  if (glob.length > LONGEST_GLOB) return [{ range, message: 'A pattern is too long' }];
  if (!alternativesOf(glob)) {
    const message = `A pattern stands for more than ${MOST_ALTERNATIVES} others`;
    return [{ range, message, help: 'Write fewer alternatives in braces.' }];
  }
  if (glob.startsWith('!')) {
    const message = 'A pattern cannot start with `!`';
    return [{ range, message, help: 'Patterns only add files: say which ones, not which ones not.' }];
  }
  if (/^\.\.(?:\/|$)/.test(glob) || /^[A-Za-z]:/.test(glob) || glob.includes('\\')) {
    const message = `\`${glob}\` matches nothing`;
    return [{ range, message, help: "Patterns are relative to this file's folder, and written with `/`." }];
  }
  return [];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const part of path) at = (at as Readonly<Record<string, unknown>> | undefined)?.[part];
  return at;
}

/** `overrides[0].files` for its path. */
function labelOf(path: readonly string[]): string {
  return path
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : `${index ? '.' : ''}${part}`))
    .join('');
}

function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** `Did you mean …?` for the nearest word; nothing when none is near. */
function suggestion(word: string, candidates: readonly string[]): string | undefined {
  const [best] = candidates
    .map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate) }))
    .filter(({ away }) => away <= Math.max(1, Math.floor(word.length / 3)))
    .toSorted((a, b) => a.away - b.away);
  return best && `Did you mean \`${best.candidate}\`?`;
}
