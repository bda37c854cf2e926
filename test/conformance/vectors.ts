import { readFileSync } from 'node:fs';
import { hostWith, type Command, type HostFileSystem, type HostPath } from '@smolfile/core';

/** One recorded input of smolvm, and what smolvm did with it (see shared/conformance/README.md). */
export interface Vector {
  readonly id: string;
  readonly smolvm: readonly string[];
  readonly command: Command;
  readonly smolfile: string;
  readonly args: readonly string[];
  readonly accept: boolean;
  readonly error?: {
    readonly stage: 'args' | 'parse' | 'config';
    readonly message: string;
    readonly line?: number;
    readonly column?: number;
    readonly carets?: number;
  };
  readonly config?: Readonly<Record<string, unknown>>;
  readonly stderr?: string;
}

/** Vectors that the real program contradicts, by id, each with the reason. */
export const WITHDRAWN = JSON.parse(
  readFileSync(new URL('withdrawn.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

/** The recorded vectors, byte for byte as they came, without those that were withdrawn. */
export const vectors: readonly Vector[] = readFileSync(new URL('vectors.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Vector)
  .filter(({ id }) => !Object.hasOwn(WITHDRAWN, id));

/** Each vector once for each version that behaved so. */
export const cases = vectors.flatMap((vector) => vector.smolvm.map((version) => ({ vector, version })));

/** Directories of a plain Linux host, beside what the recording's own directory held. */
const SYSTEM = [
  '/',
  '/etc',
  '/usr',
  '/usr/lib',
  '/usr/bin',
  '/bin',
  '/var',
  '/var/lib',
  '/var/run',
  '/tmp',
  '/opt',
  '/home',
  '/proc',
  '/sys',
  '/dev',
  '/run',
  '/boot',
];

const recorded: HostFileSystem = hostWith({
  '.': 'directory',
  src: 'directory',
  app: 'directory',
  data: 'directory',
  'sub dir': 'directory',
  'a:b': 'directory',
  'file.txt': 'file',
  Smolfile: 'file',
  ...Object.fromEntries(SYSTEM.map((path) => [path, 'directory' as const])),
});

/** The host as it was when the vectors were recorded. */
export const host: HostFileSystem = {
  ...recorded,
  inspect: (path): HostPath => (path === '' ? { kind: 'missing' } : recorded.inspect(path)),
};
