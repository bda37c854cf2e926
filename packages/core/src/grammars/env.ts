import type { Grammar } from './grammar.ts';
import { accepted, shown, suggest, type ValueProblem } from './result.ts';
import { rustTrim, utf8Length } from './rust.ts';

/** One entry of `env`. */
export type EnvSpec =
  | { readonly kind: 'pair'; readonly key: string; readonly value: string }
  /** No `=`: the value comes from the environment of the host, and the entry is dropped when it is unset there. */
  | { readonly kind: 'from-host'; readonly key: string }
  /** Blank, or an empty key: smolvm drops it silently. */
  | { readonly kind: 'dropped' };

/**
 * Reads one `KEY=VALUE` at its first `=`; nothing is an error on the host (facts 4.4). It does not trim, which
 * smolvm does before with each entry, of `-e` too, as soon as there is a Smolfile.
 * @example
 * ```ts
 * parseEnvSpec('A=1'); // { kind: 'pair', key: 'A', value: '1' }
 * ```
 */
export function parseEnvSpec(spec: string): EnvSpec {
  const equals = spec.indexOf('=');
  if (equals === 0 || rustTrim(spec) === '') return { kind: 'dropped' };
  if (equals === -1) return { kind: 'from-host', key: spec };
  return { kind: 'pair', key: spec.slice(0, equals), value: spec.slice(equals + 1) };
}

/** {@link parseEnvSpec} after the trimming that smolvm does whenever a Smolfile is used (facts 2.2). */
export function parseFileEnvSpec(spec: string): EnvSpec {
  return parseEnvSpec(rustTrim(spec));
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Bytes of UTF-8 that the guest takes (facts 4.4). */
export const ENV_KEY_MAX_BYTES = 256;
export const ENV_VALUE_MAX_BYTES = 32768;

/**
 * What the guest of an image machine says of a variable's name at launch, secrets' names included; detached workloads,
 * interactive runs and bare machines never ask (facts 4.4).
 */
export function checkEnvName(key: string): ValueProblem | undefined {
  // what nearly every name is; in ASCII, a character is a byte
  if (key.length <= ENV_KEY_MAX_BYTES && NAME.test(key)) return undefined;
  if (key === '') {
    return problem(key, 'env-name-empty', 'The name is empty', 'Give the variable a name.');
  }
  const suggestion = suggestName(key);
  if (!/^[A-Za-z_]/.test(key)) {
    return problem(
      key,
      'env-name-start',
      `The name ${shown(key)} does not start with a letter or an underscore`,
      'Start it with a letter from A to Z or with `_`.',
      `environment variable key '${key}' must start with a letter or underscore`,
      suggestion,
    );
  }
  if (!/^[A-Za-z0-9_]*$/.test(key)) {
    return problem(
      key,
      'env-name-characters',
      `The name ${shown(key)} has characters other than letters, digits and \`_\``,
      'Use letters, digits and underscores only.',
      `environment variable key '${key}' contains invalid characters (only alphanumeric and underscore allowed)`,
      suggestion,
    );
  }
  if (utf8Length(key) > ENV_KEY_MAX_BYTES) {
    return problem(
      key,
      'env-name-length',
      `The name is ${utf8Length(key)} bytes long, more than ${ENV_KEY_MAX_BYTES}`,
      'Shorten it.',
      `environment variable key '${key}' exceeds 256 character limit`,
    );
  }
  return undefined;
}

/** The guest's limit on a value, which it checks where it checks names (facts 4.4). The value is not in any text. */
export function checkEnvValue(key: string, value: string): ValueProblem | undefined {
  const bytes = utf8Length(value);
  if (bytes <= ENV_VALUE_MAX_BYTES) return undefined;
  return {
    reason: 'env-value-length',
    message: `The value of ${shown(key)} is ${bytes} bytes long, more than ${ENV_VALUE_MAX_BYTES}`,
    help: 'Put it into a file, and mount or bake that.',
    from: 0,
    to: value.length,
    smolvm: `environment variable '${key}' value exceeds 32768 byte limit`,
  };
}

function problem(
  key: string,
  reason: string,
  message: string,
  help: string,
  smolvm?: string,
  suggestion?: string,
): ValueProblem {
  const text = smolvm === undefined ? {} : { smolvm };
  return {
    reason,
    message,
    help,
    from: 0,
    to: key.length,
    ...text,
    ...suggest(suggestion, rustTrim(key) === suggestion),
  };
}

/** Spaces around it off, `-` and `.` to `_`; nothing for what would stay wrong. */
function suggestName(key: string): string | undefined {
  if (key.length > ENV_KEY_MAX_BYTES) return undefined;
  const name = rustTrim(key).replaceAll(/[-. ]/g, '_');
  return NAME.test(name) ? name : undefined;
}

/** Pairs; `pack` keeps the text, which it splits when the pack runs (facts 2.7, 4.4). */
export const envGrammar: Grammar = {
  name: 'env',
  secret: 'env',
  parse: (text) => accepted(parseEnvSpec(text)),
  read(text, { command, environment }) {
    const one = (value: [string, string] | string | [string, { fromHost: string }]) => ({
      values: [{ value, written: text }],
    });
    if (command === 'pack') return one(text);
    const spec = parseEnvSpec(text);
    if (spec.kind === 'pair') return one([spec.key, spec.value]);
    if (spec.kind === 'dropped') {
      const what = text === '' ? 'an empty entry' : 'an entry without a name before `=`';
      return { drop: `smolvm silently drops ${what}` };
    }
    if (environment?.has(spec.key) ?? true) return one([spec.key, { fromHost: spec.key }]);
    return {
      drop: `\`${spec.key}\` has no \`=\`, and is not set on this host, so that there is nothing to pass on`,
    };
  },
  display(value) {
    if (!Array.isArray(value)) return undefined;
    const [name, text] = value as unknown as readonly [string, string | { readonly fromHost: string }];
    return `${name}=${typeof text === 'string' ? text : `<host variable ${text.fromHost}>`}`;
  },
  parts(text) {
    const spec = parseFileEnvSpec(text);
    if (spec.kind === 'dropped') return [];
    const from = text.indexOf(spec.key);
    return [[from, from + spec.key.length, 'name']];
  },
};
