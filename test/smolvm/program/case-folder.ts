import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FILE, FOLDERS } from '../case-host.ts';
import type { Input } from '../outcome.ts';

/** The scratch folder of one case: `w` is the working directory, `h` the home, `rootfs` the guest's. */
export interface CaseFolder {
  readonly root: string;
  readonly work: string;
  readonly home: string;
  readonly rootfs: string;
  /** Away with it, even when what runs there has a last word to write. */
  remove(): Promise<void>;
}

/**
 * Lays out what shared/conformance/README.md says was there. Not below a folder that smolvm refuses to mount
 * (`/dev/shm`, `/run`); a tmpfs named by `SMOLVM_SCRATCH` is faster.
 */
export function caseFolder({ smolfile, files = {} }: Pick<Input, 'smolfile' | 'files'>): CaseFolder {
  const root = realpathSync(mkdtempSync(join(process.env['SMOLVM_SCRATCH'] || tmpdir(), 'smolvm-')));
  const [work, home, rootfs] = ['w', 'h', 'rootfs'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [work, home, rootfs]) mkdirSync(folder);
  for (const folder of FOLDERS) mkdirSync(join(work, folder));
  writeFileSync(join(work, FILE), 'x');
  writeFileSync(join(work, 'Smolfile'), smolfile);
  for (const [name, text] of Object.entries(files)) {
    const path = join(work, name);
    mkdirSync(text === null ? path : dirname(path), { recursive: true });
    if (text !== null) writeFileSync(path, text);
  }
  const remove = (): Promise<void> => rm(root, { recursive: true, force: true, maxRetries: 10 });
  return { root, work, home, rootfs, remove };
}
