import type { Diagnostic } from '../model/diagnostic.ts';
import type { Resolution } from '../resolve/index.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';
import type { TextStyle } from './style.ts';
import type { Places } from './values.ts';

/** What has no effect for this command, and what the linter says of file and flags, as blocks of text. */
export function notes(
  { ignored, diagnostics, command }: Resolution,
  places: Places,
  style: TextStyle,
): string[] {
  const { colors } = style;
  const blocks: string[] = [];
  if (ignored.length > 0) {
    const lines = ignored.flatMap(({ key, range, reason, help }) => {
      const { line } = places.lines.positionAt(range.start);
      return entry(colors.bold(visible(key)), `line ${line}: ${reason}. ${help}`, style);
    });
    blocks.push([colors.bold(`Ignored by ${command}:`), ...lines].join('\n'));
  }
  const rest = unsaid(ignored, diagnostics);
  if (rest.length > 0) {
    const lines = rest.flatMap((diagnostic) => finding(diagnostic, places, style));
    blocks.push([colors.bold('Notes:'), ...lines].join('\n'));
  }
  return blocks;
}

/** The findings but for those that say of a key what its entry among the ignored ones says. */
export function unsaid(
  ignored: Resolution['ignored'],
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const said = new Set(ignored.map(({ range }) => range.start));
  return diagnostics.filter(({ code, range }) => !(code.startsWith('dropped-by-') && said.has(range.start)));
}

function finding(
  { severity, code, message, help, range, source }: Diagnostic,
  { lines }: Places,
  style: TextStyle,
): string[] {
  const { colors } = style;
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
  const place = source ? 'flags' : `line ${lines.positionAt(range.start).line}`;
  const text = `${place}: ${message}.${help === undefined ? '' : ` ${help}`}`;
  return entry(paint(`${severity}[${code}]`), text, style);
}

/** A label on a line of its own, and a wrapped text below it. */
function entry(label: string, text: string, { width }: TextStyle): string[] {
  return [`  ${label}`, ...wrap(visible(text), width - 6).map((line) => `      ${line}`)];
}
