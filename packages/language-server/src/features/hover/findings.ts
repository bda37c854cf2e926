import { ruleUrl, type Diagnostic } from '@smolfile/core';
import { touches } from '../spot.ts';
import { code } from './code.ts';

/** More findings at one place than this are looked at in the list of problems. */
const MOST = 3;

/** The findings at a place, as a hover is about them. */
export function findingsAt(findings: readonly Diagnostic[], offset: number): readonly Diagnostic[] {
  return findings.filter(({ range, source }) => !source && touches(range, offset)).slice(0, MOST);
}

/** What a list of problems has no room for: what to do, and why. Editors show the message itself beside it. */
export function findingText({ code: name, help, why }: Diagnostic): string {
  const what = help === undefined ? '' : ` ${help}`;
  const title = `[${code(name)}](${ruleUrl(name)})${what}`;
  return [title, why].filter((part) => part !== undefined).join('\n\n');
}
