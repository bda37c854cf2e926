/** Pages that are files of the repository: their links lead to the site where it has a page, else to the repository. */
import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyPage, rulePage, type Page } from './page.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCE = 'https://github.com/smolfile/toolkit';

/** Files that have a page here. */
const PAGES: Readonly<Record<string, string>> = {
  'README.md': 'guide/getting-started',
  'RULES.md': 'rules/index',
  'IMPORT.md': 'guide/import',
  'CI.md': 'guide/ci',
  'API.md': 'guide/http-api',
  'MCP.md': 'guide/agents',
  'schemas/REFERENCE.md': 'keys/index',
  'packages/core/README.md': 'library/index',
  'packages/language-server/EDITORS.md': 'editors/index',
};

/** A text of the repository. */
export function read(path: string): string {
  return readFileSync(root + path, 'utf8');
}

/** The whole of a file as a page. */
export function pageFrom(file: string, path: string, description: string): Page {
  const text = read(file).replace(/^<!--.*?-->\n/s, '');
  const [, title = ''] = /^# (.*)$/m.exec(text) ?? [];
  return {
    path,
    title: title.replaceAll('`', ''),
    description,
    text: withLinks(text.replace(/^# .*\n/m, ''), file),
  };
}

/** What stands below a heading of a file, up to the next one of its rank. */
export function section(file: string, heading: string): string {
  const lines = read(file).split('\n');
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'));
  if (start < 0) throw new Error(`${file} has no heading “${heading}”.`);
  const rank = /^#+/.exec(lines[start]!)![0].length;
  const isEnd = endOf(rank);
  const length = lines.slice(start + 1).findIndex(isEnd);
  const within = length < 0 ? lines.slice(start + 1) : lines.slice(start + 1, start + 1 + length);
  return withLinks(within.join('\n').trim(), file);
}

/** A `#` within a block of code is no heading. */
function endOf(rank: number): (line: string) => boolean {
  let inCode = false;
  return (line) => {
    if (line.startsWith('```')) inCode = !inCode;
    return !inCode && new RegExp(`^#{1,${rank}} `).test(line);
  };
}

/** @param file where the text stands. */
export function withLinks(text: string, file: string): string {
  return text.replaceAll(/\]\(([^)\s]+)\)/g, (whole, target: string) => {
    const found = targetOf(target, file);
    return found === undefined ? whole : `](${found})`;
  });
}

function targetOf(target: string, file: string): string | undefined {
  const own = target.startsWith(`${SOURCE}/blob/main/`) ? target.slice(SOURCE.length + 11) : undefined;
  const tree = target.startsWith(`${SOURCE}/tree/main/`);
  if (tree || (own === undefined && /^(?:[a-z]+:|#)/.test(target))) return undefined;
  const [path = '', anchor] = (own ?? posix.join(dirname(file), target)).split('#');
  if (path === 'RULES.md' && anchor !== undefined) return `/${rulePage(anchor)}`;
  if (path === 'schemas/REFERENCE.md' && anchor !== undefined) return `/${keyPage(anchor)}`;
  const page = PAGES[path];
  if (page !== undefined) return `/${page}${anchor === undefined ? '' : `#${anchor}`}`;
  return `${SOURCE}/blob/main/${path}${anchor === undefined ? '' : `#${anchor}`}`;
}
