/** Facts about keys and flags in words, shared by the reference, hover texts and `smolfile explain`. */
import { OLDEST_RELEASE } from '../release/index.ts';
import type { Command, FlagSchema, KeySchema, MergeLayer, MergeRule, Presence } from './types.ts';

const TYPES: Readonly<Record<KeySchema['type'], string>> = {
  boolean: 'boolean',
  integer: 'integer',
  string: 'string',
  'string-array': 'list of strings',
  table: 'table',
  map: 'table of tables, one for each name',
  'table-array': 'list of tables',
};

/** @returns `integer, 0 to 255` or `list of strings`. */
export function typeText(key: KeySchema): string {
  const range = key.minimum === undefined ? '' : `, ${key.minimum} to ${key.maximum}`;
  return TYPES[key.type] + range;
}

/** @returns the default with its unit, or undefined where there is none. */
export function defaultText(key: KeySchema): string | undefined {
  if (key.default === undefined) return undefined;
  const value = key.type === 'map' ? 'empty' : JSON.stringify(key.default);
  return key.unit ? `${value} ${key.unit}` : value;
}

/** @returns `1.6.0`, `1.2.0 or earlier`, or `1.6.0 to before 1.9.0`: the releases that have a key or flag. */
export function sinceText({ since, until }: Presence): string {
  const from = since ?? `${OLDEST_RELEASE.version} or earlier`;
  return until === undefined ? from : `${from} to before ${until}`;
}

/** @returns `-p, --port HOST:GUEST`, as usage texts write a flag. */
export function flagText(flag: Pick<FlagSchema, 'long' | 'short' | 'aliases' | 'value'>): string {
  const shorts = [flag.short, ...flag.aliases.filter((alias) => alias.length === 1)].filter(Boolean);
  const names = [...shorts.map((short) => `-${short}`), `--${flag.long}`].join(', ');
  return flag.value ? `${names} ${flag.value}` : names;
}

/** @returns how the layers become one value, in one line; names of flags and keys in backticks. */
export function mergeText(rule: Pick<MergeRule, 'strategy' | 'layers' | 'missing'>): string {
  const words = rule.layers.map((layer) => layerText(layer));
  if (words.length === 1) return words.join('');
  const texts: Readonly<Record<MergeRule['strategy'], string>> = {
    override: words.join(', else '),
    'override-unless-default': `${words.join(', else ')}; a flag that equals the default (${String(rule.missing)}) counts as absent`,
    any: `true if one of ${words.join(', ')} is`,
    append: words.join(', then '),
    'replace-then-append': words.join(', then '),
    'by-key': `${words.join(', then ')}; a later entry replaces one of the same name`,
  };
  return texts[rule.strategy];
}

function layerText(layer: MergeLayer): string {
  if (typeof layer !== 'string') {
    const [first, ...rest] = layer.map((each) => layerText(each));
    return rest.length ? `${first} (${rest.join(' or ')} where it is empty)` : `${first}`;
  }
  return layer === 'COMMAND' ? 'arguments on the command line' : `\`${layer}\``;
}

/**
 * Joins commands that share a text, in the order of the first one.
 *
 * @returns `[['create', 'run'], 'used']`, …
 */
export function byText(
  texts: Readonly<Partial<Record<Command, string>>>,
): readonly (readonly [commands: readonly Command[], text: string])[] {
  const groups = new Map<string, Command[]>();
  for (const [command, text] of Object.entries(texts)) {
    groups.set(text, [...(groups.get(text) ?? []), command as Command]);
  }
  return Array.from(groups, ([text, commands]) => [commands, text] as const);
}
