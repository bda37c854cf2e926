/** “Upgrading smolvm”: what changed for Smolfiles, release by release, from the data. */
import { NEWEST_RELEASE, OLDEST_RELEASE, RELEASES } from '@smolfile/core';
import type { Data } from '../../../schemas/generate/schema.ts';
import { allFlagChanges, allKeyChanges, flagName } from './history.ts';
import { keyPage, linkTo, type Page } from './page.ts';

/** @param data the hand-written data, for what has no place in core: dates and summaries. */
export function upgradingPage({ releases, behaviours, grammars }: Data): Page {
  const dates = new Map(releases.map(({ version, date }) => [version, date]));
  const sections = RELEASES.toReversed().flatMap(({ version }) => {
    const lines = [
      ...keysAt(version),
      ...flagsAt(version),
      ...Object.values(behaviours).flatMap(({ summary, since, until, commands }) => {
        const where = commands ? ` (${commands.join(', ')})` : '';
        if (since === version) return [`- From here on${where}: ${summary}.`];
        return until === version ? [`- No longer${where}: ${summary}.`] : [];
      }),
      ...Object.entries(grammars).flatMap(([name, grammar]) =>
        (grammar['x-changes'] ?? [])
          .filter(({ before }) => before === version)
          .flatMap(({ patch }) => optionLines(name, grammar.summary, patch)),
      ),
    ];
    if (lines.length === 0) return [];
    const date = dates.get(version);
    return [`## smolvm ${version}`, ...(date === undefined ? [] : [`Of ${date}.`]), lines.join('\n')];
  });
  return {
    path: 'guide/upgrading',
    title: 'Upgrading smolvm',
    description: 'What changed for Smolfiles, release by release.',
    text: [
      `What changed for Smolfiles from smolvm ${OLDEST_RELEASE.version} to ${NEWEST_RELEASE.version}, newest first. Releases that are not here changed nothing that a Smolfile could notice. \`smolfile compat\` says it of a file of yours, and the [playground](/playground/){target="_self"} shows it as you type.`,
      ...sections,
    ].join('\n\n'),
  };
}

function keysAt(version: string): string[] {
  return allKeyChanges()
    .filter(({ release }) => release === version)
    .map(({ path, kind, text }) => {
      const name = kind === 'gone' ? `\`${path}\`` : linkTo(keyPage(path), `\`${path}\``);
      if (kind !== 'other') return `- ${name}: ${text}`;
      return `- ${name}:\n${text.replaceAll(/^/gm, '  ')}`;
    });
}

function flagsAt(version: string): string[] {
  const changes = allFlagChanges().filter(({ release }) => release === version);
  const byName = groups(changes, ({ flag, kind }) => `${kind} ${flag.long}`);
  return Array.from(byName.values(), (same) => {
    const [{ flag, kind }] = same as [(typeof same)[0], ...typeof same];
    const commands = same.map(({ command }) => command).join(', ');
    return kind === 'new'
      ? `- ${flagName(flag)} (${commands}): New: ${flag.help}.`
      : `- ${flagName(flag)} (${commands}): Gone.`;
  });
}

function groups<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) found.set(nameOf(item), [...(found.get(nameOf(item)) ?? []), item]);
  return found;
}

/** What values of a grammar could be before; what is for other editors alone is no change. */
function optionLines(name: string, summary: string, patch: unknown): string[] {
  const { options } = (patch ?? {}) as { options?: Record<string, unknown> };
  if (!options) return [];
  const before = Object.entries(options).map(
    ([option, value]) => `\`${option}\` was \`${JSON.stringify(value)}\``,
  );
  return [`- How values of the kind \`${name}\` are read (${summary}): before, ${before.join(', ')}.`];
}
