import { join } from 'node:path';
import { reasonOf } from '../failure.ts';
import type { FileSystem } from '../file-system.ts';
import { readRegularFile } from '../read-file.ts';
import { isRepository } from '../repository.ts';
import type { IgnoreSource } from './git-ignore.ts';

/** Beyond this nobody wrote it. In bytes. */
const LARGEST = 4 * 1024 * 1024;

/**
 * Reads `.gitignore` files. Links are left alone, as git leaves them.
 *
 * @param warn told of what is there and cannot be read.
 */
export function gitIgnoreFiles(fs: FileSystem, warn: (message: string) => void = () => {}): IgnoreSource {
  return {
    isRepository: (folder) => isRepository(folder, fs),
    rulesIn(folder) {
      const path = join(folder, '.gitignore');
      try {
        return readRegularFile(fs, path, LARGEST, 'never-linked')?.toString();
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        // Without a code it is no regular file, which git does not read either.
        if (code !== undefined && code !== 'ENOENT' && code !== 'ELOOP')
          warn(`cannot read ${path}: ${reasonOf(error)}`);
        return undefined;
      }
    },
  };
}
