import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { HOST_VALUES } from '../case-host.ts';
import type { Input, Outcome } from '../outcome.ts';
import { caseFolder, type CaseFolder } from './case-folder.ts';
import { programOf } from './fetch.ts';
import { guestEnvironment } from './guest.ts';
import { endMachines, readLog, workloadOf } from './guest-log.ts';
import { plainManifest, readManifest } from './manifest.ts';
import { alike } from './plain.ts';
import { WORDS } from './quick.ts';
import { plainText, refusalOf } from './refusal.ts';
import { runProgram, type Ended } from './spawn.ts';

/** Milliseconds; a case takes from 0.1 to 5 s. */
const TIMEOUT = 60_000;

/**
 * Runs a release on an input until the workload has run in the stand-in guest (`run`, `create` and then `start`), or
 * the artifact is packed.
 *
 * @param quick what `runQuickly` said; what was refused is not tried again.
 */
export async function runToTheEnd(release: string, input: Input, quick: Outcome): Promise<Outcome> {
  if (quick.accept !== true) return quick;
  const program = await programOf(release);
  const folder = caseFolder(input);
  const log = join(folder.root, 'log');
  try {
    const run = await runner(program, folder, log);
    const first = await run([...WORDS[input.command], '-s', 'Smolfile', ...input.args]);
    const starts = input.command === 'create' && first.code === 0;
    const ended = starts ? await run(['machine', 'start', '--name', 'vm']) : first;
    return { ...quick, ...endOf(input, quick, ended, folder, log) };
  } finally {
    endMachines(log);
    await folder.remove();
  }
}

async function runner(
  program: string,
  folder: CaseFolder,
  log: string,
): Promise<(args: readonly string[]) => Promise<Ended>> {
  // a machine may run as another user
  chmodSync(folder.root, 0o755);
  const env = { ...HOST_VALUES, HOME: folder.home, ...(await guestEnvironment(program, folder.rootfs, log)) };
  return (args) =>
    runProgram(program, args, { cwd: folder.work, env, timeout: TIMEOUT, scratch: folder.root });
}

function endOf(
  { command, args }: Input,
  { config = {} }: Outcome,
  ended: Ended,
  folder: CaseFolder,
  log: string,
): Partial<Outcome> {
  const failed =
    ended.code === 0 ? {} : { launch: refusalOf(null, alike(plainText(ended.stderr), folder)).message };
  if (command === 'pack') {
    const artifact = join(folder.work, 'out.smolmachine');
    return {
      ...failed,
      ...(existsSync(artifact) && { manifest: plainManifest(readManifest(artifact), folder) }),
    };
  }
  const isBare = command === 'create' && !['image', 'entrypoint', 'cmd'].some((name) => name in config);
  const stays = command === 'run' && args.some((arg) => /^(?:--detach$|-[a-z]*d)/.test(arg));
  const runs = workloadOf(readLog(log), isBare ? 'bare' : stays ? 'staying' : 'waiting');
  // a machine that did not get so far says nothing of the guest
  return { ...failed, ...(runs && (ended.code === 0 || runs.command) && { runs }) };
}
