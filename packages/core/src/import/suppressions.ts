import { formatText } from '../format/index.ts';
import { parseSmolfile } from '../document/document.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Target } from './target.ts';

/**
 * Silences what is meant: the file says on top that it is for `machine create`, so what only `machine run` stumbles over
 * does not concern it; and a command without the image's ENTRYPOINT is what the source says.
 */
export function withSuppressions(text: string, target: Target): string {
  const { lines } = parseSmolfile(text);
  const found = target.warnings(text).flatMap((diagnostic) => {
    const reason = reasonFor(diagnostic);
    return reason === undefined
      ? []
      : [{ code: diagnostic.code, reason, line: lines.lineAt(diagnostic.range.start) }];
  });
  let result = text;
  for (const { code, reason, line } of found.toSorted((one, other) => other.line - one.line)) {
    const { start } = lines.lineRange(line);
    result = `${result.slice(0, start)}# smolfile-ignore ${code}: ${reason}\n${result.slice(start)}`;
  }
  return found.length === 0 ? text : formatText(result);
}

/** What a person may have meant otherwise, and a source has said so. */
const AS_IN_THE_SOURCE = new Set(['cmd-without-entrypoint', 'shell-string-in-argv']);

function reasonFor({ code, commands }: Diagnostic): string | undefined {
  if (commands.every((command) => command === 'run'))
    return 'for `machine create`, which it does not concern';
  return AS_IN_THE_SOURCE.has(code) ? 'as in the source' : undefined;
}
