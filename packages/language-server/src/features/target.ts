import {
  chooseTarget,
  type ConfigSettings,
  type HostFileSystem,
  type LintOptions,
  type Release,
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

/** What to lint a document with: the same as `smolfile lint` comes to, by the same choice of releases and commands. */
export function configured({ smolvm, installed, host, config }: Target): LintOptions {
  return {
    ...(smolvm !== undefined && { smolvm }),
    ...(installed !== undefined && { installed }),
    ...(config && { config, severities: config.severities }),
    ...(host && { host }),
  };
}

/** The release that a document is for; the newest one of a range. */
export function releaseOf(document: SmolfileDocument, { smolvm, installed, config }: Target): Release {
  return chooseTarget(document, { asked: { smolvm }, config, installed }).release;
}
