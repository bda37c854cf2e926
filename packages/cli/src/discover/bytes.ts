import { bytesOfPath, list, type FileSystem } from '@smolfile/host';
import { basename, dirname, join } from 'node:path';

/**
 * The file that an argument means. Of a name that is no UTF-8, Node replaces bytes by U+FFFD before anybody sees it;
 * where one entry of the folder reads so, that is the one.
 *
 * @param path absolute.
 */
export function namedByBytes(path: string, fs: FileSystem): string {
  const folder = dirname(path);
  const name = basename(path);
  if (!name.includes('\uFFFD')) return path;
  try {
    const names = list(folder, fs).map((entry) => entry.name);
    const found = names.filter((each) => bytesOfPath(each).toString() === name);
    return found.length === 1 ? join(folder, found[0]!) : path;
  } catch {
    return path; // reading it says why
  }
}
