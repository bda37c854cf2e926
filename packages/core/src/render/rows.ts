import { pathBelow } from '../document/path.ts';
import { grammarOf } from '../grammars/index.ts';
import {
  isListProvenance,
  relativeVolume,
  valuesOf,
  type Accepted,
  type ConfigValue,
  type ElementProvenance,
  type Origin,
  type ResolvedValue,
} from '../resolve/index.ts';
import { originText, valueText, type Places } from './values.ts';

/** One line of the table, and what it beat. */
export interface Row {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
  /** Nobody gave it. */
  readonly isDefault: boolean;
  /** What was given and has no effect, a sentence each. */
  readonly lost: readonly string[];
}

/** The table of a configuration, and the names of what is not set at all. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly unset: readonly string[];
}

/**
 * The values of a configuration, line by line; lists have a line an element.
 *
 * @param cwd where host paths are shown relative to.
 */
export function rowsOf(resolution: Accepted, places: Places, cwd: string): Rows {
  const rows: Row[] = [];
  const unset: string[] = [];
  for (const value of valuesOf(resolution)) {
    const lines = linesOf(value, resolution, places, cwd);
    // the defaults of a section are many, and seldom what somebody looks for
    const [first] = lines;
    const isAside =
      lines.length === 1 && first?.isDefault && first.lost.length === 0 && value.name.includes('.');
    if (lines.length === 0) unset.push(value.name);
    else if (isAside) unset.push(`${value.name} (${first.value})`);
    else rows.push(...lines);
  }
  return { rows, unset };
}

function linesOf(value: ResolvedValue, resolution: Accepted, places: Places, cwd: string): Row[] {
  const { name, key } = value;
  if (key.type === 'map') return mapLines(value, resolution, places);
  const own = resolution.provenance[name];
  if (own && isListProvenance(own)) {
    const lists = [own, ...(grammarOf(key).lists ?? []).map((list) => resolution.provenance[list])];
    const elements = lists.flatMap((list) => (list && isListProvenance(list) ? [...list] : []));
    const whole = key.grammar === 'argv' ? commandLineOf(value, elements, places) : undefined;
    if (whole) return [whole];
    return elements.map((element, index) =>
      elementLine(element, index === 0 ? name : '', value, places, cwd),
    );
  }
  const dropped = own && !isListProvenance(own) ? own.dropped.map(({ reason }) => reason) : [];
  if (value.value === null && dropped.length === 0) return [];
  return [line(name, valueText(value.value, key), value.origins, dropped, key.path, places)];
}

/** The words of a command on one line, where they all come from one place. */
function commandLineOf(
  { name, key, value }: ResolvedValue,
  elements: readonly ElementProvenance[],
  places: Places,
): Row | undefined {
  const lines = elements
    .filter((element) => element.value !== undefined)
    .map(({ origins }) => line('', '', origins, [], key.path, places));
  const lost = elements.flatMap(({ dropped }) => dropped.map(({ reason }) => reason));
  const [first] = lines;
  if (!first || lines.some(({ origin }) => origin !== first.origin)) return undefined;
  return { ...first, name, value: valueText(value), lost };
}

function elementLine(
  element: ElementProvenance,
  label: string,
  { key }: ResolvedValue,
  places: Places,
  cwd: string,
): Row {
  const { value, written, origins, dropped } = element;
  const shown = value === undefined ? '' : elementText(value, key, cwd, written);
  const reasons = dropped.map(({ reason }) => reason);
  return line(label, shown, origins, reasons, key.path, places);
}

function elementText(value: ConfigValue, key: ResolvedValue['key'], cwd: string, written?: string): string {
  const isVolume = key.grammar === 'volume' && Array.isArray(value);
  if (isVolume) return valueText(relativeVolume(value, cwd), key);
  return typeof value === 'number' && written !== undefined ? written : valueText(value, key);
}

function mapLines({ name, value }: ResolvedValue, { provenance }: Accepted, places: Places): Row[] {
  const entries = Object.entries((value ?? {}) as Readonly<Record<string, ConfigValue>>);
  return entries.map(([entry, reference]) => {
    const path = pathBelow(name, entry);
    const own = provenance[path];
    const single = own && !isListProvenance(own) ? own : { origins: [], dropped: [] };
    const reasons = single.dropped.map(({ reason }) => reason);
    return line(path, valueText(reference), single.origins, reasons, path, places);
  });
}

function line(
  name: string,
  value: string,
  origins: readonly Origin[],
  lost: readonly string[],
  of: string,
  places: Places,
): Row {
  return {
    name,
    value,
    origin: origins.map((origin) => originText(origin, of, places)).join(' + '),
    isDefault: origins.every(({ kind }) => kind === 'default'),
    lost,
  };
}
