import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { standIns } from './stand-ins.ts';

/** What every image says of itself; no input has these values. */
export const IMAGE = {
  entrypoint: ['/image-entrypoint'],
  cmd: ['image-cmd'],
  env: ['IMAGE_ENV=image'],
  workdir: '/image-workdir',
  user: 'image-user',
} as const;

/** Names resolve to this address, which is nobody's (RFC 5737). */
export const ADDRESS = '192.0.2.7';

/**
 * The variables with which smolvm starts the stand-in guest where it would start a machine.
 *
 * @param rootfs an empty folder, for the little that packing and baking copy of the agent's file system.
 * @param log what the guest is asked goes there (guest-log.ts).
 */
export async function guestEnvironment(
  program: string,
  rootfs: string,
  log: string,
): Promise<Readonly<Record<string, string>>> {
  const { shim, boot, lib } = await standIns();
  for (const name of ['sbin', 'bin', 'etc', 'tmp']) mkdirSync(join(rootfs, name));
  writeFileSync(join(rootfs, 'sbin/init'), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(log, '');
  // a machine may run as another user
  chmodSync(log, 0o666);
  return {
    LD_PRELOAD: shim,
    GUEST_KVM: '1',
    GUEST_DNS: ADDRESS,
    GUEST_PROGRAM: program,
    GUEST_BOOT: boot,
    GUEST_LOG: log,
    GUEST_IMAGE: JSON.stringify(IMAGE),
    SMOLVM_BOOT_BINARY: boot,
    SMOLVM_LIB_DIR: lib,
    SMOLVM_AGENT_ROOTFS: rootfs,
    SMOLVM_IMAGE_SEEDS: '0',
  };
}
