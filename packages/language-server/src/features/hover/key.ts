import {
  byText,
  COMMANDS,
  defaultText,
  flagsFor,
  flagText,
  keyByPath,
  markdownOf,
  mergeFor,
  mergeText,
  sinceText,
  typeText,
  type Command,
  type KeySchema,
  type Release,
} from '@smolfile/core';
import { amountInWords } from '../words.ts';
import { code } from './code.ts';

/**
 * Everything about a key: what it is, what it does, and how its value comes about.
 *
 * @param resolved what it comes to in the file, as list items.
 */
export function keyText(
  key: KeySchema,
  path: readonly string[],
  release: Release,
  resolved: readonly string[],
): string {
  const said = [...resolved, ...facts(key, release)].join('\n');
  return [title(key, path), ...missing(key, release), markdownOf(key), said]
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
  return [
    ...line('Default', defaultInWords(key)),
    ...flagLines(key, release),
    ...mergeLines(key, release),
    ...effectLines(key),
  ];
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

/** How the value comes about, where there is more to it than the key itself. */
function mergeLines(key: KeySchema, release: Release): string[] {
  const texts: Partial<Record<Command, string>> = {};
  const merged = (key.feeds === undefined ? undefined : keyByPath(key.feeds, release)) ?? key;
  for (const command of COMMANDS) {
    const rule = mergeFor(merged, command, release);
    if (rule && (rule.layers.length > 1 || typeof rule.layers[0] !== 'string')) {
      texts[command] = mergeText(rule);
    }
  }
  return byText(texts).flatMap(([commands, text]) => line(`Value in ${commands.join(', ')}`, text));
}

function effectLines({ effect = {} as NonNullable<KeySchema['effect']> }: KeySchema): string[] {
  const texts: Partial<Record<Command, string>> = {};
  for (const [command, { effect: what, note }] of Object.entries(effect)) {
    texts[command as Command] = note === undefined ? EFFECTS[what] : `${EFFECTS[what]}. ${note}`;
  }
  return byText(texts).flatMap(([commands, text]) => line(commands.join(', '), text));
}

const EFFECTS = {
  used: 'uses it',
  stored: 'stores it for when the machine starts',
  ignored: 'ignores it',
  validated: 'checks it, then drops it',
  partial: 'uses some of it',
} as const;
