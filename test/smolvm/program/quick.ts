import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOST_VALUES } from '../case-host.ts';
import type { Input, Outcome } from '../outcome.ts';
import { caseFolder, type CaseFolder } from './case-folder.ts';
import { programOf } from './fetch.ts';
import { alike, plainBoot, plainRecord } from './plain.ts';
import { readRecord } from './records.ts';
import { plainText, refusalOf } from './refusal.ts';
import { runProgram, type Ended } from './spawn.ts';
import { standIns } from './stand-ins.ts';

/** The words after `smolvm`. */
export const WORDS = {
  create: ['machine', 'create', '--name', 'vm'],
  run: ['machine', 'run'],
  pack: ['pack', 'create', '-o', 'out'],
} as const;

const DATABASE = '.local/share/smolvm/server/smolvm.db';
/** Milliseconds; a case takes about fifteen. */
const TIMEOUT = 40_000;

/**
 * Runs a release on an input, as far as its decisions go: `create` to its record, `run` and `pack` to the boot of the
 * first machine. No machine and no guest is needed.
 */
export async function runQuickly(release: string, input: Input): Promise<Outcome> {
  const [program, { shim, stop }] = await Promise.all([programOf(release), standIns()]);
  const folder = caseFolder(input);
  try {
    const boots = join(folder.root, 'boots');
    const env = {
      ...HOST_VALUES,
      HOME: folder.home,
      LD_PRELOAD: shim,
      GUEST_KVM: '1',
      GUEST_BOOTS: boots,
      GUEST_PROGRAM: program,
      SMOLVM_BOOT_BINARY: stop,
      SMOLVM_LIB_DIR: folder.rootfs,
      SMOLVM_AGENT_ROOTFS: folder.rootfs,
    };
    const args = [...WORDS[input.command], '-s', 'Smolfile', ...input.args];
    const ended = await runProgram(program, args, {
      cwd: folder.work,
      env,
      timeout: TIMEOUT,
      scratch: folder.root,
    });
    return await outcomeOf(input, ended, folder, boots);
  } finally {
    await folder.remove();
  }
}

async function outcomeOf(
  { command }: Input,
  { code, stdout, stderr, late }: Ended,
  folder: CaseFolder,
  boots: string,
): Promise<Outcome> {
  const text = alike(plainText(stderr), folder);
  if (late) return { accept: null, error: { stage: 'timeout', message: text.slice(-400) } };
  const told = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('Error:'));
  const database = join(folder.home, DATABASE);
  if (command === 'create' && code === 0 && existsSync(database)) {
    return { accept: true, config: plainRecord(await readRecord(database), folder), ...warnings(told) };
  }
  const [boot] = existsSync(boots) ? readFileSync(boots, 'utf8').split('\u001E') : [];
  if (boot !== undefined) {
    const bake = /Baking|init-layer/.test(text);
    return {
      accept: true,
      ...(bake ? { bake } : { config: plainBoot(boot, folder) }),
      ...warnings(told.filter((line) => !NOISE.test(line))),
    };
  }
  if (code === 0) return { accept: true, ...warnings([...told, ...stdout.trim().split('\n').slice(-3)]) };
  const error = refusalOf(code, text);
  // smolvm took the file, and began to build the layer with the init commands
  const [, launch] = error.stage === 'config' ? (BAKE_STARTED.exec(error.message) ?? []) : [];
  return launch === undefined ? { accept: false, error } : { accept: true, bake: true, launch };
}

const BAKE_STARTED = /init-layer bake: `smolvm machine start [^\n]*\n(?:[\s\S]*\n)?Error: ([\s\S]*)/;

/** What smolvm says of a machine that was stopped at its boot. */
const NOISE = /VMM exited|image-auth|Starting |Baking|pulling image|^Caused|boot process|image seed/;

function warnings(lines: readonly string[]): Pick<Outcome, 'stderr'> {
  return lines.length > 0 ? { stderr: lines.join('\n') } : {};
}
