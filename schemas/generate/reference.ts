/** Writes the key reference: everything the schema says, for reading. */
import { format } from 'prettier';
import { NEWEST_RELEASE, OLDEST_RELEASE } from '@smolfile/core';
import { flagLine, flagOf, flagsOfKey, keyFacts } from 'smolfile';
import { defaultText, sinceText, typeText } from '../../packages/core/src/schema/describe.ts';
import type { KeySchema } from '../../packages/core/src/schema/types.ts';
import { allKeys } from '../../packages/core/src/schema/walk.ts';
import type { Generated } from './generated.ts';
import { derive, type Derived } from './keys.ts';
import { loadData } from './schema.ts';

const PATH = 'schemas/REFERENCE.md';

export async function generateReference(): Promise<Generated> {
  const derived = derive(loadData());
  const top = derived.root.children!;
  const text = [
    '<!-- Generated from schemas/ by `pnpm generate`. Do not edit. -->',
    '# Smolfile key reference',
    `What smolvm ${OLDEST_RELEASE.version} to ${NEWEST_RELEASE.version} does with each key of a Smolfile, by command: \`create\` is \`smolvm machine create\`, \`run\` is \`smolvm machine run\`, \`pack\` is \`smolvm pack create\`. Every key is optional. A key that smolvm does not know makes it refuse the file.`,
    overview(top),
    '## Top level',
    ...top.filter((key) => !isSection(key)).map((key) => entry(key, derived)),
    ...top.filter(isSection).map((key) => sectionText(key, derived)),
    '## Flags that feed no key',
    otherFlags(derived),
  ];
  return new Map([
    [PATH, await format(text.join('\n\n'), { parser: 'markdown', printWidth: 110, proseWrap: 'preserve' })],
  ]);
}

function otherFlags(derived: Derived): string {
  const flags = derived.flags.filter((flag) => flag.key === undefined && !flag.hidden);
  return flags.map((flag) => `- ${flagLine(flagOf(flag))}: ${flag.help}.`).join('\n');
}

function isSection(key: KeySchema): boolean {
  return key.children !== undefined || key.type === 'map';
}

function sectionText(section: KeySchema, derived: Derived): string {
  const texts = [
    `## \`[${section.path}]\``,
    facts(section, derived),
    derived.markdown[section.path] ?? section.description,
  ];
  if (section.aliasOf) {
    texts.push(`The keys are those of [\`[${section.aliasOf}]\`](#${section.aliasOf}).`);
  } else {
    for (const key of allKeys(section)) texts.push(entry(key, derived));
  }
  return texts.join('\n\n');
}

function overview(keys: readonly KeySchema[]): string {
  const rows = keys.map((key) => {
    const name = isSection(key) ? `[${key.path}]` : key.path;
    const since = sinceText(key);
    return `| [\`${name}\`](#${key.path}) | ${typeText(key)} | ${defaultText(key) ?? ''} | ${since} |`;
  });
  return ['| Key | Type | Default | Since |', '|---|---|---|---|', ...rows].join('\n');
}

function entry(key: KeySchema, derived: Derived): string {
  return [`### \`${key.path}\``, facts(key, derived), derived.markdown[key.path] ?? key.description].join(
    '\n\n',
  );
}

function facts(key: KeySchema, derived: Derived): string {
  return keyFacts(key, flagsOfKey(key, derived.flags));
}
