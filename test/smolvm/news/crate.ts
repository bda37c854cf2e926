import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../program/run-tool.ts';

/** A field of a struct that smolvm reads a file into. */
interface Field {
  readonly names: readonly string[];
  readonly type: string;
}

/** Keys by path, as the toolkit writes them, with their type in Rust. */
export type CrateKeys = ReadonlyMap<string, string>;

/**
 * The keys that smolvm's published parser knows at a release.
 *
 * @throws where cargo does not get it.
 */
export async function crateKeys(release: string): Promise<CrateKeys> {
  const folder = mkdtempSync(join(tmpdir(), 'smolfile-crate-'));
  try {
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src/lib.rs'), '');
    const asked = `[package]\nname = "asks"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\nsmolfile = "=${release}"\n`;
    // its types of secrets and credentials are another crate's, of which cargo would take the newest
    const own = `${asked}smolvm-protocol = "=${release}"\n`;
    await vendor(folder, own).catch(() => vendor(folder, asked));
    const sources = readdirSync(join(folder, 'vendor'))
      .filter((name) => name.startsWith('smol'))
      .flatMap((name) => rustFiles(join(folder, 'vendor', name, 'src')))
      .map((path) => readFileSync(path, 'utf8'));
    return keysIn(sources.join('\n'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function vendor(folder: string, manifest: string): Promise<void> {
  writeFileSync(join(folder, 'Cargo.toml'), manifest);
  await runTool('cargo', ['vendor', '--quiet', 'vendor'], { cwd: folder, timeout: 300_000 });
}

function rustFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return rustFiles(path);
    return path.endsWith('.rs') ? [path] : [];
  });
}

/** The keys that structs of Rust source declare, from `Smolfile` on. */
export function keysIn(source: string): CrateKeys {
  const structs = new Map<string, Field[]>();
  for (const [, name = '', body = ''] of source.matchAll(/pub struct (\w+) \{\n([\s\S]*?)\n\}/g)) {
    if (!structs.has(name)) structs.set(name, fieldsIn(body));
  }
  const keys = new Map<string, string>();
  const walk = (struct: string, prefix: string): void => {
    for (const { names, type } of structs.get(struct) ?? []) {
      const inner = /(\w+)>*$/.exec(type)?.[1] ?? '';
      for (const name of names) {
        const path = prefix + name;
        keys.set(path, type);
        if (!structs.has(inner)) continue;
        walk(inner, `${path}${/Map</.test(type) ? '.*' : ''}${/Vec</.test(type) ? '[]' : ''}.`);
      }
    }
  };
  walk('Smolfile', '');
  return keys;
}

function fieldsIn(body: string): Field[] {
  const fields: Field[] = [];
  let names: string[] = [];
  let skipped = false;
  for (const line of body.split('\n').map((one) => one.trim())) {
    names.push(...Array.from(line.matchAll(/(?:alias|rename) = "(\w+)"/g), ([, name]) => name!));
    if (/^#\[serde\(.*\bskip\b/.test(line)) skipped = true;
    const [, name, type] = /^pub (?:r#)?(\w+): (.*?),?$/.exec(line) ?? [];
    if (name === undefined || type === undefined) continue;
    if (!skipped) fields.push({ names: [name, ...names], type });
    names = [];
    skipped = false;
  }
  return fields;
}
