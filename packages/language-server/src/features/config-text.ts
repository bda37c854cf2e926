import type { ConfigValue, KeySchema, LineIndex, Origin } from '@smolfile/core';
import { amountInWords } from './words.ts';

/**
 * A value of a merged configuration on one line. What comes from the host is named, never shown; core has masked
 * what looks like a credential.
 */
export function valueText(value: ConfigValue, key?: KeySchema): string {
  if (value === null) return 'not set';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' || typeof value === 'bigint')
    return key?.unit ? amount(value, key.unit) : String(value);
  if (!isList(value)) return referenceText(value);
  return pairText(value, key?.grammar) ?? `[${value.map((item) => valueText(item)).join(', ')}]`;
}

/** The elements of a list one by one; a single value as the only one. */
export function elementTexts(value: ConfigValue, key: KeySchema): string[] {
  if (!isList(value) || key.type !== 'string-array') return [valueText(value, key)];
  // The words of a command belong together.
  if (key.grammar === 'argv') return [valueText(value)];
  return value.map((item) => valueText(item, key));
}

function isList(value: ConfigValue): value is readonly ConfigValue[] {
  return Array.isArray(value);
}

function amount(value: number | bigint, unit: 'MiB' | 'GiB'): string {
  const words = amountInWords(value, unit);
  return words === `${value} ${unit}` ? words : `${value} ${unit} (${words})`;
}

const REFERENCES: Readonly<Record<string, string>> = {
  fromHost: 'host variable',
  from_env: 'host variable',
  from_file: 'host file',
  fromDns: 'addresses of',
};

function referenceText(value: Readonly<Record<string, ConfigValue>>): string {
  const parts = Object.entries(value).map(
    ([kind, name]) => `${REFERENCES[kind] ?? `${kind} =`} ${bare(name)}`,
  );
  return parts.length > 0 ? parts.join(', ') : 'nothing';
}

function pairText(value: readonly ConfigValue[], grammar: string | undefined): string | undefined {
  const [first = null, second = null, third] = value;
  if (grammar === 'port') return first === second ? bare(first) : `${bare(first)} → ${bare(second)}`;
  if (grammar === 'volume') return `${bare(first)} → ${bare(second)}${third === true ? ' (read-only)' : ''}`;
  if (grammar !== 'env') return undefined;
  return `${bare(first)}=${typeof second === 'string' ? second : `<${valueText(second)}>`}`;
}

function bare(value: ConfigValue): string {
  return typeof value === 'string' ? value : valueText(value);
}

/** Where something comes from, in a few words. */
export function originText(origin: Origin, lines: LineIndex): string {
  const at = (offset: number): string => `line ${lines.positionAt(offset).line}`;
  switch (origin.kind) {
    case 'default':
      return 'default';
    case 'flag':
      return origin.flag === 'COMMAND' ? 'the call' : origin.flag;
    case 'smolfile':
      return `${origin.key}, ${at(origin.range.start)}`;
    case 'implied':
      return `because of ${origin.by}`;
  }
}
