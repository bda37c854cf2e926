/** What V8 has made of a program, kept in the user's cache folder for the next start. */
import { join } from 'node:path';
import { cacheFolder, readOwn, sweep, writeOwn } from './own-files.ts';

const PREFIX = 'code-';

/**
 * Where the code of a program is kept.
 *
 * @param build what tells it from every other.
 * @returns undefined where nothing is to be kept.
 */
export function codePath(build: string): string | undefined {
  const { env, platform, version, versions, arch } = process;
  const isNode = versions['bun'] === undefined && versions['deno'] === undefined;
  const folder = isNode && !env['NODE_DISABLE_COMPILE_CACHE'] ? cacheFolder(env, platform) : undefined;
  return folder && join(folder, `${PREFIX}${version}-${versions.v8}-${arch}-${build}.bin`);
}

/**
 * What is kept there. V8 does not survive what is not its own and has no checksum, so it stands in the file twice: to
 * compare costs a tenth of what loading a checksum of Node costs.
 *
 * @returns undefined where it is not there, not whole, or not this user's alone.
 */
export function keptCode(path: string): Buffer | undefined {
  const whole = readOwn(path);
  if (!whole) return undefined;
  const data = whole.subarray(0, whole.length / 2);
  return data.length > 0 && data.equals(whole.subarray(data.length)) ? data : undefined;
}

/** Puts it there whole or not at all, and says nothing where that cannot be. */
export function keepCode(path: string, dataOf: () => Buffer): void {
  writeOwn(path, () => {
    const data = dataOf();
    return Buffer.concat([data, data]);
  });
  sweep(join(path, '..'), PREFIX);
}
