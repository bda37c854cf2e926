import type { SmolfileDocument } from '../document/document.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { explainCode } from '../lint/explain.ts';
import { firstAfter, type TextRange } from '../text/range.ts';
import { credentialRangesNear } from './masked-document.ts';
import { MASK, redactionFor, type Redaction } from './redact.ts';

/** What is shorter is found in too many words. */
const SHORTEST = 4;

/**
 * Findings as any report may show them: what looks like a credential is masked, by its looks and by what the document
 * says of the place. Ranges stay; a fix that would spell a credential is left out.
 */
export function maskedDiagnostics(
  document: SmolfileDocument,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics;
  const redaction = redactionFor({ masked: true });
  const ranges = credentialRangesNear(document, placesOf(diagnostics));
  return diagnostics.map((diagnostic) => {
    const secrets = diagnostic.source ? [] : secretsAround(diagnostic, document, ranges);
    return maskedDiagnostic(diagnostic, {
      ...redaction,
      text: (text) => redaction.text(without(text, secrets)),
    });
  });
}

/** The places in the document that findings are about, or point at. */
function placesOf(diagnostics: readonly Diagnostic[]): TextRange[] {
  return diagnostics.flatMap(({ source, range, related }) => [
    ...(source ? [] : [range]),
    ...related.filter((each) => !each.source).map((each) => each.range),
  ]);
}

/** A finding quotes what it is about; a fix that would spell a credential is left out. */
export function maskedDiagnostic(diagnostic: Diagnostic, redaction: Redaction): Diagnostic {
  const { fix, why, help, message, related, ...rest } = diagnostic;
  const isPlain = fix?.edits.every(({ text }) => redaction.text(text) === text) ?? false;
  return {
    message: redaction.text(message),
    ...rest,
    ...(why !== undefined && { why }),
    // a rule's own words hold nothing of the file, and `KEY=VALUE` in them is no credential
    ...(help !== undefined && {
      help: help === explainCode(diagnostic.code)?.help ? help : redaction.text(help),
    }),
    related: related.map((place) => ({ ...place, message: redaction.text(place.message) })),
    ...(fix && isPlain && { fix: { ...fix, title: redaction.text(fix.title) } }),
  };
}

/** How many credentials around a finding are looked for in what it says. */
const MOST = 20;

/** The credentials in the lines that a finding is about. */
function secretsAround(
  { range, related }: Diagnostic,
  { text, lines }: SmolfileDocument,
  ranges: readonly TextRange[],
): string[] {
  const found = new Set<string>();
  for (const place of [range, ...related.map((each) => each.range)].slice(0, 3)) {
    const { start } = lines.lineRange(lines.lineAt(place.start));
    const { end } = lines.lineRange(lines.lineAt(place.end));
    for (let at = firstAfter(ranges, Math.max(start, place.start - 1000)); at < ranges.length; at++) {
      const each = ranges[at]!;
      if (each.start > Math.min(end, place.end + 1000) || found.size >= MOST) break;
      for (const secret of quotable(text, each, place)) if (secret.length >= SHORTEST) found.add(secret);
    }
  }
  return [...found].toSorted((one, other) => other.length - one.length);
}

/** What surrounds a word that could not be read: quotes of another kind, brackets, a semicolon. */
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * A credential as a finding may quote it: all of it, what of it is in the finding's own place, and that without what
 * is around it, since where a line could not be read nobody knows where in it the credential ends.
 */
function quotable(text: string, credential: TextRange, place: TextRange): string[] {
  const own = {
    start: Math.max(credential.start, place.start),
    end: Math.min(credential.end, place.end),
  };
  return [credential, own].flatMap(({ start, end }) => {
    const whole = text.slice(start, Math.max(start, Math.min(end, start + 200))).trim();
    return [whole, whole.replaceAll(EDGES, '')];
  });
}

/** A text without credentials, and without the beginnings of those that were cut. */
function without(text: string, secrets: readonly string[]): string {
  let result = text;
  for (const secret of secrets) {
    result = result.replaceAll(secret, MASK);
    for (let cut = result.indexOf('…'); cut >= 0; cut = result.indexOf('…', cut + 1)) {
      let length = Math.min(secret.length, cut);
      while (length >= SHORTEST && result.slice(cut - length, cut) !== secret.slice(0, length)) length--;
      if (length < SHORTEST) continue;
      result = result.slice(0, cut - length) + MASK + result.slice(cut);
      cut += MASK.length - length;
    }
  }
  return result;
}
