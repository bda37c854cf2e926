import { visible, wrap, type CompatChange, type CompatSpan } from '@smolfile/core';
import type { Style } from '../reporters/report.ts';
import type { FileCompat } from './document.ts';

/** The releases of each command, one line for each span and one for each reason. */
export function compatTable(files: readonly FileCompat[], style: Style): string {
  return files
    .map(({ path, commands }) => {
      const { bold } = style.colors;
      const groups = Array.from(commands, ([command, spans]) =>
        [bold(`  ${command}`), ...spans.flatMap((span) => spanLines(span, style))].join('\n'),
      );
      return `${[bold(visible(path)), ...groups].join('\n')}\n`;
    })
    .join('\n');
}

/** Columns before a reason. */
const INDENT = '        ';

function spanLines({ from, to, accepted, changes }: CompatSpan, style: Style): string[] {
  const { green, red } = style.colors;
  const releases = from.version === to.version ? from.version : `${from.version} to ${to.version}`;
  const verdict = accepted ? green('✓ accepted') : red('✗ refused');
  return [`    ${verdict}  ${releases}`, ...changes.flatMap((change) => changeLines(change, style))];
}

function changeLines({ refused, begins, what }: CompatChange, { width, colors }: Style): string[] {
  const sign = begins ? (refused ? colors.red('✗') : colors.yellow('!')) : colors.green('–');
  const words = begins ? what : `no longer: ${what}`;
  return wrap(visible(words), width - INDENT.length - 2).map(
    (line, index) => `${INDENT}${index === 0 ? sign : ' '} ${line}`,
  );
}
