import {
  entryFormOf,
  grammarOf,
  parseUnsigned,
  U64_MAX,
  withinNumber,
  type Reading,
} from '../grammars/index.ts';
import type { GivenValue } from '../merge/index.ts';
import type { HostFileSystem } from '../model/host.ts';
import { keyByPath, type KeySchema } from '../schema/index.ts';
import type { Sources } from './contributions.ts';
import type { ConfigValue, HostEnvironment } from './resolution.ts';
import { scalarValue, tableValue, withDefaults } from './tables.ts';

/** What values depend on beside their text. */
export interface Surroundings extends Sources {
  readonly host: HostFileSystem | undefined;
  readonly environment: HostEnvironment | undefined;
}

/** A value that was given and has become one of the configuration. */
export interface Element {
  readonly given: GivenValue;
  readonly converted: ConfigValue;
  /** As it was written, or the name of an entry of a map; it can be written so again. */
  readonly written: string;
  /** The list of the configuration that it belongs to, where that is not its key's own: `udp_ports`. */
  readonly list?: string | undefined;
}

const UNREADABLE = 'smolvm cannot read it';

/** Makes values of one that was given for a key, mostly one, or says why smolvm drops it. */
export function convert(
  key: KeySchema,
  given: GivenValue,
  around: Surroundings,
): readonly Element[] | string {
  const { value, use, entry, setting } = given;
  if (key.type === 'map') return convertEntry(given, around);
  if (value === undefined)
    return [{ given, converted: tableValue(setting!, around), written: setting!.path }];
  if (key.type === 'table-array' && use) return convertItem(key, given, around);
  if (entry !== undefined || typeof value !== 'string')
    return [{ given, converted: scalarValue(value), written: String(value) }];
  if (key.type === 'integer') {
    // the argument parser takes `-0` for some
    const number = parseUnsigned(value.replace(/^-(?=0+$)/, ''), U64_MAX);
    return number === undefined ? UNREADABLE : [{ given, converted: withinNumber(number), written: value }];
  }
  const reading = readText(key, value, given, around);
  if ('drop' in reading) return reading.drop + fallbackText(key, given, around);
  return reading.values.map(({ value: converted, written, list }) => ({ given, converted, written, list }));
}

function readText(
  { grammar }: Pick<KeySchema, 'grammar'>,
  text: string,
  { use }: GivenValue,
  { command, release, host, environment }: Surroundings,
): Reading {
  const at = { command, release, flag: use?.flag.long, host, environment };
  return grammarOf({ grammar }).read?.(text, at) ?? { values: [{ value: text, written: text }] };
}

/** What smolvm takes in place of a value that counts as absent. */
function fallbackText(key: KeySchema, { layer }: GivenValue, { release }: Surroundings): string {
  if (key.grammar !== 'duration') return '';
  const fallback = keyByPath(layer, release)?.default;
  return `, and silently takes ${typeof fallback === 'string' ? `its default of ${fallback}` : 'its own default'}`;
}

/** An entry of a map, from the file or a flag. */
function convertEntry(given: GivenValue, around: Surroundings): readonly Element[] | string {
  const { entry, use, setting, value } = given;
  if (use) {
    const read = entryFormOf(use.flag).read(String(value));
    return read ? [{ given, converted: read.value, written: read.name }] : UNREADABLE;
  }
  const converted = value === undefined ? tableValue(setting!, around) : scalarValue(value);
  return [{ given, converted, written: entry ?? '' }];
}

/** An item of a list of tables that a flag gives, with the defaults of what it leaves out. */
function convertItem(key: KeySchema, given: GivenValue, around: Surroundings): readonly Element[] | string {
  const { use, value } = given;
  const reading = readText(use!.flag, String(value), given, around);
  if ('drop' in reading) return reading.drop;
  return reading.values.map(({ value: item, written }) => ({
    given,
    converted: key.element ? withDefaults(item, key.element) : item,
    written,
  }));
}
