import type { EntryForm } from './grammar.ts';
import type { HostPlatform } from './protected-source.ts';
import { parseKeychainItem } from './keychain.ts';
import { accepted, refused, shown, type Parsed, type ValueProblem } from './result.ts';

/** Where a secret's value comes from; never the value. */
export interface SecretRef {
  readonly from_env?: string | undefined;
  readonly from_file?: string | undefined;
  readonly from_keychain?: string | undefined;
}

export const SECRET_FILE_MAX_BYTES = 1_048_576;

/**
 * What `machine create` says of a secret's source; `run` and `pack` never ask (facts 1.4). An empty string counts as a
 * source. `smolvm` is the text after `secret 'NAME': `; offsets are within the offending source's own text.
 */
export function checkSecretRef(ref: SecretRef, platform: HostPlatform = 'linux'): ValueProblem | undefined {
  const { from_env: env, from_file: file, from_keychain: item } = ref;
  const count = [env, file, item].filter((source) => source !== undefined).length;
  if (count === 0) {
    return {
      reason: 'secret-no-source',
      message: 'The secret has no source',
      help: 'Set `from_env` to a variable of the host, or `from_file` to an absolute path.',
      from: 0,
      to: 0,
      smolvm: 'no source set: exactly one of from_env, from_file must be specified',
    };
  }
  if (count > 1) {
    return {
      reason: 'secret-two-sources',
      message: 'The secret has more than one source',
      help: 'Keep one of them.',
      from: 0,
      to: 0,
      smolvm: 'multiple sources set: exactly one of from_env, from_file must be specified',
    };
  }
  if (file !== undefined && !isAbsolute(file, platform)) {
    return {
      reason: 'secret-file-relative',
      message: `The path ${shown(file)} is relative`,
      help: 'Write an absolute path: smolvm does not know where the Smolfile lies, and expands no `~`.',
      from: 0,
      to: file.length,
      smolvm: `from_file path '${file}' is relative; absolute paths are required`,
    };
  }
  const read = item === undefined ? undefined : parseKeychainItem(item);
  return read?.ok === false ? read.problem : undefined;
}

/** Rust `Path::is_absolute`: on Windows a drive or a share is needed, `/x` is relative to the drive. */
function isAbsolute(path: string, platform: HostPlatform): boolean {
  return platform === 'windows' ? /^(?:[A-Za-z]:[\\/]|[\\/]{2})/.test(path) : path.startsWith('/');
}

/** What `create` prints for a problem of {@link checkSecretRef}, after `config operation failed: create machine: `. */
export function secretText(name: string, smolvm: string): string {
  return `secret '${name}': ${smolvm}`;
}

export interface SecretFlag {
  readonly name: string;
  readonly ref: SecretRef;
}

/** The flags that name a secret, in the order in which smolvm reads them. */
export type SecretFlagName = '--secret-env' | '--secret-file' | '--secret-keychain';

const SOURCES = {
  '--secret-env': { source: 'from_env', example: 'HOST_VAR' },
  '--secret-file': { source: 'from_file', example: '/absolute/path' },
  '--secret-keychain': { source: 'from_keychain', example: 'SERVICE/ACCOUNT' },
} as const;

/**
 * Reads `--secret-env NAME=HOST_VAR`, `--secret-file NAME=/PATH` or `--secret-keychain NAME=SERVICE[/ACCOUNT]` (facts 3.3, values 21). Ours name no part of the spec but the
 * name and the path: somebody may have typed the secret itself.
 */
export function parseSecretFlag(
  flag: SecretFlagName,
  spec: string,
  platform: HostPlatform = 'linux',
): Parsed<SecretFlag> {
  const equals = spec.indexOf('=');
  const { source, example } = SOURCES[flag];
  if (equals === -1) {
    return refused({
      reason: 'secret-flag-shape',
      message: `The value of \`${flag}\` has no \`=\``,
      help: `Write \`${flag} NAME=${example}\`.`,
      from: 0,
      to: spec.length,
      smolvm: `expected KEY=VALUE, got '${spec}'`,
    });
  }
  if (equals === 0) {
    return refused({
      reason: 'secret-flag-name',
      message: `The value of \`${flag}\` has no name before the \`=\``,
      help: `Write \`${flag} NAME=${example}\`.`,
      from: 0,
      to: 0,
      smolvm: `empty secret name in '${spec}'`,
    });
  }
  const name = spec.slice(0, equals);
  const value = spec.slice(equals + 1);
  const ref: SecretRef = { [source]: value };
  const problem = checkSecretRef(ref, platform);
  if (problem === undefined) return accepted({ name, ref });
  return refused({
    ...problem,
    from: equals + 1 + problem.from,
    to: equals + 1 + problem.to,
    smolvm: secretText(name, problem.smolvm!),
  });
}

/** How a flag says an entry of `[secrets]`. */
export function secretEntry(flag: SecretFlagName): EntryForm {
  const { source } = SOURCES[flag];
  return {
    read(text) {
      const parsed = parseSecretFlag(flag, text);
      if (!parsed.ok) return undefined;
      const { name, ref } = parsed.value;
      return { name, value: { [source]: ref[source]! } };
    },
    write({ name, value }) {
      const sources = Object.entries(value as Readonly<Record<string, string>>);
      const [[named, text] = []] = sources;
      const spec = `${name}=${text}`;
      const fits = sources.length === 1 && named === source && !name.includes('=');
      return fits && parseSecretFlag(flag, spec).ok ? spec : undefined;
    },
  };
}

/** smolvm's text when two flags name one secret, within a flag or across both (facts 3.3). */
export function repeatedSecretText(name: string): string {
  return `secret '${name}' specified more than once`;
}
