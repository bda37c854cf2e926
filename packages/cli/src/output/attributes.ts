import { spawnSync } from 'node:child_process';

/** Where `cp` is; never looked for, since a folder of `PATH` may be anybody's. */
const CP = ['/bin/cp', '/usr/bin/cp'];

/**
 * Gives a file the extended attributes and access lists of another one, which Node has no way to see. GNU's `cp` has;
 * where there is another one, or none, there is nobody to ask.
 *
 * @param from absolute, as is `to`.
 * @returns why they cannot be kept; undefined when they are, or when nobody can tell.
 */
export function copyAttributes(from: string | Buffer, to: string | Buffer): string | undefined {
  const paths = [from, to].map(String);
  // What is no UTF-8 cannot be an argument.
  if (paths.some((path) => path.includes('\uFFFD'))) return undefined;
  for (const program of CP) {
    const { status, stderr, error } = spawnSync(
      program,
      ['--attributes-only', '--preserve=xattr', '--', ...paths],
      { encoding: 'utf8', env: { LC_ALL: 'C' }, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    if (error) continue;
    return status !== 0 && /setting attribute/i.test(stderr)
      ? 'its extended attributes cannot be kept'
      : undefined;
  }
  return undefined;
}
