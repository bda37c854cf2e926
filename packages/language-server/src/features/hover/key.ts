import {
  byText,
  COMMANDS,
  defaultText,
  flagsFor,
  flagText,
  markdownOf,
  referenceUrl,
  sinceText,
  typeText,
  type Command,
  type KeySchema,
  type Release,
} from '@smolfile/core';
import { amountInWords } from '../words.ts';
import { code } from './code.ts';

/**
 * What one wants to know of a key at a glance: what it comes to in the file, what it is, and where the rest is said.
 *
 * @param resolved what it comes to in the file, as list items.
 */
export function keyText(
  key: KeySchema,
  path: readonly string[],
  release: Release,
  resolved: readonly string[],
): string {
  const [first = '', ...others] = markdownOf(key).split('\n\n');
  // What surprises is set in bold; lists and examples are for the reference.
  const warnings = others.filter((paragraph) => /^\*\*(?!create|run|pack)/.test(paragraph)).slice(0, 1);
  const said = [...resolved, ...facts(key, release)].join('\n');
  const more = `[More about ${code(key.path)}](${referenceUrl(key)})`;
  return [title(key, path), ...missing(key, release), said, first, ...warnings, more]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A key in one line, for its values. */
export function summaryText(key: KeySchema, path: readonly string[]): string {
  return `${code(path.join('.'))}: ${key.description}`;
}

function title(key: KeySchema, path: readonly string[]): string {
  const parts = [typeText(key), key.unit && `in ${key.unit}`, `since smolvm ${sinceText(key)}`];
  return `**${code(path.join('.'))}** — ${parts.filter(Boolean).join(', ')}`;
}

function missing({ absent }: KeySchema, release: Release): string[] {
  return !absent
    ? []
    : [`**smolvm ${release.version}, which this file is for, does not know this key and refuses the file.**`];
}

function facts(key: KeySchema, release: Release): string[] {
  return [...line('Default', defaultInWords(key)), ...flagLines(key, release), ...effectLines(key)];
}

function line(name: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`- **${name}**: ${text}`];
}

function defaultInWords(key: KeySchema): string | undefined {
  const text = defaultText(key);
  if (text === undefined || key.type === 'string-array') return undefined;
  if (!key.unit || typeof key.default !== 'number') return `\`${text}\``;
  const words = amountInWords(key.default, key.unit);
  return words === text ? text : `${text} (${words})`;
}

function flagLines(key: KeySchema, release: Release): string[] {
  const commandsByFlag = new Map<string, Command[]>();
  for (const command of COMMANDS) {
    for (const flag of flagsFor(command, release)) {
      if (flag.key !== (key.feeds ?? key.path) || flag.hidden) continue;
      const text = flagText(flag);
      commandsByFlag.set(text, [...(commandsByFlag.get(text) ?? []), command]);
    }
  }
  const texts = Array.from(commandsByFlag, ([text, commands]) => `\`${text}\` (${commands.join(', ')})`);
  return line(texts.length > 1 ? 'Flags' : 'Flag', texts.length > 0 ? texts.join(', ') : undefined);
}

/** The commands that do not do what one would expect of them. */
function effectLines({ effect = {} as NonNullable<KeySchema['effect']> }: KeySchema): string[] {
  const texts: Partial<Record<Command, string>> = {};
  for (const [command, { effect: what }] of Object.entries(effect)) {
    const text = EFFECTS[what];
    if (text !== undefined) texts[command as Command] = text;
  }
  return byText(texts).flatMap(([commands, text]) => line(commands.join(', '), text));
}

const EFFECTS: Partial<Record<NonNullable<KeySchema['effect']>[Command]['effect'], string>> = {
  ignored: 'ignores it',
  validated: 'checks it, then drops it',
  partial: 'uses some of it',
};
