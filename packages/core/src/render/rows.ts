import { joinWords } from '../call/words.ts';
import { pathBelow } from '../document/path.ts';
import { grammarOf } from '../grammars/index.ts';
import {
  dropsEntrypoint,
  isListProvenance,
  relativeVolume,
  valuesOf,
  type Accepted,
  type ConfigValue,
  type Dropped,
  type ElementProvenance,
  type Origin,
  type ResolvedValue,
  type RunsFrom,
} from '../resolve/index.ts';
import { defaultText, keyByPath, type KeySchema } from '../schema/index.ts';
import type { TextRange } from '../text/range.ts';
import { visible } from '../text/visible.ts';
import { originText, valueText, type Places } from './values.ts';

/** A few words and the place that they are about: in the file, or in the text of the call. */
export interface Mention {
  readonly text: string;
  /** Absent for what nobody wrote. */
  readonly range?: TextRange;
  readonly source?: 'flags';
}

/** One line of the table, and what it beat. */
export interface Row {
  /** The value that it is of, also on the further lines of a list. */
  readonly of: string;
  readonly key: KeySchema;
  /** Empty on the further lines of a list. */
  readonly name: string;
  /** Empty where what was given came to nothing. */
  readonly value: string;
  readonly origins: readonly Mention[];
  /** Nobody gave it. */
  readonly isDefault: boolean;
  /** What was given and has no effect, a sentence each. */
  readonly lost: readonly Mention[];
}

/** A value that is not set, or is its section's default, which is seldom what somebody looks for. */
export interface Unset {
  readonly name: string;
  readonly key: KeySchema;
  readonly value?: string;
}

/** The table of a configuration, and what is not set at all. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly unset: readonly Unset[];
}

/**
 * The values of a configuration, line by line; lists have a line an element.
 *
 * @param cwd where host paths are shown relative to.
 */
export function rowsOf(resolution: Accepted, places: Places, cwd: string): Rows {
  const rows: Row[] = runsRow(resolution);
  const unset: Unset[] = [];
  for (const value of valuesOf(resolution)) {
    const lines = linesOf(value, resolution, places, cwd);
    // the defaults of a section are many, and seldom what somebody looks for
    const [first] = lines;
    const isAside =
      lines.length === 1 && first?.isDefault && first.lost.length === 0 && value.name.includes('.');
    const { name, key } = value;
    if (lines.length === 0) unset.push({ name, key, ...sizeOf(key) });
    else if (isAside) unset.push({ name, key, value: first.value });
    else rows.push(...lines);
  }
  return { rows, unset };
}

/** What smolvm takes for a size that the configuration leaves to it. */
function sizeOf(key: KeySchema): Pick<Unset, 'value'> {
  const size = key.unit && defaultText(key);
  return size === undefined ? {} : { value: size };
}

/** What it comes to in the guest, before the values that it is made of. */
function runsRow({ runs, release }: Accepted): Row[] {
  if (!runs) return [];
  const { command, from } = runs;
  const value =
    command === null
      ? from === 'image'
        ? 'the command of the image'
        : 'nothing: the machine only boots'
      : visible(joinWords(command));
  const origins = command === null || from === null ? [] : [{ text: ORIGINS[from] }];
  // it stands for no key; what there is to say of it is said of the command
  const key = keyByPath('cmd', release)!;
  return [{ of: 'runs', key, name: 'runs', value, origins, isDefault: false, lost: [] }];
}

const ORIGINS: Readonly<Record<RunsFrom, string>> = {
  call: 'the call',
  smolfile: 'the file',
  image: 'the image',
  smolvm: 'smolvm',
};

/** An entrypoint that counts for nothing is no value. */
const DROPPED = 'the command of the call is the whole command: `machine run` drops the entrypoint';

