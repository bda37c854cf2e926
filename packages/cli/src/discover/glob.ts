import { gitIgnoreBelow, gitIgnoreFiles, isLink, linked, type Found, type GitIgnore } from '@smolfile/host';
import { dirname, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import type { Io } from '../io.ts';
import { namedByBytes } from './bytes.ts';

/** Whether a path that does not exist may be meant as a pattern. */
export function isGlob(path: string, platform: NodeJS.Platform): boolean {
  return isDynamicPattern(withSlashes(path, platform));
}

/** On Windows a backslash is between folders; elsewhere it takes a sign of a pattern for itself. */
function withSlashes(pattern: string, platform: NodeJS.Platform): string {
  return platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
}

/**
 * The files that a pattern matches, whatever their names; what git ignores is left out and links are not followed,
 * as in a search.
 *
 * @param warn called with what could not be read.
 * @returns by absolute path, sorted by code unit.
 */
export function expandGlob(pattern: string, io: Io, warn: (message: string) => void): Found[] {
  const { cwd, fs, platform } = io;
  const tests = new Map<string, GitIgnore>();
  const isIgnored = (path: string): boolean => {
    const root = path.startsWith(cwd + sep) ? cwd : dirname(path);
    const test = tests.get(root) ?? gitIgnoreBelow(root, platform, gitIgnoreFiles(fs, warn));
    tests.set(root, test);
    return test(path, false);
  };
  const paths = globSync(withSlashes(pattern, platform), {
    cwd,
    absolute: true,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
    fs: { readdirSync: fs.readdirSync, realpathSync: fs.realpathSync, statSync: fs.statSync },
  })
    .map((path) => namedByBytes(resolve(path), fs))
    .filter((path) => !isIgnored(path))
    .toSorted();
  const links = new Set(paths.filter((path) => isLink(path, fs)));
  const files = new Set(paths.filter((path) => !links.has(path)));
  return [
    ...Array.from(files, (path): Found => ({ kind: 'file', path })),
    ...Array.from(links, (path) => [...linked(path, cwd, files, fs)]).flat(),
  ];
}
