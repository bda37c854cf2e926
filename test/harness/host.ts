import type { HostFileSystem, HostPath } from '@smolfile/core';

/**
 * A host's file system made of a list of paths.
 *
 * @param paths what exists, by the path as the document writes it.
 * @param cwd what a leading `./`, or no leading `/`, stands for in canonical paths.
 */
export function hostWith(
  paths: Readonly<Record<string, 'directory' | 'file'>>,
  cwd = '/work',
): HostFileSystem {
  const byPath = new Map(Object.entries(paths).map(([path, kind]) => [absolute(path, cwd), kind]));
  return {
    platform: 'linux',
    inspect(path): HostPath {
      const canonical = absolute(path, cwd);
      const kind = byPath.get(canonical);
      return kind === undefined ? { kind: 'missing' } : { kind, canonical };
    },
  };
}

function absolute(path: string, cwd: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
