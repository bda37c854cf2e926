import { nearDirective } from '../../document/directives.ts';
import type { SmolfileDocument } from '../../document/document.ts';
import type { Fix } from '../../model/diagnostic.ts';
import type { TextRange } from '../../text/range.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'directive-ignored',
  summary: 'A comment that is meant for the toolkit, and is not read',
  why: 'A comment that pins the version of smolvm or ignores a finding is read only when it is written exactly so, and, where it holds for the whole file, only before the first statement. Any other comment is a comment: the file is checked as if it were not there.',
  help: 'Write `# smolfile: smolvm = "VERSION"` at the top of the file, and `# smolfile-ignore CODE: reason` above or behind what it is about.',
  evidence: 'the toolkit’s own',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  fixable: 'safe',
  examples: {
    invalid: [
      {
        toml: '# smolfile: smolvm = 1.14\nimage = "alpine"\n',
        expect: ['1: warning: directive-ignored'],
      },
      {
        toml: '# smolvm: "1.14"\nimage = "alpine"\n',
        expect: ['1: warning: directive-ignored'],
      },
      {
        toml: 'image = "alpine"\n# smolfile: smolvm = "1.14.0"\n',
        expect: ['2: warning: directive-ignored'],
      },
      {
        toml: '# smolfile-ignore: unknown-key\nturbo = true\n',
        expect: ['1: warning: directive-ignored', '2: error: unknown-key'],
      },
    ],
    valid: [
      { toml: '# smolfile: smolvm = ">=1.14"\ncpus = 2\n' },
      { toml: '# The Smolfile of the web service, for smolvm 1.14 and newer\nimage = "alpine"\n' },
    ],
  },
  check({ document, report }) {
    const { text, toml, pin } = document;
    if (!/smol(?:file|vm)/i.test(text)) return;
    const first = toml.body[0]?.start ?? toml.headers[0]?.start ?? text.length;
    for (const range of toml.comments) {
      const comment = text.slice(range.start, range.end);
      const isPinned = pin !== undefined && pin.range.end < range.start;
      const near = nearDirective(comment, range.start < first, isPinned);
      if (!near) continue;
      const fix = near.late
        ? moved(document, comment, range)
        : near.instead === undefined
          ? undefined
          : { title: `Write \`${near.instead}\``, edits: [{ range, text: near.instead }], safe: true };
      report({ range, message: near.message, ...(fix && { fix }) });
    }
  },
});

/** A comment at the top of the file instead; what it stands on goes with it when nothing else does. */
function moved({ text, lines }: SmolfileDocument, comment: string, range: TextRange): Fix {
  const line = lines.lineRange(lines.lineAt(range.start));
  const isOwn = text.slice(line.start, range.start).trim() === '';
  const start = isOwn ? line.start : text.slice(0, range.start).trimEnd().length;
  const end = isOwn ? Math.min(text.length, line.end + lineBreakAt(text, line.end)) : range.end;
  const top = text.startsWith('\uFEFF') ? 1 : 0;
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  return {
    title: 'Move it to the top of the file',
    edits: [
      { range: { start: top, end: top }, text: comment.trimEnd() + eol },
      { range: { start, end }, text: '' },
    ],
    safe: true,
  };
}

function lineBreakAt(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? 2 : text.startsWith('\n', at) ? 1 : 0;
}
