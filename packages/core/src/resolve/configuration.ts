import { grammarOf } from '../grammars/index.ts';
import type { Release } from '../release/index.ts';
import { pathBelow } from '../document/path.ts';
import { hasElements, type Merged, type MergedElement } from './merge.ts';
import type { Redaction } from './redact.ts';
import type { Config, ConfigValue, ElementProvenance, Provenance, ValueProvenance } from './resolution.ts';

/** Makes the configuration of merged values, in the shape of the conformance vectors, and its provenance. */
export function configurationOf(
  merged: readonly Merged[],
  redaction: Redaction,
  release: Release,
): { config: Config; provenance: Provenance } {
  const config: Record<string, ConfigValue> = {};
  const provenance: Record<string, ValueProvenance | readonly ElementProvenance[]> = {};
  for (const each of merged) {
    const value = valueOf(each, redaction);
    if (isOmitted(each, value)) continue;
    put(config, each.name.split('.'), value);
    if (each.key.type === 'map') Object.assign(provenance, entries(each));
    else if (hasElements(each.key)) provenance[each.name] = elements(each, redaction, undefined);
    else provenance[each.name] = { origins: each.origins, dropped: each.dropped };
    for (const list of grammarOf(each.key).lists ?? []) {
      const values = shownList(each, redaction).filter((_, index) => each.elements[index]!.list === list);
      if (values.length === 0) continue;
      config[list] = isCounted(list, release) ? values.length : values;
      provenance[list] = elements({ ...each, dropped: [] }, redaction, list);
    }
  }
  return { config, provenance };
}

/** The vectors of the first release that had remote volumes say only how many (conformance/README.md). */
function isCounted(list: string, release: Release): boolean {
  return list === 'remote_volumes' && release.has('remote-volumes-counted');
}

/** Keys that came after the oldest release, and what only flags give, are shown only where they say something. */
function isOmitted({ key, rule, elements: list }: Merged, value: ConfigValue): boolean {
  const isLater = key.since !== undefined || key.byFlags;
  return isLater === true && list.length === 0 && (hasElements(key) || value === rule.missing);
}

function put(config: Record<string, ConfigValue>, path: readonly string[], value: ConfigValue): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    config[name] = value;
  } else {
    const section = { ...(config[name] as Record<string, ConfigValue> | undefined) };
    put(section, rest, value);
    config[name] = section;
  }
}

function valueOf(merged: Merged, redaction: Redaction): ConfigValue {
  const { key, rule, value } = merged;
  if (key.type === 'map') {
    return Object.fromEntries(
      merged.elements.map((element) => [element.written, shownValue(merged, element, redaction)]),
    );
  }
  if (!hasElements(key)) return typeof value === 'string' ? redaction.text(value) : value;
  const list = shownList(merged, redaction).filter((_, index) => merged.elements[index]!.list === undefined);
  return list.length === 0 ? (rule.missing as ConfigValue) : list;
}

/** The elements as they may be shown; a command is looked at as a whole. */
function shownList(merged: Merged, redaction: Redaction): ConfigValue[] {
  if (merged.key.grammar === 'argv') {
    return redaction.words(merged.elements.map(({ written }) => written));
  }
  return merged.elements.map((element) => shownValue(merged, element, redaction));
}

function shownValue({ key }: Merged, { value, written }: MergedElement, redaction: Redaction): ConfigValue {
  if (key.grammar === 'env' && Array.isArray(value)) {
    const [name, text] = value as [string, ConfigValue];
    const shown =
      typeof text === 'string' ? redaction.envValue(name, text) : shownParts(text, redaction.reference);
    return [redaction.reference(name), shown];
  }
  if (key.type === 'map')
    return typeof value === 'string'
      ? redaction.envValue(written, value)
      : shownParts(value, redaction.reference);
  if (typeof value === 'string')
    return key.grammar === 'env' ? redaction.envSpec(value) : redaction.text(value);
  return shownParts(value, key.type === 'table-array' ? redaction.reference : redaction.text);
}

/** Every text that a value is made of: of a volume the source, of a secret the name or path. */
function shownParts(value: ConfigValue, shown: (text: string) => string): ConfigValue {
  if (typeof value === 'string') return shown(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part: ConfigValue) => shownParts(part, shown));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shownParts(part, shown)]));
}

function elements(merged: Merged, redaction: Redaction, name: string | undefined): ElementProvenance[] {
  const values = shownList(merged, redaction);
  const writtenAs = (written: string, index: number): string => {
    if (merged.key.grammar === 'argv') return values[index] as string;
    if (merged.key.type === 'map') return redaction.reference(written);
    return merged.key.grammar === 'env' ? redaction.envSpec(written) : redaction.text(written);
  };
  const list = merged.elements.flatMap((element, index): ElementProvenance[] => {
    const { written, origins } = element;
    if (element.list !== name) return [];
    return [{ value: values[index]!, written: writtenAs(written, index), origins, dropped: [] }];
  });
  if (merged.dropped.length === 0) return list;
  return [...list, { origins: [], dropped: merged.dropped }];
}

/** Per entry of a map: what lost against an entry stands with it. */
function entries({ name, elements: list, lost }: Merged): Record<string, ValueProvenance> {
  return Object.fromEntries(
    list.map(({ written, origins }) => [
      pathBelow(name, written),
      { origins, dropped: lost.get(written) ?? [] },
    ]),
  );
}
