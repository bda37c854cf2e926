import type { Suggestion, Suggestions } from './item.ts';
import type { Typed } from './asked.ts';

/** More entries than this are of no use in a list, and slow to send. */
const MOST = 200;

/**
 * Folders of the host, and files where they may be named, by the folder that is written so far.
 *
 * @param from where the path starts in the value.
 * @param to where it ends; the end of the value when left out.
 * @param only what the names of files have to match.
 */
export function pathSuggestions(
  { content, cursor, target }: Typed,
  {
    from,
    to = content.length,
    files = false,
    only = /^/,
  }: { from: number; to?: number; files?: boolean; only?: RegExp },
): Suggestions {
  const path = content.slice(from, cursor);
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const last = path.slice(slash + 1);
  const part = { from: from + slash + 1, to };
  // A relative path has to say so, or smolvm may take it for something else.
  const lead = folder === '' && !files ? './' : '';
  const entries = (target.list?.(folder === '' ? '.' : folder) ?? [])
    .filter(
      (entry) =>
        (entry.folder || (files && only.test(entry.name))) &&
        entry.name.startsWith('.') === last.startsWith('.'),
    )
    .filter(({ name }) => !/[\p{Cc}:]/u.test(name))
    .slice(0, MOST);
  const suggestions = entries.map(({ name, folder: isFolder }): Suggestion => {
    const text = lead + name + (isFolder && files ? '/' : '');
    return { text, kind: isFolder ? 'folder' : 'file', ...(isFolder && files && { again: true }) };
  });
  if (folder === '') return { part, suggestions: [...starts(files), ...suggestions] };
  return { part, suggestions };
}

function starts(files: boolean): Suggestion[] {
  return files
    ? [{ text: '/', kind: 'folder', detail: 'From the root of the host', again: true }]
    : [
        { text: '.', kind: 'folder', detail: 'The folder that smolvm is started in' },
        { text: './', kind: 'folder', detail: 'Below the folder that smolvm is started in', again: true },
        { text: '../', kind: 'folder', detail: 'Above the folder that smolvm is started in', again: true },
        { text: '/', kind: 'folder', detail: 'From the root of the host', again: true },
      ];
}
