import type { ImportedFile } from '@smolfile/core/import';

/**
 * The lines of a source that no line of any report is about. Comments, empty lines and what only opens or closes a
 * block are about nothing by themselves.
 */
export function uncovered(text: string, files: readonly ImportedFile[]): string[] {
  const [source] = files.flatMap(({ report }) => report.map((line) => line.source.path));
  const ranges = files
    .flatMap(({ report }) => report.map((line) => line.source))
    .filter(({ path }) => path === source)
    .map(({ start, end }) => [start.offset, end.offset] as const);
  if (source === '') return uncoveredWords(text, ranges);
  let offset = 0;
  return text.split('\n').filter((line) => {
    const [start, end] = [offset, offset + line.length];
    offset = end + 1;
    return !IDLE.test(line) && !ranges.some(([from, to]) => from < end && start < to);
  });
}

/** Of a command line, word by word, without the program's own. */
function uncoveredWords(text: string, ranges: readonly (readonly [number, number])[]): string[] {
  const [{ length: own } = ''] = /^\s*(?:sudo\s+)?docker\s+(?:container\s+)?run/.exec(text) ?? [];
  const words = Array.from(text.matchAll(/\S+/g)).filter(
    ({ 0: word, index }) => index >= own && word !== '\\',
  );
  return words
    .filter(({ index }) => !ranges.some(([from, to]) => from <= index && index < to))
    .map(([word]) => word);
}

/** Comments, nothing, brackets, and the keys that only lead to others. */
const IDLE = /^\s*(?:#.*|\/\/.*|---|[\][{},]*|"[\w.$-]+":\s*[[{]|[\w-]+:)\s*$/;
