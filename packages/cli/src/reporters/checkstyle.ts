import type { LintReport } from './report.ts';
import { xmlDocument } from './xml.ts';

/** The XML of Checkstyle, which many CI services and editors read. */
export function renderCheckstyle({ files }: LintReport): string {
  return xmlDocument({
    name: 'checkstyle',
    attributes: { version: '4.3' },
    content: files.map(({ path, lines, diagnostics }) => ({
      name: 'file',
      attributes: { name: path },
      content: diagnostics.map(({ code, severity, message, help, range }) => {
        const { line, column } = lines.positionAt(range.start);
        const text = help === undefined ? message : `${message}. ${help}`;
        return {
          name: 'error',
          attributes: { line, column, severity, message: text, source: `smolfile.${code}` },
        };
      }),
    })),
  });
}
