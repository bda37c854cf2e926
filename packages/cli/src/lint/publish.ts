import { realPath } from '@smolfile/host';
import { resolve } from 'node:path';
import type { Source } from '../discover/discover.ts';
import { UsageError } from '../failure.ts';
import type { Io, Output } from '../io.ts';
import { styleFor } from '../output/style.ts';
import { writeAsIs } from '../output/workflow-commands.ts';
import { writeFile } from '../output/write-file.ts';
import type { LintReport } from '../reporters/report.ts';
import { renderStatistics } from '../reporters/statistics.ts';
import type { LintRequest } from './options.ts';

/**
 * Makes sure that no report is written over a file that is checked, under whatever name.
 *
 * @throws UsageError before anything is checked, let alone written.
 */
export function keepInputs(sources: readonly Source[], { targets, baseline }: LintRequest, io: Io): void {
  const files = [...targets.map(({ file }) => file), baseline?.file].filter((file) => file !== undefined);
  if (files.length === 0) return;
  const inputs = new Set(sources.flatMap(({ file }) => (file === undefined ? [] : realPathOf(file, io))));
  for (const file of files) {
    if (!inputs.has(realPathOf(resolve(io.cwd, file), io))) continue;
    throw new UsageError(
      `the report would be written over \`${file}\`, which is checked`,
      'Give the report a name of its own.',
    );
  }
}

function realPathOf(file: string, { fs }: Io): string {
  try {
    return realPath(file, fs);
  } catch {
    return file;
  }
}

/**
 * Writes the report in every format that was asked for, where it was asked for.
 *
 * @param main where reports without a file go; `undefined` when something else is there.
 */
export function publish(report: LintReport, request: LintRequest, main: Output | undefined, io: Io): void {
  const { targets, color, statistics } = request;
  for (const { reporter, file } of targets) {
    const style = styleFor(file === undefined ? main : undefined, color, io.env);
    const isForPeople = file === undefined && reporter.name === 'pretty';
    if (file === undefined && (!main || (statistics && isForPeople))) continue;
    const text = reporter.render(report, style);
    if (file !== undefined) writeFile(file, text, io);
    else if (main && (reporter.isDocument || reporter.name === 'github')) writeAsIs(main, text);
    else main?.write(text);
  }
  if (statistics) main?.write(renderStatistics(report, styleFor(main, color, io.env)));
}