function linesOf(value: ResolvedValue, resolution: Accepted, places: Places, cwd: string): Row[] {
  const { name, key } = value;
  if (key.type === 'map') return mapLines(value, resolution, places);
  const own = resolution.provenance[name];
  if (name === 'entrypoint' && dropsEntrypoint(resolution)) {
    const [origin] = value.elements.flatMap(({ origins }) => origins);
    const lost = [{ text: DROPPED, ...(origin && placeOf(origin)) }];
    return [{ of: name, key, name, value: '', origins: [], isDefault: false, lost }];
  }
  if (own && isListProvenance(own)) {
    const lists = [own, ...(grammarOf(key).lists ?? []).map((list) => resolution.provenance[list])];
    const elements = lists.flatMap((list) => (list && isListProvenance(list) ? [...list] : []));
    const whole = key.grammar === 'argv' ? commandLineOf(value, elements, places) : undefined;
    if (whole) return [whole];
    return elements.map((element, index) =>
      elementLine(element, index === 0 ? name : '', value, places, cwd),
    );
  }
  const dropped = own && !isListProvenance(own) ? own.dropped : [];
  if (value.value === null && dropped.length === 0) return [];
  const chain = { origins: value.origins, dropped };
  return [line({ of: name, name, key }, valueText(value.value, key), chain, key.path, places)];
}

/** The words of a command on one line, where they all come from one place. */
function commandLineOf(
  { name, key, value }: ResolvedValue,
  elements: readonly ElementProvenance[],
  places: Places,
): Row | undefined {
  const lines = elements
    .filter((element) => element.value !== undefined)
    .map(({ origins }) => line({ of: name, name, key }, '', { origins, dropped: [] }, key.path, places));
  const lost = elements.flatMap(({ dropped }) => dropped.map(lossOf));
  const [first] = lines;
  if (!first || lines.some((one) => originsText(one) !== originsText(first))) return undefined;
  return { ...first, value: valueText(value), lost };
}

function elementLine(
  element: ElementProvenance,
  label: string,
  { name: of, key }: ResolvedValue,
  places: Places,
  cwd: string,
): Row {
  const { value, written } = element;
  const shown = value === undefined ? '' : elementText(value, key, cwd, written);
  return line({ of, name: label, key }, shown, element, key.path, places);
}

function elementText(value: ConfigValue, key: ResolvedValue['key'], cwd: string, written?: string): string {
  const isVolume = key.grammar === 'volume' && Array.isArray(value);
  if (isVolume) return valueText(relativeVolume(value, cwd), key);
  return typeof value === 'number' && written !== undefined ? written : valueText(value, key);
}

function mapLines({ name, key, value }: ResolvedValue, { provenance }: Accepted, places: Places): Row[] {
  const entries = Object.entries((value ?? {}) as Readonly<Record<string, ConfigValue>>);
  return entries.map(([entry, reference]) => {
    const path = pathBelow(name, entry);
    const own = provenance[path];
    const single = own && !isListProvenance(own) ? own : { origins: [], dropped: [] };
    return line({ of: path, name: path, key }, valueText(reference), single, path, places);
  });
}

/**
 * @param self the key that goes without saying.
 */
function line(
  about: Pick<Row, 'of' | 'name' | 'key'>,
  value: string,
  { origins, dropped }: Pick<ElementProvenance, 'origins' | 'dropped'>,
  self: string,
  places: Places,
): Row {
  return {
    ...about,
    value,
    origins: origins.map((origin) => ({ text: originText(origin, self, places), ...placeOf(origin) })),
    isDefault: origins.every(({ kind }) => kind === 'default'),
    lost: dropped.map(lossOf),
  };
}

function lossOf(dropped: Dropped): Mention {
  return { text: dropped.reason, ...placeOf(dropped) };
}

function placeOf(origin: Origin): Pick<Mention, 'range' | 'source'> {
  if (origin.kind === 'default') return {};
  const inFlags = origin.kind === 'flag' || (origin.kind === 'implied' && origin.source === 'flags');
  return { range: origin.range, ...(inFlags && { source: 'flags' }) };
}

/** Where a row comes from, in a few words. */
export function originsText({ origins }: Row): string {
  return origins.map(({ text }) => text).join(' + ');
}
