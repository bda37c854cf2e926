import {
  allKeys,
  COMMANDS,
  defaultText,
  schemaFor,
  typeText,
  type Command,
  type KeySchema,
  type Release,
} from '@smolfile/core';
import { readReferenceData } from './generated/data.ts';
import type { ReferenceData } from './reference-data.ts';

/**
 * Everything about Smolfiles of a release that fits into a prompt: each key with type, range, default and effect, the
 * forms of values, what is ignored, and the mistakes that are made most.
 */
export function referencePage(release: Release): string {
  const root = schemaFor(release);
  const { grammars, mistakes } = readReferenceData();
  const top = root.children ?? [];
  const plain = top.filter((key) => !isSection(key));
  const sections = top.filter(isSection);
  return `${[
    `# Smolfile reference (smolvm ${release.version})`,
    `A Smolfile is TOML 1.0 that declares a microVM for smolvm, used by \`smolvm machine create --name NAME -s Smolfile\`, \`smolvm machine run -s Smolfile [-- COMMAND]\` and \`smolvm pack create -s Smolfile -o OUT\`. All keys are optional; one unknown key, wrong type or repeated key refuses the file. Flags win over the file; \`-e\`, \`-p\`, \`-v\` add to its lists. Where nothing else is said, create stores a key for its starts, run and pack use it; "not pack" means that pack ignores it.`,
    'Check with `smolfile lint`, see the result with `smolfile resolve [--for run|pack]`, repair with `smolfile lint --fix`, explain with `smolfile explain CODE|KEY`.',
    `## Keys\n${plain.map(line).join('\n')}`,
    ...sections.map(section),
    `## Forms of values\nThe name in angle brackets behind a key; the others are of flags.\n${grammars
      .map(({ name, summary, example }) => `- ${name}: ${summary}: \`${example}\``)
      .join('\n')}`,
    `## Ignored without a word\n${ignored(root)}`,
    `## The mistakes made most\n${mistakes.map(mistake).join('\n')}`,
  ].join('\n\n')}\n`;
}

function isSection(key: KeySchema): boolean {
  return key.children !== undefined || key.type === 'map';
}

function section(key: KeySchema): string {
  const head = `## [${key.path}]${notes(key)}\n${key.description}`;
  const keys = [...allKeys(key)].filter(({ path }) => path !== key.path && !path.endsWith('[]'));
  if (key.aliasOf !== undefined)
    return `${head} Keys as in [${key.aliasOf}]: ${keys.map(({ path }) => `\`${path}\``).join(', ')}.`;
  return `${head}\n${keys.map((one) => line(one, key)).join('\n')}`;
}

/** One key; what its section says of commands is not repeated. */
function line(key: KeySchema, parent?: KeySchema | number): string {
  const standard = defaultText(key);
  const type = typeText(key)
    .replace('list of strings', 'list')
    .replace(/integer, (\d+) to \d{8,}/, 'integer ≥ $1')
    .replace('integer, ', 'integer ');
  const form = key.grammar === undefined || key.grammar === 'text' ? '' : ` <${key.grammar}>`;
  const values = key.values ? `: ${key.values.join(' | ')}` : '';
  const trivial = standard === undefined || standard === '[]' || standard === 'empty' || standard === 'false';
  const above = typeof parent === 'object' ? notes(parent) : '';
  const own = notes(key);
  return `- \`${key.path}\` ${type}${form}${values}${trivial ? '' : `, default ${standard}`}${own === above ? '' : own}: ${key.description}`;
}

/** What commands do with a key, where that is not what the head of the page says. */
function notes({ effect }: KeySchema): string {
  if (!effect) return '';
  const not = COMMANDS.filter((command) => effect[command]?.effect === 'ignored');
  const checked = COMMANDS.filter((command) => effect[command]?.effect === 'validated');
  const texts = new Map<string, Command[]>();
  for (const command of COMMANDS) {
    const { effect: word, note } = effect[command] ?? {};
    if (note !== undefined && word !== 'ignored' && word !== 'validated')
      texts.set(note, [...(texts.get(note) ?? []), command]);
  }
  const parts = [
    ...(not.length > 0 ? [`not ${not.join(', ')}`] : []),
    ...(checked.length > 0 ? [`${checked.join(', ')} only checks it`] : []),
    ...Array.from(texts, ([note, commands]) => `${commands.join(', ')}: ${note.replace(/\.$/, '')}`),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

/** The keys that a command takes and does nothing with, by command. */
function ignored(root: KeySchema): string {
  return COMMANDS.map((command) => {
    const keys = (root.children ?? []).filter(
      ({ effect, aliasOf }) => effect?.[command]?.effect === 'ignored' && !aliasOf,
    );
    return `- ${command}: ${keys.map((key) => (isSection(key) ? `[${key.path}]` : key.path)).join(', ') || 'nothing'}`;
  }).join('\n');
}

function mistake({ code, wrong, right, why }: ReferenceData['mistakes'][number], index: number): string {
  const inline = (text: string): string => `\`${text.trimEnd().replaceAll('\n', ' ⏎ ')}\``;
  return `${index + 1}. ${inline(wrong)} → ${inline(right)}: ${why} (${code})`;
}
