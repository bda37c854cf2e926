import { existsSync, readFileSync } from 'node:fs';
import type { Workload } from '../outcome.ts';

/** One line of the stand-in guest's log. */
export interface LogLine {
  readonly kind: 'boot' | 'request';
  readonly vm: string;
  readonly pid?: number;
  readonly request?: Request;
}

interface Request {
  readonly method: string;
  readonly command?: readonly string[];
  readonly env?: readonly (readonly [string, string])[];
  readonly workdir?: string | null;
  readonly user?: string | null;
  /** Started and left alone: a workload that stays. */
  readonly background?: boolean;
  readonly detached?: boolean;
}

export function readLog(path: string): LogLine[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine);
}

/** Ends the machines of a case that still run; their processes are ours. */
export function endMachines(path: string): void {
  for (const { kind, pid } of readLog(path)) {
    if (kind !== 'boot' || pid === undefined) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it has ended by itself
    }
  }
}

/** A machine that is made for packing: what it is asked to run are smolvm's own commands. */
const PACKS = /^pack-/;
/** A machine in which an init layer is baked: init runs there. */
const BAKES = /^init-bake-/;

/** How a machine is started: with a command that is waited for or that stays, or without any. */
export type Started = 'waiting' | 'staying' | 'bare';

/** What runs in the guest: every init line, in whichever machine, and the workload. */
export function workloadOf(lines: readonly LogLine[], started: Started = 'waiting'): Workload | undefined {
  const commands = lines.flatMap(({ kind, vm, request }) =>
    kind === 'request' && request && /^(?:run|vm_exec)$/.test(request.method) && !PACKS.test(vm)
      ? [{ vm, ...request }]
      : [],
  );
  const last = commands.findLast(
    ({ vm, background, detached }) =>
      started !== 'bare' && !BAKES.test(vm) && (started === 'waiting' || background || detached),
  );
  // a bare machine that stays may have no command at all
  if (!last && started === 'waiting') return undefined;
  const init = commands.filter((one) => one !== last && isInit(one)).map(({ command = [] }) => command[2]!);
  if (!last) return { init };
  const { command = [], env = [], workdir, user } = last;
  return {
    init,
    command,
    env,
    ...(typeof workdir === 'string' && { workdir }),
    ...(typeof user === 'string' && { user }),
  };
}

function isInit({ command = [] }: Request): boolean {
  return command.length === 3 && command[0] === 'sh' && command[1] === '-c' && !OWN.test(command[2]!);
}

/** What smolvm runs for itself. */
const OWN = /\/mnt\/source-storage/;
