/** Writes RULES.md: every code that a finding can carry, with its examples and their real output. */
import { allCodes, CALL_PROBLEMS, explainCode, rules, TOML_PROBLEMS } from '@smolfile/core';
import { apiCode, codePage, FILE_CODES, fileCodeInfo } from 'smolfile';
import { API_PROBLEMS } from '@smolfile/core/serve';
import type { Generated } from './generated.ts';

/** @returns the page that `ruleUrl` of core points into: one heading a code. */
export function generateRules(): Generated {
  const toml = Object.keys(TOML_PROBLEMS).toSorted();
  const files = FILE_CODES.filter((code) => fileCodeInfo(code));
  const calls = Object.keys(CALL_PROBLEMS).toSorted();
  const bodies = Object.keys(API_PROBLEMS).toSorted();
  const text = [
    '<!-- Generated from the rules by `pnpm generate`. Do not edit. -->',
    '# Rules',
    'What `smolfile lint` says, by code. An **error** is something that smolvm refuses, or that certainly cannot work; a **warning** is accepted but does something else than is written; an **info** is advice. The output under each example is what the linter printed when this page was made.',
    '## What smolvm does with the file',
    index(rules.map(({ code }) => code)),
    '## TOML itself',
    'smolvm reads TOML 1.0 and stops at the first mistake; the linter reports all of them.',
    index(toml),
    '## The file itself',
    `| Code | What |\n|---|---|\n${files.map((code) => `| [${code}](#${code}) | ${fileCodeInfo(code)!.summary} |`).join('\n')}`,
    '## The flags of a call',
    '`smolfile resolve` reads the flags that it is given with the flag table of the command and version.',
    index(calls),
    '## The body of a request to `smolvm serve`',
    '`smolfile lint --api BODY.json` checks the body of `POST /api/v1/machines`, and holds it against the Smolfile beside it.',
    index(bodies),
    ...[...allCodes(), ...files, ...calls, ...bodies]
      .toSorted()
      .flatMap((code) => [`## ${code}`, codePage(code) ?? '']),
  ];
  return new Map([['RULES.md', `${text.join('\n\n')}\n`]]);
}

function index(codes: readonly string[]): string {
  const rows = codes.map((code) => {
    const { severity, summary, rule } = explainCode(code) ?? apiCode(code)!;
    const fix = rule?.fixable ?? '';
    return rule
      ? `| [${code}](#${code}) | ${severity} | ${summary} | ${fix} |`
      : `| [${code}](#${code}) | ${summary} |`;
  });
  const head = codes.some((code) => explainCode(code)?.rule)
    ? ['| Code | Severity | What | Fix |', '|---|---|---|---|']
    : ['| Code | What |', '|---|---|'];
  return [...head, ...rows].join('\n');
}
