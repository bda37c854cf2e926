import { pathBelow, stepsIn } from '../document/path.ts';
import type { KeySchema } from '../schema/index.ts';
import {
  isListProvenance,
  type Accepted,
  type ConfigValue,
  type ElementProvenance,
  type ValueProvenance,
} from './resolution.ts';
import { configValue } from './values-of.ts';

/** An entry of a map or an item of a list of tables, or something inside of one. */
export interface Part {
  /** `secrets.TOKEN`, `network.credentials[0].name`. */
  readonly path: string;
  /** In the schema, of the map or list for all of an entry or item. */
  readonly key: string;
  readonly value: ConfigValue;
  readonly provenance: ValueProvenance | ElementProvenance;
}

/** The part of a map or list of tables that a name means, with or without the quotes that TOML needs. */
export function partNamed(resolution: Accepted, key: KeySchema, name: string): Part | undefined {
  for (const { names, path, value, provenance } of partsOf(resolution, key)) {
    for (const own of names) {
      const rest = restOf(own, name);
      const inside = rest === undefined ? undefined : insideOf(value, rest);
      if (rest === undefined || inside === undefined) continue;
      return { path: path + rest, key: keyIn(key, rest), value: inside, provenance };
    }
  }
  return undefined;
}

/** Whether a name may be that of a part of a key. */
export function mayBePartOf({ type, path, result = path }: KeySchema, name: string): boolean {
  if (type !== 'map' && type !== 'table-array') return false;
  return [path, result].some((one) => restOf(one, name) !== undefined);
}

interface NamedPart extends Omit<Part, 'key'> {
  readonly names: readonly string[];
}

function* partsOf(
  { config, provenance }: Accepted,
  { type, path: key, result = key }: KeySchema,
): Generator<NamedPart> {
  const whole = configValue(config, result);
  const own = provenance[result];
  if (type === 'map') {
    for (const [entry, value] of Object.entries(whole ?? {}) as [string, ConfigValue][]) {
      const path = pathBelow(result, entry);
      const from = provenance[path];
      const names = [path, `${result}.${entry}`, pathBelow(key, entry), `${key}.${entry}`];
      if (from && !isListProvenance(from)) yield { path, names, value, provenance: from };
    }
  } else if (type === 'table-array' && own && isListProvenance(own)) {
    for (const [index, item] of own.entries()) {
      const path = pathBelow(result, index);
      if (item.value === undefined) continue;
      yield { path, names: [path, pathBelow(key, index)], value: item.value, provenance: item };
    }
  }
}

/** What a name has after the name of what it is in; undefined where it is not in it. */
function restOf(parent: string, name: string): string | undefined {
  if (!name.startsWith(parent)) return undefined;
  const rest = name.slice(parent.length);
  return rest === '' || '.['.includes(rest.charAt(0)) ? rest : undefined;
}

function insideOf(value: ConfigValue, rest: string): ConfigValue | undefined {
  let inside: ConfigValue | undefined = value;
  for (const step of stepsIn(rest) ?? ['']) {
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, step)) return undefined;
    inside = (inside as Readonly<Record<string, ConfigValue>>)[step];
  }
  return inside;
}

/** The path in the schema of what is inside an entry or item. */
function keyIn({ element, path }: KeySchema, rest: string): string {
  const names = (stepsIn(rest) ?? []).filter((step) => typeof step === 'string');
  return rest === '' || !element ? path : [element.path, ...names].join('.');
}
