import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from './run-tool.ts';

const SOURCES = fileURLToPath(new URL('../guest/', import.meta.url));

/** What takes the place of the hypervisor and of the guest; smolvm itself stays as it was published. */
export interface StandIns {
  /** Preloaded into smolvm: guest/shim.c. */
  readonly shim: string;
  /** For SMOLVM_BOOT_BINARY: keeps the boot configuration in the file `GUEST_BOOTS` and stops there. */
  readonly stop: string;
  /** For SMOLVM_BOOT_BINARY: guest/guest.py. */
  readonly boot: string;
  /** For SMOLVM_LIB_DIR: guest/krun.c. */
  readonly lib: string;
}

/** Stops a boot at once. What is no boot is a command that smolvm gives to itself. */
const STOP = `#!/bin/sh
[ "$1" = _boot-vm ] || exec "$GUEST_PROGRAM" "$@"
{ cat "$2"; printf '\\036'; } >> "$GUEST_BOOTS"
exit 3
`;

/** Started as root, smolvm boots some machines as another user, who has no way into root's folders. */
const PYTHON = ['/usr/bin/python3', '/usr/local/bin/python3'].find((path) => existsSync(path)) ?? 'python3';

let built: Promise<StandIns> | undefined;

/** Builds the stand-ins with gcc, once in a process, in a folder that goes with it. */
export function standIns(): Promise<StandIns> {
  return (built ??= build());
}

async function build(): Promise<StandIns> {
  const folder = mkdtempSync(join(tmpdir(), 'smolvm-stand-ins-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const [shim, stop, boot, lib] = ['shim.so', 'stop', 'boot', 'lib'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  mkdirSync(lib);
  copyFileSync(join(SOURCES, 'guest.py'), join(folder, 'guest.py'));
  writeFileSync(stop, STOP, { mode: 0o755 });
  writeFileSync(boot, `#!/bin/sh\nexec ${PYTHON} -S -E '${join(folder, 'guest.py')}' "$@"\n`, {
    mode: 0o755,
  });
  const library = (to: string, args: readonly string[]): Promise<string> =>
    runTool('gcc', ['-shared', '-fPIC', '-O1', '-w', '-o', to, ...args]);
  await library(shim, [join(SOURCES, 'shim.c'), '-ldl']);
  await library(join(lib, 'libkrun.so'), [join(SOURCES, 'krun.c')]);
  await library(join(lib, 'libkrunfw.so'), ['-x', 'c', '/dev/null']);
  for (const number of [1, 2]) symlinkSync('libkrun.so', join(lib, `libkrun.so.${number}`));
  for (const number of [4, 5]) symlinkSync('libkrunfw.so', join(lib, `libkrunfw.so.${number}`));
  return { shim, stop, boot, lib };
}
