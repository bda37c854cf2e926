import type { FlagUse } from '../call/call.ts';
import type { Content, Setting } from '../document/setting.ts';
import type { Implication } from '../schema/index.ts';
import type { MergeSources } from './given.ts';

/** A key or flag that brings a value about. */
export type Implier = { readonly setting: Setting } | { readonly use: FlagUse };

/** A value that a merge gets without anybody having written it, and everything that brings it about. */
export interface ImpliedValue {
  /** Path of the key that gets it. */
  readonly key: string;
  readonly value: unknown;
  readonly how: 'set' | 'replace-by-key';
  /** `merge`: it is part of the configuration. `launch`: it counts only when the machine boots (facts 2.6). */
  readonly stage: Implication['stage'];
  /** Keys in document order, then flags as they were given; never empty. */
  readonly by: readonly Implier[];
}

interface Growing extends ImpliedValue {
  readonly by: Implier[];
}

/** What keys and flags imply for a command, by the path of the key that gets it (facts 2.6, 2.8). */
export function impliedValues({
  settings,
  call,
  command,
}: Omit<MergeSources, 'release'>): ReadonlyMap<string, readonly ImpliedValue[]> {
  const found = new Map<string, Growing[]>();
  const add = ({ key, value, how = 'set', stage, commands }: Implication, by: Implier): void => {
    if (commands && !commands.includes(command)) return;
    const list = found.get(key) ?? [];
    found.set(key, list);
    const same = list.find((one) => one.stage === stage && isSame(one.value, value));
    if (same) same.by.push(by);
    else list.push({ key, value, how, stage, by: [by] });
  };
  for (const setting of settings.all()) {
    for (const implication of setting.schema.implies ?? []) {
      if (holds(implication.when, setting.value)) add(implication, { setting });
    }
  }
  for (const use of call?.uses ?? []) {
    for (const implication of use.flag.implies) add(implication, { use });
  }
  return found;
}

function holds(when: Implication['when'], value: Content): boolean {
  if (when === 'set') return true;
  if (when === 'true') return value.type === 'scalar' && value.value === true;
  return 'items' in value && value.items.length > 0;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
