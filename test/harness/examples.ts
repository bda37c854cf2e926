import { parseSmolfile, type Diagnostic, type Example } from '@smolfile/core';

const ASSERTION = /#\s*(error|warning|info): ([a-z0-9-]+)\s*$/;

/** The findings that the comments of an example assert, as `line: severity: code`. */
export function asserted(example: Example): string[] {
  const fromComments = example.toml.split('\n').flatMap((line, index) => {
    const found = ASSERTION.exec(line);
    return found ? [`${index + 1}: ${found[1]}: ${found[2]}`] : [];
  });
  return [...fromComments, ...(example.expect ?? [])].toSorted();
}

/** Findings as `line: severity: code`; those in the flags of a call as `flags: severity: code`. */
export function described(toml: string, diagnostics: readonly Diagnostic[]): string[] {
  const { lines } = parseSmolfile(toml);
  return diagnostics
    .map(({ range, source, severity, code }) => {
      return `${source ?? lines.positionAt(range.start).line}: ${severity}: ${code}`;
    })
    .toSorted();
}
