import type { Reporter } from './report.ts';
import { visible } from './visible.ts';

/** One line a finding and nothing else, for editors and `grep`. */
export const concise: Reporter = {
  name: 'concise',
  summary: 'path:line:col: severity[code] message',
  isDocument: false,
  render({ files }) {
    return files
      .flatMap(({ path, lines, diagnostics }) =>
        diagnostics.map(({ severity, code, message, range }) => {
          const { line, column } = lines.positionAt(range.start);
          return `${visible(path)}:${line}:${column}: ${severity}[${code}] ${visible(message)}\n`;
        }),
      )
      .join('');
  },
};
