import { stringify } from '@iarna/toml';
import {
  tomlOf,
  type Accepted,
  type TomlEntry,
  type TomlTable,
  callLine,
  originText,
  type Places,
  jsonText,
} from '@smolfile/core';
import { maskNote } from './mask-note.ts';
import { visible } from '../reporters/visible.ts';

/**
 * The configuration as a Smolfile without flags, each key with where it came from. Each statement is written by
 * @iarna/toml; putting them under their headers is all that is ours.
 */
export function renderToml(resolution: Accepted, places: Places): string {
  const { entries, inexpressible } = tomlOf(resolution);
  const sections = new Map<string, TomlEntry[]>();
  for (const entry of entries) {
    const section = entry.path.slice(0, -1).map(keyText).join('.');
    const others = sections.get(section);
    if (others) others.push(entry);
    else sections.set(section, [entry]);
  }
  const head = [
    `# What \`${callLine(resolution, places, Number.POSITIVE_INFINITY)}\` comes to with smolvm ${resolution.smolvm}.`,
    ...inexpressible.map(({ what, reason }) => `# Not in this file: ${visible(what)}: ${visible(reason)}.`),
  ];
  const blocks = Array.from(sections, ([section, own]) =>
    [...(section === '' ? [] : [`[${section}]`]), ...own.map((entry) => statement(entry, places))].join('\n'),
  );
  const text = `${[head.join('\n'), ...blocks].join('\n\n')}\n`;
  return maskNote(text) + text;
}

function statement({ path, value, origins, elements }: TomlEntry, places: Places): string {
  const name = path.at(-1) ?? '';
  const shown = (from: TomlEntry['origins']): string =>
    from.map((origin) => originText(origin, path.join('.'), places)).join(' + ');
  if (!elements || !Array.isArray(value)) return withComment(valueText(name, value), shown(origins));
  const texts = value.map((item: string) => valueText('x', item).slice('x = '.length));
  const sources = elements.map(shown);
  if (new Set(sources).size <= 1 && texts.join(', ').length < 60) {
    return withComment(`${keyText(name)} = [${texts.join(', ')}]`, sources[0] ?? '');
  }
  const lines = texts.map((text, index) => `  ${withComment(`${text},`, sources[index] ?? '')}`);
  return [`${keyText(name)} = [`, ...lines, ']'].join('\n');
}

function withComment(text: string, comment: string): string {
  return comment === '' ? text : `${text}  # ${comment.replaceAll(/\s+/g, ' ')}`;
}

/** One `key = value` on one line: a table is written inline, a string without line breaks. */
function valueText(name: string, value: TomlEntry['value']): string {
  if (typeof value === 'object' && !Array.isArray(value)) {
    const inner = Object.entries(value as TomlTable).map(([key, item]) => valueText(key, item));
    return `${keyText(name)} = { ${inner.join(', ')} }`;
  }
  if (typeof value === 'string' && /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##/u.test(value)) {
    // @iarna/toml writes such strings over several lines, as they are, or not at all
    return `${keyText(name)} = ${jsonText(value)}`;
  }
  const text = stringify({ [name]: value as string }).trimEnd();
  // it parts thousands with `_`, which nobody writes in a Smolfile
  return typeof value === 'string' ? text : text.replaceAll(/(?<=\d)_(?=\d)/g, '');
}

function keyText(name: string): string {
  return /^[\w-]+$/.test(name) ? name : jsonText(name);
}
