import type { Reporter } from './report.ts';
import { visible } from './visible.ts';

/** One line a finding and nothing else, for editors and `grep`. */
export const concise: Reporter = {
  name: 'concise',
  summary: 'path:line:col: severity[code] message (fix)',
  isDocument: false,
  render({ files }) {
    return files
      .flatMap(({ path, lines, diagnostics }) =>
        diagnostics.map(({ severity, code, message, range, fix }) => {
          const { line, column } = lines.positionAt(range.start);
          const way = fix ? ` (${fix.title.charAt(0).toLowerCase()}${fix.title.slice(1)})` : '';
          return `${visible(path)}:${line}:${column}: ${severity}[${code}] ${visible(message + way)}\n`;
        }),
      )
      .join('');
  },
};
