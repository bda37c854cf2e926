import { grammarOf } from '../grammars/index.ts';
import type { ConfigValue, Origin } from '../resolve/index.ts';
import type { KeySchema } from '../schema/index.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { TextRange } from '../text/range.ts';
import { visible } from '../text/visible.ts';

/** Things that a text of a resolution names: the file and the flags. */
export interface Places {
  /** As output names the file. */
  readonly path: string;
  readonly lines: LineIndex;
}

/** A value on one line, as TOML would have it where it has it. */
export function valueText(value: ConfigValue, key?: KeySchema): string {
  if (value === null) return 'not set';
  if (typeof value === 'string') return quoted(value);
  const compact = key && grammarOf(key).display?.(value);
  if (compact !== undefined) return visible(compact);
  if (typeof value !== 'object') return key?.unit ? amount(value, key.unit) : String(value);
  if (!isList(value)) return referenceText(value);
  return `[${value.map((item) => valueText(item)).join(', ')}]`;
}

/** Mebibytes are read more easily as gibibytes where they are whole ones. */
function amount(value: number | bigint | boolean, unit: string): string {
  const size = Number(value);
  const larger = unit === 'MiB' && size >= 1024 && size % 1024 === 0 ? ` (${size / 1024} GiB)` : '';
  return `${String(value)} ${unit}${larger}`;
}

function isList(value: ConfigValue): value is readonly ConfigValue[] {
  return Array.isArray(value);
}

/** Strings are shown in quotes, so that white space at their ends is seen; what is hidden in them is spelled out. */
function quoted(text: string): string {
  return visible(JSON.stringify(text));
}

/** What comes from the host is a reference, never a content. */
function referenceText(value: Readonly<Record<string, ConfigValue>>): string {
  const entries = Object.entries(value);
  const [kind = '', name = null] = entries[0] ?? [];
  const words = REFERENCES[kind];
  if (words !== undefined && entries.length === 1) return `${words} ${bare(name)}`;
  return entries.length === 0
    ? 'nothing'
    : entries.map(([part, item]) => `${part} = ${valueText(item)}`).join(', ');
}

const REFERENCES: Readonly<Record<string, string>> = {
  fromHost: 'host variable',
  from_env: 'host variable',
  from_file: 'host file',
  fromDns: 'addresses of',
};

/** A text without quotes, with what is hidden in it shown. */
function bare(value: ConfigValue): string {
  return typeof value === 'string' ? visible(value) : valueText(value);
}

/**
 * Where something comes from, in a few words.
 *
 * @param name the key that goes without saying.
 */
export function originText(origin: Origin, name: string, { lines }: Places): string {
  const line = (range: TextRange): string => `line ${lines.positionAt(range.start).line}`;
  switch (origin.kind) {
    case 'default':
      return 'default';
    case 'flag':
      return origin.flag === 'COMMAND' ? 'the call' : visible(origin.flag);
    case 'smolfile': {
      const key = origin.key.replace(/\[\d+\]$/, '');
      return `${key === name ? '' : `${visible(key)}, `}${line(origin.range)}`;
    }
    case 'implied':
      return `implied by ${visible(origin.by)}${origin.source ? '' : `, ${line(origin.range)}`}`;
  }
}
