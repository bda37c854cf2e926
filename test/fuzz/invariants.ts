import {
  applyEdits,
  fixAll,
  format,
  formatText,
  hostWith,
  lint,
  parseSmolfile,
  resolve,
  type Command,
  type Diagnostic,
  type SmolfileDocument,
  type TextEdit,
  type TextRange,
} from '@smolfile/core';
import { parseToml, tokens } from '../../packages/core/src/toml/index.ts';
import { commentsOf, meaningOf } from '../format/meaning.ts';

const host = hostWith({ '.': 'directory', src: 'directory', 'image.tar': 'file', '/etc': 'directory' });
const COMMANDS: readonly Command[] = ['create', 'run', 'pack'];

/**
 * What must hold for any text at all.
 *
 * @returns what does not, in words; throws what the toolkit throws.
 */
export function broken(text: string): string[] {
  const document = parseSmolfile(text);
  const { diagnostics, suppressed } = lint(document, { host });
  return [
    ...losesText(text),
    ...outside(text, document.errors),
    ...[...diagnostics, ...suppressed].flatMap((each) => badDiagnostic(text, each)),
    ...badResolutions(document),
    ...badFixes(document, diagnostics),
    ...badFormat(document),
  ];
}

function losesText(text: string): string[] {
  let position = 0;
  for (const { start, end } of tokens(parseToml(text))) {
    if (start !== position || end <= start) return [`a token at ${start} does not follow ${position}`];
    position = end;
  }
  return position === text.length ? [] : ['tokens end before the text'];
}

function outside(text: string, ranges: readonly TextRange[]): string[] {
  return ranges
    .filter(({ start, end }) => !(start >= 0 && start <= end && end <= text.length))
    .map(({ start, end }) => `range ${start}-${end} of ${text.length}`);
}

function badDiagnostic(
  text: string,
  { code, severity, stage, range, source, related, fix }: Diagnostic,
): string[] {
  const problems = [
    ...outside(text, source ? [] : [range]),
    ...outside(
      text,
      related.filter((place) => place.source === undefined).map((place) => place.range),
    ),
    ...badEdits(text, fix?.edits ?? []),
  ];
  if (severity === 'error' && stage === null) problems.push('an error without a stage');
  return problems.map((problem) => `${code}: ${problem}`);
}

function badEdits(text: string, edits: readonly TextEdit[]): string[] {
  const problems = outside(
    text,
    edits.map(({ range }) => range),
  );
  for (const [index, { range }] of edits.entries()) {
    if (index > 0 && range.start < edits[index - 1]!.range.end)
      problems.push('edits overlap or are out of order');
  }
  return problems;
}

function badResolutions(document: SmolfileDocument): string[] {
  return COMMANDS.flatMap((command) => {
    const resolution = resolve(document, { command, host, assumed: ['output'] });
    const problems = resolution.diagnostics.flatMap((each) => badDiagnostic(document.text, each));
    if (!resolution.accepted) return problems;
    const origins = Object.values(resolution.provenance)
      .flat()
      .flatMap(({ origins: used, dropped }) => [...used, ...dropped])
      .flatMap((origin) => (origin.kind === 'smolfile' ? [origin.range] : []));
    return [...problems, ...outside(document.text, origins)];
  });
}

function badFixes(document: SmolfileDocument, diagnostics: readonly Diagnostic[]): string[] {
  const { text } = document;
  const before = countErrors(diagnostics);
  const alone = diagnostics.flatMap(({ code, fix }) => {
    if (!fix?.safe) return [];
    const after = parseSmolfile(applyEdits(text, fix.edits));
    if (after.errors.length > document.errors.length) return [`fix of ${code}: more syntax errors`];
    const errors = countErrors(lint(after, { host }).diagnostics);
    return errors > 0 && before === 0 ? [`fix of ${code}: refused now`] : [];
  });
  const fixed = parseSmolfile(fixAll(text, { host }).text);
  const errors = countErrors(lint(fixed, { host }).diagnostics);
  if (fixed.errors.length > document.errors.length) alone.push('all fixes: more syntax errors');
  if (before === 0 && errors > 0) alone.push('all fixes: refused now');
  return alone;
}

function countErrors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

/**
 * The part of the invariants that is about formatting.
 *
 * @param withFindings whether to lint before and after, which takes most of the time.
 */
export function badFormat(document: SmolfileDocument, withFindings = true): string[] {
  const { text } = document;
  const edits = format(document);
  const once = applyEdits(text, edits);
  const problems = badEdits(text, edits);
  const middle = Math.floor(text.length / 2);
  const part = applyEdits(text, format(document, { range: { start: Math.floor(middle / 2), end: middle } }));
  const sorted = formatText(text, { sortKeys: true });
  if (formatText(once) !== once) problems.push('formatting twice is not formatting once');
  if (formatText(sorted, { sortKeys: true }) !== sorted) problems.push('sorting twice is not sorting once');
  const meaning = meaningOf(text).join('\n');
  if (meaningOf(once).join('\n') !== meaning) problems.push('formatting changes the meaning');
  if (meaningOf(part).join('\n') !== meaning) problems.push('formatting a range changes the meaning');
  if (commentsOf(once).join('\n') !== commentsOf(text).join('\n'))
    problems.push('formatting changes comments');
  if (!sameInAnyOrder(commentsOf(sorted), commentsOf(text))) problems.push('sorting changes comments');
  if (!document.damaged && !sameInAnyOrder(meaningOf(sorted), meaningOf(text)))
    problems.push('sorting changes the meaning');
  if (withFindings && findings(once) !== findings(text)) problems.push('formatting changes findings');
  if (withFindings && sorted !== once && findings(sorted) !== findings(text))
    problems.push('sorting changes findings');
  return problems.map((problem) => `format: ${problem}`);
}

function sameInAnyOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join('\n') === other.toSorted().join('\n');
}

/** What is found and what is silenced, each with its line without white space: formatting moves both together. */
function findings(text: string): string {
  const document = parseSmolfile(text);
  const { diagnostics, suppressed } = lint(document, { host });
  const shown = ({ severity, code, range }: Diagnostic): string =>
    `${severity} ${code} ${text.slice(range.start, range.end).replaceAll(/[\s,]+/g, '')}`;
  return [diagnostics, suppressed].map((each) => each.map(shown).toSorted().join('\n')).join('\n--\n');
}
