import { ruleUrl, type Severity } from '@smolfile/core';
import { withoutCommands } from '../output/workflow-commands.ts';
import type { LintReport } from './report.ts';
import { visible } from './visible.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, which show findings beside the lines of a pull request. */
export function renderGithub({ files }: LintReport): string {
  return files
    .flatMap(({ path, repositoryPath = path, lines, diagnostics }) =>
      diagnostics.map(({ code, severity, message, help, range }) => {
        const start = lines.positionAt(range.start);
        const end = lines.positionAt(range.end);
        const properties: Record<string, string | number> = {
          title: code,
          file: repositoryPath,
          line: start.line,
          endLine: end.line,
          // GitHub refuses columns of a range over several lines.
          ...(start.line === end.line && { col: start.column, endColumn: end.column }),
        };
        const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
        const text = [message, ...(help === undefined ? [] : [help]), ruleUrl(code)].map(visible).join('\n');
        return `::${COMMANDS[severity]} ${list.join()}::${escaped(text)}\n`;
      }),
    )
    .join('');
}

/** As `@actions/core` writes a message. */
function escaped(text: string): string {
  // the older form of a command counts anywhere in a line
  return withoutCommands(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
