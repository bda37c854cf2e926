import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `setup.sh` has put the registry, the other Nodes and installers, and the checkers. */
export const cache = process.env['SMOLFILE_REHEARSAL_CACHE'] ?? join(homedir(), '.cache/smolfile-rehearsal');

/** This repository. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A file of an npm package in the cache. */
export function tool(path: string): string {
  return join(cache, 'node_modules', path);
}

/** A program from PyPI. */
export function pythonTool(name: string): string {
  return join(cache, 'python/bin', name);
}

/** Folders with a `node` of the releases that the packages are for, the oldest first. */
export const NODES = {
  'Node 20.12': tool('node20/bin'),
  'Node 22': tool('node22/bin'),
  'Node 24': tool('node24/bin'),
} as const;

/** What is published on npm, and from where. */
export const PACKAGES = {
  '@smolfile/core': 'packages/core',
  smolfile: 'packages/cli',
  '@smolfile/language-server': 'packages/language-server',
} as const;
export type PackageName = keyof typeof PACKAGES;

/** What the set-up hands to the tests. */
export interface Rehearsal {
  /** A clone of this repository, with what is not committed yet, where the packages were made. */
  readonly clone: string;
  /** The packages as they were published. */
  readonly tarballs: Readonly<Record<PackageName, string>>;
  /** The extension as it would be published. */
  readonly vsix: string;
  /** The registry, which knows these packages and nothing else. */
  readonly registry: string;
  readonly version: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    rehearsal: Rehearsal;
  }
}
