import { grammarOf } from '../grammars/index.ts';
import type { FlagUse } from '../call/index.ts';
import type { KeySchema } from '../schema/index.ts';
import { mergedKeys } from './merge.ts';
import {
  isListProvenance,
  type Accepted,
  type ConfigValue,
  type ElementProvenance,
  type Origin,
} from './resolution.ts';

/** One value of a configuration together with its key. */
export interface ResolvedValue {
  /** Its name in the configuration. */
  readonly name: string;
  readonly key: KeySchema;
  readonly value: ConfigValue;
  /** The result when nobody gives a value. */
  readonly missing: unknown;
  readonly origins: readonly Origin[];
  /** Of a list: its elements, without what came to nothing; remote volumes last. */
  readonly elements: readonly ElementProvenance[];
}

/** Something that a rendition cannot say, with the reason in one sentence. */
export interface Inexpressible {
  /** A key, or a flag as it was given. */
  readonly what: string;
  readonly reason: string;
}

/** The values of a configuration in the order of the schema, left-out defaults of newer keys left out. */
export function valuesOf(resolution: Accepted): ResolvedValue[] {
  const { config } = resolution;
  return mergedKeys(resolution).flatMap(({ key, rule }) => {
    const name = key.result ?? key.path;
    const value = configValue(config, name);
    if (value === undefined) return [];
    const origins = originsOf(resolution, name);
    return [
      { name, key, value, missing: rule.missing, origins, elements: elementsOf(resolution, name, key) },
    ];
  });
}

/** Where a single value comes from; empty for a list. */
export function originsOf({ provenance }: Accepted, name: string): readonly Origin[] {
  const own = provenance[name];
  return own && !isListProvenance(own) ? own.origins : [];
}

/** The value at a dotted name. */
export function configValue(config: ConfigValue, name: string): ConfigValue | undefined {
  let value: ConfigValue | undefined = config;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    if (!Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<string, ConfigValue>>)[part];
  }
  return value;
}

function elementsOf({ provenance }: Accepted, name: string, key: KeySchema): ElementProvenance[] {
  const names = [name, ...(grammarOf(key).lists ?? [])];
  return names.flatMap((one) => {
    const list = provenance[one];
    return list && isListProvenance(list) ? list.filter(({ value }) => value !== undefined) : [];
  });
}

/** The use of a flag that a value comes from. */
export function useOf({ call }: Pick<Accepted, 'call'>, origin: Origin | undefined): FlagUse | undefined {
  if (origin?.kind !== 'flag') return undefined;
  return call.uses.find(({ range, valueRange }) => (valueRange ?? range).start === origin.range.start);
}

/** Flags of the call that give no value of the configuration: `--timeout`, `-it`, `--label`. */
export function otherFlags(resolution: Accepted): FlagUse[] {
  const paths = new Set(mergedKeys(resolution).map(({ key }) => key.path));
  return resolution.call.uses.filter(
    ({ flag }) => flag.long !== 'smolfile' && !flag.feeds.some((path) => paths.has(path)),
  );
}

/** Whether the command for the machine comes from the call of `run`, which then drops the entrypoint (facts 2.5). */
export function dropsEntrypoint({ command, call, config }: Accepted): boolean {
  const { entrypoint } = config;
  return command === 'run' && call.trailing.length > 0 && Array.isArray(entrypoint) && entrypoint.length > 0;
}
