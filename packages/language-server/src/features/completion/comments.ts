import { allCodes, explainCode, RELEASES } from '@smolfile/core';
import { diagnose } from '../diagnostics.ts';
import type { CommentPlace } from '../place.ts';
import type { Asked } from './asked.ts';
import type { CompletionItem } from './item.ts';

const DIRECTIVES = [
  {
    text: '# smolfile: smolvm = ""',
    stops: '# smolfile: smolvm = "$1"',
    detail: 'The smolvm that this file is for',
  },
  { text: '# smolfile-ignore ', detail: 'Silences a finding on this line or the next statement' },
  { text: '# smolfile-ignore-file ', detail: 'Silences a finding in the whole file' },
] as const;

/** What a comment can say to the toolkit: a version, or which findings to leave out. */
export function commentItems({ range }: CommentPlace, { document, offset, target }: Asked): CompletionItem[] {
  const comment = document.text.slice(range.start, range.end);
  const before = document.text.slice(range.start, offset);
  const version = /^#\s*smolfile:\s*smolvm\s*=\s*"([^"]*)$/.exec(before);
  if (version) {
    const start = offset - version[1]!.length;
    const end = start + /^[^"]*/.exec(comment.slice(start - range.start))![0].length;
    const close = comment.slice(end - range.start).startsWith('"') ? '' : '"';
    return RELEASES.toReversed().map(({ version: known }, rank) => ({
      label: known,
      kind: 'value',
      range: { start, end },
      text: known + close,
      rank,
    }));
  }
  const ignored = /^#\s*smolfile-ignore(?:-file)?\s+(?:[a-z0-9-]+\s*,\s*)*([a-z0-9-]*)$/.exec(before);
  if (ignored) {
    // What is said of this very comment goes with what is being typed.
    const others = diagnose(document, target).filter(
      ({ range: { start: at } }) => at < range.start || at > range.end,
    );
    const here = new Set(others.map(({ code }) => code));
    const start = offset - ignored[1]!.length;
    if (explainCode(ignored[1]!)) return [];
    const rules = allCodes().flatMap((code) => explainCode(code) ?? []);
    // To ignore what smolvm refuses helps nobody.
    const ignorable = rules.filter(({ rule, severity }) => rule && severity !== 'error');
    return ignorable.map(({ code, summary }, rank) => ({
      label: code,
      kind: 'reference',
      detail: summary,
      range: { start, end: offset },
      text: code,
      isWord: true,
      // What the file has is most likely what is to be silenced.
      rank: rank + (here.has(code) ? 0 : 1000),
    }));
  }
  if (!/^#\s*[a-z-]*$/.test(before) || offset !== range.end) return [];
  return DIRECTIVES.map((directive, rank) => ({
    label: directive.text.trim(),
    kind: 'snippet',
    detail: directive.detail,
    range,
    text: directive.text,
    ...('stops' in directive && { snippet: directive.stops }),
    rank,
    again: true,
  }));
}
