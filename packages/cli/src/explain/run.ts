import {
  COMMANDS,
  explainCode,
  flagsFor,
  keyByPath,
  markdownOf,
  NEWEST_RELEASE,
  ruleUrl,
  sinceText,
  typeText,
  type KeySchema,
  jsonText,
} from '@smolfile/core';
import type { Arguments } from '../arguments/spec.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { styleFor, type ColorChoice } from '../output/style.ts';
import { fileCodeInfo } from '../read/file-findings.ts';
import { apiCode, codePage } from './code-page.ts';
import { codeDocument, keyDocument, listDocument } from './documents.ts';
import { flagsOfKey, keyFacts, mergesOf, type FlagOfKey } from './key-facts.ts';
import { markdownAsText } from './markdown-text.ts';
import { everyCode, everyKey, topicOf, type Topic } from './topics.ts';

/** Does what `smolfile explain` was asked for. */
export function runExplain(args: Arguments, io: Io): ExitCode {
  const [word] = args.positionals;
  const topic = word === undefined ? undefined : topicOf(word);
  const format = args.value('format') ?? 'text';
  if (format === 'json') {
    io.stdout.write(`${jsonText(documentOf(topic), 2)}\n`);
    return EXIT.clean;
  }
  const markdown = topic ? `${pageOf(topic)}\n` : `${listPage()}\n`;
  const style = styleFor(io.stdout, (args.value('color') ?? 'auto') as ColorChoice, io.env);
  io.stdout.write(format === 'markdown' ? markdown : topic ? markdownAsText(markdown, style) : listText());
  return EXIT.clean;
}

/**
 * The page of a code or key, as Markdown.
 *
 * @throws UsageError for what is neither.
 */
export function topicPage(word: string): string {
  return pageOf(topicOf(word));
}

function documentOf(topic: Topic | undefined): object {
  if (!topic) return listDocument();
  return topic.kind === 'code' ? codeDocument(topic.code) : keyDocument(topic.key, flagsOf(topic.key));
}

function pageOf(topic: Topic): string {
  if (topic.kind === 'code')
    return `# ${topic.code}\n\n${codePage(topic.code)}\n\nSee: ${ruleUrl(topic.code)}`;
  const { key } = topic;
  const children = key.element?.children ?? key.children ?? [];
  return [
    `# ${key.path}`,
    [keyFacts(key, flagsOf(key)), ...sharedValue(key)].join('\n'),
    markdownOf(key),
    ...(children.length > 0 ? [`**Keys**: ${children.map(({ path }) => `\`${path}\``).join(', ')}`] : []),
  ].join('\n\n');
}

/** How the value comes about that a key is only a part of. */
function sharedValue({ feeds }: KeySchema): string[] {
  const whole = feeds === undefined ? undefined : keyByPath(feeds);
  if (!whole) return [];
  return mergesOf(whole).map(
    ([commands, text]) => `- Value of \`${feeds}\` (${commands.join(', ')}): ${text}`,
  );
}

/** The flags of the newest release; each command says since when it has them. */
function flagsOf(key: KeySchema): FlagOfKey[] {
  const merged = new Map<string, Parameters<typeof flagsOfKey>[1][number]>();
  for (const command of COMMANDS) {
    for (const flag of flagsFor(command, NEWEST_RELEASE)) {
      const { since, until } = flag;
      const there = { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
      merged.set(flag.long, { ...flag, presence: { ...merged.get(flag.long)?.presence, [command]: there } });
    }
  }
  return flagsOfKey(key, Array.from(merged.values()));
}

function listPage(): string {
  const codes = everyCode().map((code) => `| \`${code}\` | ${severityOf(code)} | ${summaryOf(code)} |`);
  const keys = everyKey().map((key) => `| \`${key.path}\` | ${typeText(key)} | ${sinceText(key)} |`);
  return [
    ['# Codes', '', '| Code | Severity | What |', '|---|---|---|', ...codes].join('\n'),
    ['# Keys', '', '| Key | Type | Since |', '|---|---|---|', ...keys].join('\n'),
  ].join('\n\n');
}

function listText(): string {
  const codes = everyCode().map((code) => [code, severityOf(code), summaryOf(code)] as const);
  const keys = everyKey().map((key) => [key.path, typeText(key), `smolvm ${sinceText(key)}`] as const);
  return [
    'Codes of findings (`smolfile explain CODE`):',
    ...rows(codes),
    '',
    'Keys of a Smolfile (`smolfile explain KEY`), with the first smolvm that has them:',
    ...rows(keys),
    '',
  ].join('\n');
}

function rows(cells: readonly (readonly [string, string, string])[]): string[] {
  const widths = [0, 1].map((at) => Math.max(...cells.map((row) => row[at]!.length)));
  return cells.map(([one, two, three]) =>
    `  ${one.padEnd(widths[0]!)}  ${two.padEnd(widths[1]!)}  ${three}`.trimEnd(),
  );
}

function severityOf(code: string): string {
  return (explainCode(code) ?? apiCode(code))?.severity ?? 'error';
}

function summaryOf(code: string): string {
  return (explainCode(code) ?? apiCode(code))?.summary ?? fileCodeInfo(code)?.summary ?? '';
}
