import { concise } from './concise.ts';
import { renderCheckstyle } from './checkstyle.ts';
import { renderGithub } from './github.ts';
import { renderGitlab } from './gitlab.ts';
import { json } from './json.ts';
import { renderJsonLines } from './jsonl.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { renderRdjson } from './rdjson.ts';
import type { Reporter } from './report.ts';
import { renderSarif } from './sarif.ts';

/** Every output format; the first is the default. */
export const reporters: readonly Reporter[] = [
  pretty,
  concise,
  json,
  { name: 'jsonl', summary: 'one JSON document a finding', isDocument: true, render: renderJsonLines },
  { name: 'sarif', summary: 'SARIF 2.1.0, for code scanning', isDocument: true, render: renderSarif },
  { name: 'github', summary: 'annotations of GitHub Actions', isDocument: false, render: renderGithub },
  { name: 'gitlab', summary: 'a Code Quality report', isDocument: true, render: renderGitlab },
  { name: 'checkstyle', summary: 'the XML of Checkstyle', isDocument: true, render: renderCheckstyle },
  { name: 'junit', summary: 'a test report', isDocument: true, render: renderJunit },
  { name: 'rdjson', summary: 'for reviewdog', isDocument: true, render: renderRdjson },
  { name: 'markdown', summary: 'a table, for job summaries', isDocument: true, render: renderMarkdown },
];
