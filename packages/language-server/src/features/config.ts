/** What an editor can say of a configuration file: pure, as all features are. */
import {
  configKeys,
  explainCode,
  parseConfig,
  parseSmolfile,
  ruleUrl,
  type ConfigProblem,
  type KeySchema,
} from '@smolfile/core';
import { code } from './hover/code.ts';
import type { Hover } from './hover/hover.ts';
import { completeBy, type CompletionItem } from './completion/index.ts';
import { findAt, touches } from './spot.ts';

/** A configuration file as it is open. */
export interface OpenConfig {
  readonly text: string;
  /** Of the file: what ends with `.json` is JSON. */
  readonly name: string;
}

/** What keeps it from being used. */
export function configProblems({ text, name }: OpenConfig): readonly ConfigProblem[] {
  return parseConfig(text, name).problems;
}

/** What may be written at a place; JSON has editors of its own for that, by the schema. */
export function completeConfig({ text, name }: OpenConfig, offset: number): CompletionItem[] {
  if (isJson(name)) return [];
  const items = completeBy(configKeys(), parseSmolfile(text), offset);
  // The documentation of keys is that of Smolfiles.
  return items.map(({ documents, detail = documents?.description, ...item }) => ({
    ...item,
    ...(detail !== undefined && { detail }),
  }));
}

/** What is wrong at a place, and what its key is for. */
export function configHover(config: OpenConfig, offset: number): Hover | undefined {
  const problem = configProblems(config).find(({ range }) => touches(range, offset));
  const told = problem && [problem.message, problem.help].filter((text) => text !== undefined).join('. ');
  const { spot } = isJson(config.name) ? {} : findAt(parseSmolfile(config.text), offset);
  const key = spot && keyIn(configKeys(), spot.path);
  if (!key || key.path === '') return problem && { range: problem.range, markdown: told! };
  const range = { start: spot.node.start, end: spot.node.end };
  return { range, markdown: [told, keyText(key)].filter((text) => text !== undefined).join('\n\n') };
}

function keyText({ name, path, description, values, default: initial }: KeySchema): string {
  const choice = values ? `One of ${values.map(code).join(', ')}.` : undefined;
  const text = typeof initial === 'string' ? initial : JSON.stringify(initial);
  const own = initial === undefined ? undefined : `Without it: ${code(text)}.`;
  const more = explainCode(name) ? `[More about ${code(name)}](${ruleUrl(name)})` : undefined;
  const title = `**${code(path.replace('[]', ''))}** — ${description}`;
  return [title, [choice, own].filter(Boolean).join(' '), more].filter(Boolean).join('\n\n');
}

function keyIn(root: KeySchema, path: readonly string[]): KeySchema | undefined {
  let key: KeySchema | undefined = root;
  for (const name of path) {
    const table: KeySchema | undefined = key?.type === 'table-array' ? key.element : key;
    key = table?.children?.find((child) => child.name === name);
  }
  return key;
}

function isJson(name: string): boolean {
  return /\.json$/i.test(name);
}
