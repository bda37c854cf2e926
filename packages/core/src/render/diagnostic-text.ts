import type { Diagnostic } from '../model/diagnostic.ts';
import { ruleUrl } from '../lint/rule-url.ts';
import type { LineIndex } from '../text/line-index.ts';
import { markdownText } from '../text/markdown.ts';
import { visible } from '../text/visible.ts';

/** Whose finding it is. */
export interface DiagnosticPlace {
  /** Of the file, or what else names it. */
  readonly path?: string;
  /** Those of the document; without them, no line is said. */
  readonly lines?: LineIndex;
}

/**
 * A finding as text, without colours: where, what, why and what to do, one to a line. Nothing in it steers a terminal.
 *
 * @example
 * ```ts
 * const document = parseSmolfile('memry = 512\n');
 * const [finding] = lint(document).diagnostics;
 * diagnosticText(finding!, { path: 'Smolfile', lines: document.lines }).split('\n')[0];
 * // 'Smolfile:1:1: error[unknown-key]: `memry` is not a key of a Smolfile'
 * ```
 */
export function diagnosticText(diagnostic: Diagnostic, place: DiagnosticPlace = {}): string {
  const { severity, code, message, why, help } = diagnostic;
  const where = placeText(diagnostic, place);
  const lines = [
    `${where === '' ? '' : `${visible(where)}: `}${severity}[${code}]: ${visible(message)}`,
    ...(why === undefined ? [] : [`  ${visible(why)}`]),
    ...(help === undefined ? [] : [`  help: ${visible(help)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function placeText({ range, source }: Diagnostic, { path, lines }: DiagnosticPlace): string {
  // a place in the flags of a call is none in the file
  if (!lines || source) return path ?? '';
  const { line, column } = lines.positionAt(range.start);
  return `${path === undefined ? '' : `${path}:`}${line}:${column}`;
}

/**
 * A finding as Markdown, for a comment in a review. What comes from the file cannot become a link, an image or a
 * mention.
 *
 * @example
 * ```ts
 * const [finding] = lint(parseSmolfile('memry = 512\n')).diagnostics;
 * diagnosticMarkdown(finding!).split('\n')[0];
 * // '**error** [unknown-key](https://smolfile.github.io/toolkit/rules/unknown-key): `memry` is not a key of a Smolfile'
 * ```
 */
export function diagnosticMarkdown({ severity, code, message, why, help }: Diagnostic): string {
  const parts = [
    `**${severity}** [${code}](${ruleUrl(code)}): ${markdownText(message)}`,
    ...[why, help].flatMap((part) => (part === undefined ? [] : [markdownText(part)])),
  ];
  return `${parts.join('\n\n')}\n`;
}
