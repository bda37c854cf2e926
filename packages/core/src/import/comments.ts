import { redactionFor } from '../resolve/redact.ts';

const redaction = redactionFor({ masked: true });

/** A text that may quote the source: what looks like a credential in it is not shown. */
export function masked(text: string): string {
  return redaction.text(text);
}

/** A comment of the source must not become a direction to this toolkit. */
export function harmless(line: string): string {
  return masked(line.replace(/^\s*(?=smolfile\s*(?::|-ignore))/, '> '));
}

/** Whether words of a command show a credential. */
export function showsCredential(words: readonly string[]): boolean {
  return redaction.words(words).some((word, index) => word !== words[index]);
}
