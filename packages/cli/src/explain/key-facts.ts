import {
  byText,
  defaultText,
  flagText,
  mergeText,
  OLDEST,
  sinceText,
  typeText,
  type Command,
  type KeySchema,
} from '@smolfile/core';

/** A flag with the first version of each command that has it. */
export interface FlagOfKey {
  readonly flag: string;
  readonly since: Readonly<Partial<Record<Command, string>>>;
  readonly help: string;
}

/** What a table of flags tells about one of them. */
type FlagRow = Parameters<typeof flagText>[0] & {
  readonly key?: string;
  readonly help: string;
  readonly commands: Readonly<Partial<Record<Command, string>>>;
};

/** The flags that feed a key, in the order of the table. */
export function flagsOfKey(key: KeySchema, flags: readonly FlagRow[]): FlagOfKey[] {
  return flags.filter((each) => each.key === key.path).map(flagOf);
}

/** One flag of the table. */
export function flagOf(row: FlagRow): FlagOfKey {
  return { flag: flagText(row), since: row.commands, help: row.help };
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
    `Since: smolvm ${sinceText(key.since)}`,
    ...(key.feeds ? [`Part of: \`${key.feeds}\``] : []),
    ...flags.map((flag) => `Flag: ${flagLine(flag)}`),
    ...mergesOf(key).map(([commands, text]) => `Value (${commands.join(', ')}): ${text}`),
    ...effectsOf(key).map(([commands, text]) => `Effect (${commands.join(', ')}): ${text}`),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

/** A flag with the commands that have it, and since when where that is not always. */
export function flagLine({ flag, since }: FlagOfKey): string {
  const commands = Object.entries(since).map(([command, version]) =>
    version === OLDEST
      ? command
      : `${command} since ${sinceText(version).replace('newer', 'a version newer')}`,
  );
  return `\`${flag}\` (${commands.join(', ')})`;
}
