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

/** An entry of a map or an element of a list, or something inside of one. */
export interface Part {
  /** `secrets.TOKEN`, `network.credentials[0].name`, `ports[1]`. */
  readonly path: string;
  /** In the schema, of the map or list for all of an entry or element. */
  readonly key: string;
  /** Left out for what was written and came to nothing. */
  readonly value?: ConfigValue;
  readonly provenance: ValueProvenance | ElementProvenance;
}

/** The part of a map or list that a name means, with or without the quotes that TOML needs. */
export function partNamed(resolution: Accepted, key: KeySchema, name: string): Part | undefined {
  for (const { names, path, value, provenance } of partsOf(resolution, key)) {
    for (const own of names) {
      const rest = restOf(own, name);
      if (rest === undefined) continue;
      const common = { path: path + rest, key: keyIn(key, rest), provenance };
      if (value === undefined && rest === '') return common;
      const inside = value === undefined ? undefined : insideOf(value, rest);
      if (inside !== undefined) return { ...common, value: inside };
    }
  }
  return undefined;
}

/** Whether a name may be that of a part of a map or list of tables. */
export function mayBePartOf({ type, path, result = path }: KeySchema, name: string): boolean {
  if (type !== 'map' && type !== 'table-array') return false;
  return [path, result].some((one) => restOf(one, name) !== undefined);
}

/** The name of the list that a name may be an element of: `ports` for `ports[0]`, `env` for `env.PORT`. */
export function listNamed(name: string): string | undefined {
  return /^(.+)\[\d+\]$/.exec(name)?.[1] ?? /^(env)\../.exec(name)?.[1];
}

interface NamedPart extends Omit<Part, 'key'> {
  readonly names: readonly string[];
}

function* partsOf(
  { config, provenance }: Accepted,
  { type, path: key, result = key, grammar }: KeySchema,
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
  } else if (own && isListProvenance(own)) {
    yield* elementsIn(result, own, grammar === 'env');
  }
}

/** Elements by their place in the configuration, then by where they were written; of a variable, the last one counts. */
function* elementsIn(
  list: string,
  own: readonly ElementProvenance[],
  isVariables: boolean,
): Generator<NamedPart> {
  const elements = own.map((provenance, index) => {
    const { value } = provenance;
    return { path: pathBelow(list, index), ...(value !== undefined && { value }), provenance };
  });
  const present = elements.filter(({ value }) => value !== undefined);
  for (const each of present) yield { ...each, names: [each.path] };
  for (const each of isVariables ? present.toReversed() : []) {
    const [variable] = each.value as readonly string[];
    yield { ...each, names: [pathBelow(list, variable!), `${list}.${variable!}`] };
  }
  for (const { provenance, ...each } of elements) {
    const { origins, dropped } = provenance;
    const names = [...origins, ...dropped].flatMap((origin) =>
      origin.kind === 'smolfile' ? [origin.key] : [],
    );
    yield { ...each, path: names[0] ?? each.path, provenance, names };
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
