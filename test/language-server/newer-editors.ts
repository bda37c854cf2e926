import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where `newer-editors.sh` puts a program; it need not be there. */
export function newerEditor(name: 'nvim' | 'hx'): string {
  const { SMOLFILE_EDITORS, XDG_CACHE_HOME = join(homedir(), '.cache') } = process.env;
  return join(SMOLFILE_EDITORS ?? join(XDG_CACHE_HOME, 'smolfile-editors'), 'bin', name);
}
