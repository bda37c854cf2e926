import { keyByPath, type Implication } from '../schema/index.ts';
import { flagText, type Sources } from './contributions.ts';
import type { ImpliedOrigin } from './resolution.ts';

/** A value that the merge gets without anybody having written it, and everything that brings it about. */
export interface Implied {
  /** Name of the value in the configuration. */
  readonly result: string;
  readonly value: unknown;
  readonly how: 'set' | 'replace-by-key';
  readonly by: readonly ImpliedOrigin[];
}

/** What keys and flags imply for the record (facts 2.6, 2.8); what they imply at boot is not part of it. */
export function impliedValues(sources: Sources): Implied[] {
  const found = new Map<string, Implied>();
  const add = (implication: Implication, by: ImpliedOrigin): void => {
    const { key, value, how = 'set' } = implication;
    const schema = keyByPath(key, sources.release);
    const id = `${key} ${JSON.stringify(value)}`;
    const earlier = found.get(id)?.by ?? [];
    found.set(id, { result: schema?.result ?? key, value, how, by: [...earlier, by] });
  };
  for (const { path, schema, range } of sources.settings.all()) {
    for (const implication of schema.implies ?? []) {
      const { start, end } = range;
      if (counts(implication, sources) && holds(implication, path, sources))
        add(implication, { kind: 'implied', by: path, range: { start, end } });
    }
  }
  for (const use of sources.call.uses) {
    for (const implication of use.flag.implies) {
      if (counts(implication, sources))
        add(implication, { kind: 'implied', by: flagText(sources, use), range: use.range, source: 'flags' });
    }
  }
  return Array.from(found.values());
}

function counts({ stage, commands }: Implication, { command }: Sources): boolean {
  return stage === 'merge' && (commands?.includes(command) ?? true);
}

function holds({ when }: Implication, path: string, { settings }: Sources): boolean {
  if (when === 'set') return true;
  if (when === 'true') return settings.boolean(path)?.value === true;
  const value = settings.get(path)?.value;
  return value !== undefined && 'items' in value && value.items.length > 0;
}
