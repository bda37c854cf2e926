import type { Command } from '@smolfile/core';
import { BOOT, read, RECORD, RESOURCES, type Facts } from './tables.ts';

/** Values that smolvm's side shows where nothing was said. */
const DEFAULTS: Readonly<Record<string, unknown>> = { block_io: 'sync', disk_durability: 'full' };

/**
 * smolvm's names that no table has: what a new release adds to its record comes up here first.
 *
 * @returns dotted names.
 */
export function untranslated(command: Command, config: Readonly<Record<string, unknown>>): string[] {
  const table = command === 'create' ? RECORD : BOOT;
  const own = Object.keys(config).filter((name) => !Object.hasOwn(table, name) && !IGNORED.has(name));
  const resources = command === 'create' ? {} : ((config['resources'] ?? {}) as Facts);
  const inner = Object.keys(resources).filter(
    (name) => !Object.hasOwn(RESOURCES, name) && !IGNORED.has(name),
  );
  return [...own, ...inner.map((name) => `resources.${name}`)];
}

/** What says nothing of its own about the input. */
const IGNORED = new Set([
  'credential_placeholders',
  'storage_size_gb',
  'overlay_size_gb',
  'packed_layers_dir',
]);

/** Drops what is empty or off, on both sides alike. */
export function told(facts: Facts): Facts {
  const empty = (value: unknown): boolean =>
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    value === 0 ||
    (typeof value === 'object' && Object.keys(value).length === 0);
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => !empty(value) && value !== DEFAULTS[name]),
  );
}

/** The folder that `--trust-host-certs` mounts is the host's. */
const OWN_MOUNT = /^~\/\.cache\/smolvm\/host-trust\//;

/** What smolvm's record (create) or boot configuration (run) says. */
export function factsOfProgram(command: Command, config: Readonly<Record<string, unknown>>): Facts {
  const { volumes, ...facts } = read(config, command === 'create' ? RECORD : BOOT);
  return told({
    ...facts,
    volumes: (volumes as readonly (readonly [string])[] | undefined)?.filter(
      ([source]) => !OWN_MOUNT.test(source),
    ),
  });
}
