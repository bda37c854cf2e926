import { readFileSync } from 'node:fs';
import type { CaseFolder } from './case-folder.ts';
import { alike } from './plain.ts';

/** The footer: magic, u32 version, u64 stub size, assets offset and size, manifest offset and size, u32 checksum. */
const MAGIC = 'SMOLPACK';
const FOOTER = 64;
const MANIFEST_OFFSET = 36;
const MANIFEST_SIZE = 44;

/** What tells of the packing, not of the input. */
const OWN: ReadonlySet<string> = new Set(
  'assets created digest host_platform image_size smolvm_version'.split(' '),
);

/** A manifest in the form of the vectors: without what is empty, and without what changes from pack to pack. */
export function plainManifest(
  manifest: Readonly<Record<string, unknown>>,
  folder: Pick<CaseFolder, 'root'>,
): Readonly<Record<string, unknown>> {
  const says = (value: unknown): boolean =>
    value !== null && value !== false && (typeof value !== 'object' || Object.keys(value).length > 0);
  const told = Object.entries(manifest).filter(([name, value]) => !OWN.has(name) && says(value));
  return JSON.parse(alike(JSON.stringify(Object.fromEntries(told)), folder)) as Record<string, unknown>;
}

/**
 * The manifest of an artifact as `pack create` wrote it.
 *
 * @throws where the file has no footer or the footer names no JSON.
 */
export function readManifest(path: string): Readonly<Record<string, unknown>> {
  const data = readFileSync(path);
  const at = data.lastIndexOf(MAGIC);
  if (at === -1 || data.length - at < MANIFEST_SIZE + 8) throw new Error(`${path} has no footer of a pack`);
  const offset = Number(data.readBigUInt64LE(at + MANIFEST_OFFSET));
  const size = Number(data.readBigUInt64LE(at + MANIFEST_SIZE));
  // in a file beside the program, offsets count from elsewhere, and the manifest stands before the footer
  const places = [at - size, offset, data.length - FOOTER - size];
  for (const place of places) {
    try {
      return JSON.parse(data.toString('utf8', place, place + size)) as Record<string, unknown>;
    } catch {
      continue;
    }
  }
  throw new Error(`${path} has no manifest where its footer says`);
}
