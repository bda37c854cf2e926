/** “What smolvm ignores”: keys that a command takes and does nothing with, from the effects in the data. */
import { allKeys, NEWEST_RELEASE, schemaFor, type Command, type KeySchema } from '@smolfile/core';
import { keyPage, linkTo, table, type Page } from './page.ts';

const COMMANDS: readonly Command[] = ['create', 'run', 'pack'];
const WORDS = { ignored: 'ignored', validated: 'checked, then ignored', partial: 'in part' } as const;

export function ignoredPage(): Page {
  const keys = Array.from(allKeys(schemaFor(NEWEST_RELEASE)));
  const rows = keys
    .filter((key) => COMMANDS.some((command) => wordOf(key, command) !== ''))
    .map((key) => [
      linkTo(keyPage(key.path), `\`${key.path}\``),
      ...COMMANDS.map((command) => {
        const note = wordOf(key, command) === '' ? undefined : key.effect?.[command].note;
        return note === undefined ? wordOf(key, command) : `${wordOf(key, command)}: ${note}`;
      }),
    ]);
  return {
    path: 'guide/ignored',
    title: 'What smolvm ignores',
    description: 'Keys that smolvm accepts, and then does nothing with.',
    text: [
      `smolvm refuses a key that it does not know, but not one that the command at hand has no use for. This is what smolvm ${NEWEST_RELEASE.version} accepts without acting on it; an empty cell means that the command acts on the key. \`smolfile lint\` and \`smolfile resolve\` say it of a file of yours.`,
      table(['Key', '`create`', '`run`', '`pack`'], rows),
    ].join('\n\n'),
  };
}

function wordOf(key: KeySchema, command: Command): string {
  const effect = key.effect?.[command].effect;
  return effect === 'ignored' || effect === 'validated' || effect === 'partial' ? WORDS[effect] : '';
}
