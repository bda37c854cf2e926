import { parseRestartPolicy } from '../grammars/index.ts';
import { isWritable, type EditTable, type EditValue } from '../edit/index.ts';
import type { KeySchema } from '../schema/index.ts';
import { bytes } from '../text/byte-size.ts';
import type { PlainTable, PlainValue } from '../toml/index.ts';
import { argvOf } from './argv.ts';

/**
 * A value of some other type or shape as the one that a key takes, where it says what is meant: `"2g"` for a number
 * of MiB, a table for `KEY=VALUE`, a command line for an argument vector, `{ source, target }` for a volume.
 *
 * @returns undefined where it does not say.
 */
export function meantValue(schema: KeySchema, found: PlainValue): EditValue | undefined {
  const value = valueOf(schema, found);
  return value === undefined || !isWritable(value) ? undefined : value;
}

function valueOf(schema: KeySchema, found: PlainValue): EditValue | undefined {
  switch (schema.type) {
    case 'boolean':
      return booleanOf(found);
    case 'integer':
      return integerOf(schema, found);
    case 'string':
      return stringOf(schema, found);
    case 'string-array':
      return listOf(schema, found);
    case 'table':
      return tableOf(schema, found);
    case 'map':
    case 'table-array':
      return undefined;
  }
}

/** One element of a list of strings. */
export function meantElement(schema: KeySchema, found: PlainValue): string | undefined {
  const text = elementOf(schema, found);
  return text === undefined || !isWritable(text) ? undefined : text;
}

function elementOf({ grammar }: KeySchema, found: PlainValue): string | undefined {
  if (typeof found === 'string') return found;
  if (typeof found === 'number' || typeof found === 'bigint') return String(found);
  if (!isObject(found)) return undefined;
  if (grammar === 'env') return pairOf(found);
  if (grammar === 'port') return portOf(found);
  return grammar === 'volume' ? volumeOf(found) : undefined;
}

function booleanOf(found: PlainValue): boolean | undefined {
  if (typeof found === 'boolean') return found;
  const word = typeof found === 'object' ? '' : String(found).trim().toLowerCase();
  if (['true', 'yes', 'on', '1', 'all', 'enabled', 'host', 'bridge'].includes(word)) return true;
  return ['false', 'no', 'off', '0', 'none', 'disabled'].includes(word) ? false : undefined;
}

const UNITS = { MiB: 1024 ** 2, GiB: 1024 ** 3 } as const;

function integerOf({ unit, path }: KeySchema, found: PlainValue): EditValue | undefined {
  if (typeof found === 'bigint') return found;
  const number =
    typeof found === 'string' && /^[+-]?\d+(?:\.\d+)?$/.test(found.trim()) ? Number(found) : found;
  if (typeof number === 'number') {
    const whole = Number.isInteger(number) || path.endsWith('cpus') ? Math.ceil(number) : Number.NaN;
    return Number.isSafeInteger(whole) ? whole : undefined;
  }
  if (typeof found !== 'string') return undefined;
  const size = unit && bytes(found);
  if (size !== undefined) return Math.ceil(size / UNITS[unit!]);
  const seconds = /^(\d+) ?s(?:ec(?:onds?)?)?$/.exec(found)?.[1];
  return !unit && seconds !== undefined ? Number(seconds) : undefined;
}

function stringOf({ grammar }: KeySchema, found: PlainValue): string | undefined {
  if (Array.isArray(found)) return found.length === 1 && typeof found[0] === 'string' ? found[0] : undefined;
  if (found === undefined || typeof found === 'object') return undefined;
  // seconds, where others count
  if (grammar === 'duration' && typeof found !== 'boolean' && /^\d+$/.test(String(found))) return `${found}s`;
  if (grammar === 'restart-policy') return policyOf(found);
  return String(found);
}

