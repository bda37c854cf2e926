// A review of a pull request, with a suggestion where a finding has a fix, for GitHub's API:
//   node review.mjs Smolfile | gh api repos/OWNER/NAME/pulls/NUMBER/reviews --input -
import { readFileSync } from 'node:fs';
import { diagnosticMarkdown, lint, parseSmolfile, wholeLines } from '@smolfile/core';

const path = process.argv[2];
const document = parseSmolfile(readFileSync(path, 'utf8'));
const comments = lint(document).diagnostics.map((finding) => {
  const change = finding.fix && wholeLines(document.text, finding.fix.edits);
  const suggestion = change ? ['```suggestion', ...change.lines, '```', ''].join('\n') : '';
  const { line } = document.lines.positionAt(finding.range.start);
  const { firstLine, lastLine } = change ?? { firstLine: line, lastLine: line };
  const from = firstLine < lastLine && { start_line: firstLine, start_side: 'RIGHT' };
  return { path, ...from, line: lastLine, side: 'RIGHT', body: diagnosticMarkdown(finding) + suggestion };
});
console.log(JSON.stringify({ event: 'COMMENT', comments }, null, 2));
