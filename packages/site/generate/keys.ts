/** A page for each key: what it is, since when, what each command does with it, and what may be said about it. */
import {
  allCodes,
  allKeys,
  defaultText,
  EVERY_KEY,
  explainCode,
  lintExample,
  markdownOf,
  NEWEST_RELEASE,
  OLDEST_RELEASE,
  parseSmolfile,
  sinceText,
  typeText,
  type KeySchema,
} from '@smolfile/core';
import { flagsOfKey, keyFacts } from 'smolfile';
import type { Derived } from '../../../schemas/generate/keys.ts';
import { keyChanges } from './history.ts';
import { keyPage, linkTo, rulePage, table, type Group, type Page } from './page.ts';

/** The keys of a file, in groups as they stand in one. */
export function keyPages({ flags }: Pick<Derived, 'flags'>): readonly Group[] {
  const rulesOf = rulesByKey();
  // What an entry of a list of tables is stands on the page of the list.
  const all = Array.from(allKeys(EVERY_KEY)).filter(
    ({ absent, path }) => absent !== true && !path.endsWith('[]'),
  );
  const pages = new Map(all.map((key) => [key.path, pageOf(key, rulesOf, flags)]));
  const top = EVERY_KEY.children ?? [];
  const within = (section: KeySchema): Page[] =>
    [section, ...allKeys(section)].flatMap(({ path }) => pages.get(path) ?? []);
  const index: Page = {
    path: 'keys/index',
    title: 'Keys',
    name: 'All keys',
    description: 'Every key of a Smolfile: type, default, and the releases of smolvm that have it.',
    text: [
      `What smolvm ${OLDEST_RELEASE.version} to ${NEWEST_RELEASE.version} does with each key of a Smolfile, by command: \`create\` is \`smolvm machine create\`, \`run\` is \`smolvm machine run\`, \`pack\` is \`smolvm pack create\`. Every key is optional. A key that smolvm does not know makes it refuse the file.`,
      keyTable(all),
    ].join('\n\n'),
  };
  return [
    { title: 'Keys', pages: [index] },
    {
      title: 'Top level',
      pages: top.filter((key) => !isSection(key)).flatMap(({ path }) => pages.get(path) ?? []),
    },
    ...top
      .filter(isSection)
      .map((section) => ({ title: `[${section.path}]`, pages: within(section), folded: true })),
  ];
}

function isSection(key: KeySchema): boolean {
  return key.children !== undefined || key.element !== undefined;
}

function nameOf(key: KeySchema): string {
  return isSection(key) ? `[${key.path}]` : key.path;
}

function keyTable(keys: readonly KeySchema[]): string {
  return table(
    ['Key', 'Type', 'Default', 'Since'],
    keys.map((key) => [
      linkTo(keyPage(key.path), `\`${nameOf(key)}\``),
      typeText(key),
      defaultText(key) ?? '',
      sinceText(key),
    ]),
  );
}

function pageOf(
  key: KeySchema,
  rulesOf: ReadonlyMap<string, ReadonlySet<string>>,
  flags: Derived['flags'],
): Page {
  const below = Array.from(key.element ? allKeys(key.element) : (key.children ?? []));
  const rules = [...(rulesOf.get(key.path) ?? [])].toSorted();
  const changes = keyChanges(key.path);
  const parts = [
    markdownOf(key),
    '## Facts',
    keyFacts(key, flagsOfKey(key, flags)),
    ...(key.aliasOf === undefined
      ? []
      : [`The keys are those of ${linkTo(keyPage(key.aliasOf), `\`[${key.aliasOf}]\``)}.`]),
    ...(below.length > 0 && key.aliasOf === undefined ? ['## Keys in it', keyTable(below)] : []),
    ...(changes.length > 0
      ? ['## What changed', ...changes.map(({ release, text }) => `**smolvm ${release}**\n\n${text}`)]
      : []),
    ...(rules.length > 0
      ? [
          '## What is said about it',
          rules
            .map((code) => `- ${linkTo(rulePage(code), code)}: ${explainCode(code)?.summary ?? ''}`)
            .join('\n'),
        ]
      : []),
  ];
  return {
    path: keyPage(key.path),
    title: nameOf(key),
    description: key.description,
    text: parts.join('\n\n'),
  };
}

/** The codes that examples of the rules have at a key: what is said about it, by what is really said. */
function rulesByKey(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const code of allCodes()) {
    const rule = explainCode(code)?.rule;
    for (const example of rule?.examples.invalid ?? []) {
      const settings = Array.from(parseSmolfile(example.toml).settings.all());
      for (const { range, source, ...finding } of lintExample(rule!, example).diagnostics) {
        const setting = settings.findLast(
          (each) =>
            (each.key.start <= range.start && range.start < each.key.end) ||
            (each.range.start <= range.start && range.start < each.range.end),
        );
        const path = setting?.schema.path;
        if (finding.code !== code || source !== undefined || path === undefined) continue;
        found.set(path, (found.get(path) ?? new Set()).add(code));
      }
    }
  }
  return found;
}
