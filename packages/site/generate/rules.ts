/** A page for each code, as `smolfile explain` has it. */
import { allCodes, CALL_PROBLEMS, explainCode, rules, TOML_PROBLEMS } from '@smolfile/core';
import { API_PROBLEMS } from '@smolfile/core/serve';
import { apiCode, codePage, FILE_CODES, fileCodeInfo } from 'smolfile';
import { linkTo, rulePage, table, type Group, type Page } from './page.ts';

export function rulePages(): readonly Group[] {
  const files = FILE_CODES.filter((code) => fileCodeInfo(code));
  const groups = [
    { title: 'What smolvm does with the file', codes: rules.map(({ code }) => code) },
    { title: 'TOML itself', codes: Object.keys(TOML_PROBLEMS).toSorted() },
    { title: 'The file itself', codes: files },
    { title: 'The flags of a call', codes: Object.keys(CALL_PROBLEMS).toSorted() },
    { title: 'The body of a request', codes: Object.keys(API_PROBLEMS).toSorted() },
  ];
  const index: Page = {
    path: 'rules/index',
    title: 'Rules',
    name: 'All rules',
    description: 'Everything that `smolfile lint` says, by code.',
    text: [
      'What `smolfile lint` says, by code. An **error** is something that smolvm refuses, or that certainly cannot work; a **warning** is accepted but does something else than is written; an **info** is advice. The output on each page is what the linter prints.',
      ...groups.flatMap(({ title, codes }) => [
        `## ${title}`,
        table(
          ['Code', 'Severity', 'What', 'Fix'],
          codes.map((code) => {
            const { severity = 'error', summary, fixable = '' } = factsOf(code);
            return [linkTo(rulePage(code), code), severity, summary, fixable];
          }),
        ),
      ]),
    ].join('\n\n'),
  };
  return [
    { title: 'Rules', pages: [index] },
    ...groups.map(({ title, codes }) => ({ title, pages: codes.map(pageOf), folded: true })),
  ];
}

interface Facts {
  readonly summary: string;
  readonly severity?: string;
  readonly fixable?: string | undefined;
}

function factsOf(code: string): Facts {
  const known = explainCode(code) ?? apiCode(code);
  if (known) return { summary: known.summary, severity: known.severity, fixable: known.rule?.fixable };
  return fileCodeInfo(code)!;
}

function pageOf(code: string): Page {
  const text = codePage(code);
  if (text === undefined) throw new Error(`There is no page of ${code}.`);
  return { path: rulePage(code), title: code, description: `${factsOf(code).summary}.`, text };
}

/** Whether there is such a page. */
export function isCode(code: string): boolean {
  return allCodes().includes(code) || codePage(code) !== undefined;
}
