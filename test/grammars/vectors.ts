import { readFileSync } from 'node:fs';
import { parse, type TomlTable } from 'smol-toml';

/** One line of `conformance/vectors.jsonl`, as far as values go. */
export interface Vector {
  readonly id: string;
  readonly smolvm: readonly string[];
  readonly command: 'create' | 'run' | 'pack';
  readonly smolfile: string;
  readonly args: readonly string[];
  readonly accept: boolean;
  readonly error?: { readonly stage: 'args' | 'parse' | 'config'; readonly message: string };
  readonly stderr?: string;
  readonly config?: Config;
}

export interface Config {
  readonly cpus: number;
  readonly ports: readonly (readonly [number, number])[];
  readonly volumes: readonly (readonly [string, string, boolean])[];
  readonly env: readonly (readonly [string, string | { readonly fromHost: string }] | string)[];
  readonly allow_cidrs: readonly string[];
  readonly secrets: Readonly<Record<string, { from_env?: string; from_file?: string }>>;
  readonly remote_volumes?: number;
  readonly restart?: { readonly policy: string; readonly max_backoff_secs: number | bigint };
  readonly health?: Readonly<Record<'interval_secs' | 'timeout_secs' | 'startup_grace_secs', number | null>>;
}

const file = new URL('../conformance/vectors.jsonl', import.meta.url);

export const vectors: readonly Vector[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  // Durations go up to 2^64 - 1, which JSON numbers lose.
  .map((line) => JSON.parse(line.replaceAll(/:\s*([0-9]{16,})(?=[,}\]])/g, ':"$1"')) as Vector);

/** What smolvm says after its wrapper. */
export function refusal(vector: Vector): string {
  return (vector.error?.message ?? '').replace(/^config operation failed: /, '');
}

export interface Values {
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly env: readonly string[];
  readonly cidrs: readonly string[];
  readonly flags: readonly Flag[];
  readonly table: TomlTable;
}

export interface Flag {
  readonly name: string;
  readonly value: string;
}

/** The values a vector hands to smolvm, in the order in which it reads them; `[dev]` lists win (facts 2.2). */
export function valuesOf(vector: Vector): Values {
  const table = parse(vector.smolfile.replace(/^\uFEFF/, ''), { integersAsBigInt: true });
  const dev = at(table, 'dev');
  const flags = readFlags(vector.args);
  const replaced = (key: string): string[] =>
    strings(dev[key]).length > 0 ? strings(dev[key]) : strings(table[key]);
  return {
    ports: [...replaced('ports'), ...given(flags, '--port')],
    volumes: [...replaced('volumes'), ...given(flags, '--volume')],
    env: [...strings(table['env']), ...strings(dev['env']), ...given(flags, '--env')],
    cidrs: [...strings(at(table, 'network')['allow_cidrs']), ...given(flags, '--allow-cidr')],
    flags,
    table,
  };
}

/** A section, however it is written; sections written as arrays are left to the document's tests. */
export function at(table: TomlTable, key: string): TomlTable {
  const value = table[key];
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) ? value : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function given(flags: readonly Flag[], name: string): string[] {
  return flags.filter((flag) => flag.name === name).map((flag) => flag.value);
}

const SHORT: Readonly<Record<string, string>> = {
  p: '--port',
  v: '--volume',
  e: '--env',
  w: '--workdir',
  I: '--image',
  s: '--smolfile',
};

const VALUELESS = new Set([
  '--net',
  '--gpu',
  '--cuda',
  '--rosetta',
  '--docker-socket',
  '--ssh-agent',
  '--outbound-localhost-only',
  '-d',
  '-it',
]);

function readFlags(args: readonly string[]): Flag[] {
  const flags: Flag[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = args[index]!;
    if (!word.startsWith('-') || word === '--') break;
    if (VALUELESS.has(word)) continue;
    const short = SHORT[word[1]!];
    const equals = word.indexOf('=');
    if (short !== undefined && word.length > 2)
      flags.push({ name: short, value: word.slice(2).replace(/^=/, '') });
    else if (equals !== -1) flags.push({ name: word.slice(0, equals), value: word.slice(equals + 1) });
    else flags.push({ name: short ?? word, value: args[++index] ?? '' });
  }
  return flags;
}
