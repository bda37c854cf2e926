import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache.ts';
import { runTool } from './run-tool.ts';

const SOURCES = fileURLToPath(new URL('../guest/', import.meta.url));

/** What takes the place of the hypervisor and of the guest; smolvm itself stays as it was published. */
export interface StandIns {
  /** Preloaded into smolvm: see guest/shim.c. */
  readonly shim: string;
  /** For SMOLVM_BOOT_BINARY: keeps the boot configuration in the file `GUEST_BOOTS` and stops there. */
  readonly stop: string;
}

/** Stops a boot at once. What is no boot is a command that smolvm gives to itself. */
const STOP = `#!/bin/sh
[ "$1" = _boot-vm ] || exec "$GUEST_PROGRAM" "$@"
{ cat "$2"; printf '\\036'; } >> "$GUEST_BOOTS"
exit 3
`;

let built: Promise<StandIns> | undefined;

/** Builds the stand-ins with gcc, once for each state of their sources; any number of processes may do so at once. */
export function standIns(): Promise<StandIns> {
  return (built ??= build());
}

async function build(): Promise<StandIns> {
  const names = readdirSync(SOURCES).toSorted();
  const hash = createHash('sha256').update(STOP);
  for (const name of names) hash.update(readFileSync(join(SOURCES, name)));
  const folder = join(cacheFolder(), `stand-ins-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) {
    await mkdir(cacheFolder(), { recursive: true });
    const fresh = await mkdtemp(join(cacheFolder(), 'stand-ins-'));
    try {
      await fill(fresh);
      await rename(fresh, folder);
    } catch (error) {
      // another process was faster
      if (!existsSync(folder)) throw error;
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  }
  return { shim: join(folder, 'shim.so'), stop: join(folder, 'stop') };
}

async function fill(folder: string): Promise<void> {
  const gcc = (args: readonly string[]): Promise<string> =>
    runTool('gcc', ['-shared', '-fPIC', '-O1', ...args]);
  await gcc(['-o', join(folder, 'shim.so'), join(SOURCES, 'shim.c'), '-ldl']);
  await writeFile(join(folder, 'stop'), STOP, { mode: 0o755 });
  await chmod(folder, 0o755);
}
