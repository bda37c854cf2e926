import { explainCode } from '@smolfile/core';
import { KINDS, meets, type Action, type ActionsAsked } from './action.ts';

/** The page of each rule that has something to say here. */
export function explainActions({ diagnostics, range }: ActionsAsked): Action[] {
  const codes = diagnostics.filter((diagnostic) => meets(diagnostic.range, range)).map(({ code }) => code);
  return [...new Set(codes)]
    .filter((code) => explainCode(code))
    .map((code) => ({ title: `Explain \`${code}\``, kind: KINDS.fix, explains: code }));
}
