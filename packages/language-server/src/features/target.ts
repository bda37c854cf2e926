import { isSupportedVersion, NEWEST, type HostFileSystem, type SmolfileDocument } from '@smolfile/core';

/** What a document is looked at for, and from where. */
export interface Target {
  /** A version of smolvm; without it, what the document asks for, or the newest one known. */
  readonly smolvm?: string;
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

/** The version that a document is for: the same choice as `lint` makes. */
export function versionOf(document: SmolfileDocument, { smolvm }: Target): string {
  const asked = [smolvm, document.pin?.version];
  return asked.find((version) => version !== undefined && isSupportedVersion(version)) ?? NEWEST;
}
