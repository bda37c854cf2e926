/** Which machine a run is in. Pure. */
import { NEWEST_RELEASE, readCall, releaseAt } from '@smolfile/core';

/**
 * The machine that is gone with its program, as `machine run` names it when it begins.
 *
 * @param printed what was printed so far.
 */
export function machineIn(printed: string): string | undefined {
  return /^Starting ephemeral machine \((vm-[0-9a-z]{1,32})\)/m.exec(printed)?.[1];
}

/** The machine that a run leaves behind where no name is given. */
const UNNAMED = 'default';

/**
 * The machine that stays when a run with these flags has begun; undefined where it is gone with its program.
 *
 * @param version of the smolvm that is called.
 */
export function keptMachine(flags: readonly string[], version: string | undefined): string | undefined {
  const release = (version === undefined ? undefined : releaseAt(version)) ?? NEWEST_RELEASE;
  const { uses } = readCall('run', release, flags, { given: ['smolfile'], assumed: [] });
  if (!uses.some(({ flag }) => flag.long === 'detach')) return undefined;
  return uses.findLast(({ flag }) => flag.long === 'name')?.value ?? UNNAMED;
}
