import {
  byText,
  defaultText,
  flagText,
  mergeText,
  sinceText,
  typeText,
  type Command,
  type KeySchema,
  type Presence,
} from '@smolfile/core';

/** A flag with the commands that have it, and since when. */
export interface FlagOfKey {
  readonly flag: string;
  readonly presence: Readonly<Partial<Record<Command, Presence>>>;
  readonly help: string;
}

/** What a table of flags tells about one of them. */
type FlagRow = Parameters<typeof flagText>[0] & {
  readonly key?: string | undefined;
  readonly help: string;
  readonly presence: Readonly<Partial<Record<Command, Presence>>>;
};

/** The flags that feed a key, in the order of the table. */
export function flagsOfKey(key: KeySchema, flags: readonly FlagRow[]): FlagOfKey[] {
  return flags.filter((each) => each.key === key.path).map(flagOf);
}

/** One flag of the table. */
export function flagOf(row: FlagRow): FlagOfKey {
  return { flag: flagText(row), presence: row.presence, help: row.help };
}

/** How a key gets its value, as text, with the commands for which it is so. */
export function mergesOf(key: KeySchema): ReturnType<typeof byText> {
  const rules = Object.entries(key.merge ?? {});
  return byText(Object.fromEntries(rules.map(([command, rule]) => [command, mergeText(rule)])));
}

/** What commands do with a key, as text. */
export function effectsOf(key: KeySchema): ReturnType<typeof byText> {
  const effects = Object.entries(key.effect ?? {});
  const texts = effects.map(([command, { effect, note }]) => [command, note ? `${effect}. ${note}` : effect]);
  return byText(Object.fromEntries(texts));
}

/** The facts about a key as a Markdown list: type, default, since, flags, value and effect. */
export function keyFacts(key: KeySchema, flags: readonly FlagOfKey[]): string {
  const standard = defaultText(key);
  const lines = [
    `Type: ${typeText(key)}${key.unit ? `, in ${key.unit}` : ''}`,
    ...(standard === undefined ? [] : [`Default: \`${standard}\``]),
    `Since: smolvm ${sinceText(key)}`,
    ...(key.feeds ? [`Part of: \`${key.feeds}\``] : []),
    ...flags.map((flag) => `Flag: ${flagLine(flag)}`),
    ...mergesOf(key).map(([commands, text]) => `Value (${commands.join(', ')}): ${text}`),
    ...effectsOf(key).map(([commands, text]) => `Effect (${commands.join(', ')}): ${text}`),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

/** A flag with the commands that have it, and since when where that is not always. */
export function flagLine({ flag, presence }: FlagOfKey): string {
  const commands = Object.entries(presence).map(([command, there]) =>
    there.since === undefined && there.until === undefined ? command : `${command} since ${sinceText(there)}`,
  );
  return `\`${flag}\` (${commands.join(', ')})`;
}
