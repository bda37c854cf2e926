import type { ImportedFile, ReportLine } from '@smolfile/core/import';
import { wrap } from '../output/wrap.ts';
import type { Style } from '../reporters/report.ts';
import { visible } from '../reporters/visible.ts';

const INDENT = '           ';

/** The report of one Smolfile for people: what changed and what was dropped with reasons, what was kept by name. */
export function renderReport(file: ImportedFile, heading: string, { colors, width }: Style): string {
  const paint = { changed: colors.yellow, dropped: colors.red };
  const blocks = (['changed', 'dropped'] as const).flatMap((kind) =>
    grouped(file.report.filter((line) => line.kind === kind)).map(({ line, places }) => {
      const to = line.to === undefined ? '' : ` → ${line.to}`;
      const reason = wrap(visible(line.why), width - INDENT.length).map((part) => INDENT + part);
      return [
        `  ${paint[kind](kind.padEnd(7))}  ${visible(line.name)}${colors.dim(places)}${to}`,
        ...reason,
      ].join('\n');
    }),
  );
  const kept = [
    ...new Set(file.report.filter(({ kind }) => kind === 'kept').map(({ name }) => visible(name))),
  ];
  const last =
    kept.length === 0
      ? []
      : wrap(kept.join(', '), width - INDENT.length).map((part, index) =>
          index === 0 ? `  ${colors.green('kept'.padEnd(7))}  ${part}` : INDENT + part,
        );
  return `${[colors.bold(heading), ...blocks, ...last].join('\n')}\n`;
}

interface Group {
  readonly line: ReportLine;
  readonly places: string;
}

/** What is said of several places is said once. */
function grouped(lines: readonly ReportLine[]): Group[] {
  const groups = new Map<string, ReportLine[]>();
  for (const line of lines) {
    const id = JSON.stringify([line.name, line.to, line.why, line.source.path]);
    groups.set(id, [...(groups.get(id) ?? []), line]);
  }
  const main = lines[0]?.source.path;
  return Array.from(groups.values(), (group) => {
    const [first] = group;
    const numbers = [...new Set(group.map(({ source }) => source.start.line))];
    // a command line is one line
    if (first!.source.path === '') return { line: first!, places: '' };
    const where = `line${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')}`;
    return {
      line: first!,
      places: first!.source.path === main ? ` (${where})` : ` (${where} of ${first!.source.path})`,
    };
  });
}