function listOf(schema: KeySchema, found: PlainValue): string[] | undefined {
  if (typeof found === 'string') return schema.grammar === 'argv' ? argvOf(found) : [found];
  if (Array.isArray(found)) {
    const all = schema.grammar === 'argv' && isCheck(found) ? checkOf(found) : found;
    if (all.every(Array.isArray)) return undefined;
    const elements = all.map((item) => meantElement(schema, item));
    return elements.includes(undefined) ? undefined : (elements as string[]);
  }
  const one = meantElement(schema, found);
  if (schema.grammar !== 'env' || !isObject(found)) return one === undefined ? undefined : [one];
  const pairs = Object.entries(found).map(([name, value]) =>
    isScalar(value) ? `${name}=${value}` : undefined,
  );
  return pairs.includes(undefined) ? undefined : (pairs as string[]);
}

/** How a check of Docker begins. */
const CHECKS: ReadonlySet<PlainValue> = new Set(['CMD', 'CMD-SHELL']);

function isCheck([how]: readonly PlainValue[]): boolean {
  return CHECKS.has(how);
}

function checkOf([how, ...rest]: readonly PlainValue[]): readonly PlainValue[] {
  return how === 'CMD' ? rest : ['sh', '-c', ...rest];
}

function tableOf({ path }: KeySchema, found: PlainValue): EditTable | undefined {
  if (path === 'restart' && isScalar(found)) {
    const [, name = String(found), retries] = /^(on-failure):(\d+)$/.exec(String(found)) ?? [];
    const policy = policyOf(name);
    if (policy === undefined) return undefined;
    return { policy, ...(retries !== undefined && { max_retries: Number(retries) }) };
  }
  if (path !== 'health' || (typeof found !== 'string' && !Array.isArray(found))) return undefined;
  if (typeof found === 'string') return { exec: argvOf(found) };
  const exec = isCheck(found) ? checkOf(found) : found;
  return exec.every((word) => typeof word === 'string') ? { exec } : undefined;
}

function policyOf(found: string | number | bigint | boolean): string | undefined {
  const parsed = parseRestartPolicy(String(found));
  return parsed.ok ? parsed.value : parsed.problem.suggestion;
}

function pairOf(found: PlainTable): string | undefined {
  const name = textOf(found, ['name', 'key']);
  const value = textOf(found, ['value']);
  return name === undefined || value === undefined || Object.keys(found).length > 2
    ? undefined
    : `${name}=${value}`;
}

function portOf(found: PlainTable): string | undefined {
  const guest = textOf(found, [
    'target',
    'container',
    'containerPort',
    'container_port',
    'guest',
    'internal',
    'internal_port',
  ]);
  const host = textOf(found, ['published', 'host', 'hostPort', 'host_port', 'local', 'external', 'port']);
  const protocol = textOf(found, ['protocol', 'proto'])?.toLowerCase();
  if (guest === undefined && host === undefined) return undefined;
  const pair =
    host === undefined || guest === undefined || host === guest ? (guest ?? host) : `${host}:${guest}`;
  return protocol === 'udp' ? `${pair}/udp` : pair;
}

function volumeOf(found: PlainTable): string | undefined {
  const host = textOf(found, ['source', 'src', 'host', 'hostPath', 'host_path', 'from', 'local']);
  const guest = textOf(found, [
    'target',
    'destination',
    'dst',
    'dest',
    'guest',
    'container',
    'mountPath',
    'mount_path',
    'to',
    'path',
  ]);
  if (host === undefined || guest === undefined) return undefined;
  const isReadOnly = ['readonly', 'read_only', 'readOnly', 'ro'].some((name) => found[name] === true);
  return `${host}:${guest}${isReadOnly ? ':ro' : ''}`;
}

function textOf(table: PlainTable, names: readonly string[]): string | undefined {
  const value = names.map((name) => (Object.hasOwn(table, name) ? table[name] : undefined)).find(isScalar);
  return value === undefined ? undefined : String(value);
}

function isScalar(value: PlainValue): value is string | number | bigint | boolean {
  return value !== undefined && typeof value !== 'object';
}

function isObject(value: PlainValue): value is PlainTable {
  return typeof value === 'object' && !Array.isArray(value);
}
