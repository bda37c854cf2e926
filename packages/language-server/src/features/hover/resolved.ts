import {
  byText,
  COMMANDS,
  explainValue,
  keyByPath,
  markdownText,
  originText,
  type Accepted,
  type Command,
  type ConfigValue,
  type KeySchema,
  type SmolfileDocument,
  valueText,
} from '@smolfile/core';
import { resolutionOf } from '../resolve.ts';
import type { Target } from '../target.ts';
import { code } from './code.ts';

/** A file beyond this is no Smolfile that anybody runs, and would make a hover slow. */
const LONGEST = 50_000;
/** Elements of a list that are shown. */
const MOST = 8;

/**
 * What a key comes to in this file, without flags, and where that comes from.
 *
 * @returns Markdown list items; empty where smolvm refuses the file, or the commands give the key no value.
 */
export function resolvedLines(document: SmolfileDocument, path: string, target: Target): string[] {
  if (document.text.length > LONGEST || document.damaged) return [];
  const texts: Partial<Record<Command, string>> = {};
  for (const command of COMMANDS) {
    const resolution = resolutionOf(document, command, target);
    const text = resolution.accepted ? explained(resolution, path, document) : 'refused';
    if (text !== undefined) texts[command] = text;
  }
  const lines = byText(texts).map(
    ([commands, text]) => `- **${commands.join(', ')} with this file**: ${text}`,
  );
  // That all refuse it says nothing of the key.
  return lines.length === 1 && Object.values(texts).every((text) => text === 'refused') ? [] : lines;
}

function explained(resolution: Accepted, name: string, document: SmolfileDocument): string | undefined {
  const explanation = explainValue(resolution, name);
  if (explanation?.value === undefined || explanation.value === null) return undefined;
  const key = keyByPath(explanation.key, resolution.release);
  if (!key) return undefined;
  const { value, chain } = explanation;
  // Every secret of the file is too much to say of one key.
  if (key.type === 'map' && typeof value === 'object' && explanation.name === key.path) return undefined;
  const all = elementTexts(value, key);
  const shown = all.slice(0, MOST).map((text) => code(text));
  const more = all.length > MOST ? ` and ${all.length - MOST} more` : '';
  const used = chain.filter(({ outcome }) => outcome === 'used');
  const origins = [
    ...new Set(used.map(({ origin }) => originText(origin, '', { path: '', lines: document.lines }))),
  ];
  const lost = [...new Set(chain.flatMap(({ reason }) => reason ?? []))];
  const from = origins.length > 0 ? ` (${markdownText(origins.slice(0, MOST).join('; '))})` : '';
  const what = shown.length > 0 ? shown.join(', ') + more : 'nothing';
  return `${what}${from}${lost
    .slice(0, MOST)
    .map((reason) => `. ${markdownText(capitalised(reason))}`)
    .join('')}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The elements of a list one by one; a single value, and the words of a command, as the only one. */
function elementTexts(value: ConfigValue, key: KeySchema): string[] {
  const isListed = key.type === 'table-array' || (key.type === 'string-array' && key.grammar !== 'argv');
  const isList = isListed && Array.isArray(value);
  return isList ? value.map((item: ConfigValue) => valueText(item, key)) : [valueText(value, key)];
}
