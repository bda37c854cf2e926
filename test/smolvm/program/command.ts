import { chmodSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Workload } from '../outcome.ts';
import { programOf } from './fetch.ts';
import { guestEnvironment } from './guest.ts';
import { endMachines, readLog, workloadOf, type LogLine } from './guest-log.ts';

/** The real smolvm as a command, for tests of what calls it: all that it starts is the stand-in guest. */
export interface SmolvmCommand {
  /** A folder for PATH, with `smolvm` in it. */
  readonly folder: string;
  /** What the guests were asked so far. */
  readonly requests: () => readonly LogLine[];
  /** What finally ran in the guest of a machine; of the last one where no name is given. */
  readonly workload: (machine?: string) => Workload | undefined;
  /** Ends its machines and removes it. */
  readonly remove: () => Promise<void>;
}

/** What else a release is told. */
export interface CommandSettings {
  /** Registries by name, and where smolvm is to ask instead: `{ 'docker.io': 'localhost:5000' }`. */
  readonly mirrors?: Readonly<Record<string, string>>;
}

/**
 * Puts a release in place. It has a home of its own, whoever calls it; the rest of the caller's environment stays.
 *
 * @throws FetchError where the program cannot be had.
 */
export async function smolvmCommand(
  release: string,
  { mirrors = {} }: CommandSettings = {},
): Promise<SmolvmCommand> {
  const program = await programOf(release);
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'smolvm-command-')));
  const [folder, home, rootfs] = ['bin', 'home', 'rootfs'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  chmodSync(root, 0o755);
  for (const each of [folder, home, rootfs]) mkdirSync(each);
  const config = Object.entries(mirrors).map(
    ([name, mirror]) => `[images.registries."${name}"]\nmirror = "${mirror}"\n`,
  );
  if (config.length > 0) {
    mkdirSync(join(home, '.config/smolvm'), { recursive: true });
    writeFileSync(join(home, '.config/smolvm/config.toml'), config.join(''));
  }
  const log = join(root, 'log');
  const env = { HOME: home, ...(await guestEnvironment(program, rootfs, log)) };
  const settings = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}`);
  const script = [
    '#!/bin/sh',
    'unset XDG_DATA_HOME XDG_CACHE_HOME XDG_CONFIG_HOME XDG_STATE_HOME',
    ...settings,
  ];
  writeFileSync(join(folder, 'smolvm'), `${script.join('\n')}\nexec ${quoted(program)} "$@"\n`, {
    mode: 0o755,
  });
  return {
    folder,
    requests: () => readLog(log),
    workload: (machine) =>
      workloadOf(readLog(log).filter(({ vm }) => machine === undefined || vm === machine)),
    remove: async () => {
      endMachines(log);
      await rm(root, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** For the shell that reads the script. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
