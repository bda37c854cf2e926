import {
  isSupportedVersion,
  NEWEST,
  withSettings,
  type ConfigSettings,
  type HostFileSystem,
  type LintOptions,
  type SmolfileDocument,
} from '@smolfile/core';

/** What a document is looked at for, and from where. */
export interface Target {
  /** A version of smolvm; without it, what the document or its configuration asks for, or the newest one known. */
  readonly smolvm?: string;
  /** The version for a document that nothing else asks a version for. */
  readonly installed?: string;
  /** What a configuration file says of the document. */
  readonly config?: ConfigSettings;
  /** Without it, nothing is said about paths of the host. */
  readonly host?: HostFileSystem;
  /** What a folder of the host holds, by names alone; relative paths as in `host`. */
  readonly list?: (path: string) => readonly HostEntry[];
  /** Names of the host's environment variables, never their values. */
  readonly variables?: () => readonly string[];
}

/** An entry of a folder. */
export interface HostEntry {
  readonly name: string;
  readonly folder: boolean;
}

/** What to lint a document with: the same as `smolfile lint` comes to, by the same rules of precedence. */
export function configured(
  document: SmolfileDocument,
  { smolvm, installed, host, config }: Target,
): LintOptions {
  const asked: LintOptions = { ...(smolvm !== undefined && { smolvm }), ...(host && { host }) };
  const options = config ? withSettings(document, config, asked) : asked;
  const isPinned = document.pin !== undefined && isSupportedVersion(document.pin.version);
  if (options.smolvm !== undefined || isPinned || installed === undefined) return options;
  return isSupportedVersion(installed) ? { ...options, smolvm: installed } : options;
}

/** The version that a document is for: the same choice as `lint` makes. */
export function versionOf(document: SmolfileDocument, target: Target): string {
  const asked = [configured(document, target).smolvm, document.pin?.version];
  return asked.find((version) => version !== undefined && isSupportedVersion(version)) ?? NEWEST;
}
