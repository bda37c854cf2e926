import { quoteWord } from '../text/shell.ts';
import { harmless } from './comments.ts';
import type { ImportContext } from './context.ts';
import { imageName } from './map/image.ts';
import type { SourceFile } from './place.ts';
import type { Plan } from './plan.ts';
import type { ReportLine } from './report.ts';

/** What the top of the file is made of. */
export interface TopParts {
  readonly file: SourceFile;
  readonly context: ImportContext;
  /** Of the Smolfile. */
  readonly name: string;
  readonly service: string | undefined;
  readonly report: readonly ReportLine[];
}

/** What nobody misses. */
const IDLE = new Set(['version', 'x-', 'name', 'services', 'definitions', 'stage']);
/** More names than this are a list that nobody reads. */
const MOST_NAMES = 12;

/** What a Smolfile says of itself: where it comes from, how to start it, what is not in it. */
export function topOf(plan: Plan, { file, context, name, service, report }: TopParts): string[] {
  const source = file.path === '' ? 'a `docker run` line' : file.path;
  const what = service === undefined ? source : `service ${service} of ${source}`;
  const machine = imageName(plan.machine ?? service ?? (context.reader.folder ?? '').replace(/^.*[/\\]/, ''));
  const start = `Start it from this folder:\n  smolvm machine create --name ${machine} -s ${quoteWord(name)}\n  smolvm machine start --name ${machine}`;
  const monitored = plan.keys.has('restart.policy') || plan.keys.has('health.exec');
  const watch = monitored
    ? [
        `Restarts and health checks need \`smolvm machine monitor --name ${machine}\`, and no foreground \`machine run\`.`,
      ]
    : [];
  const dropped = [
    ...new Set(
      report.filter(({ kind, name: of }) => kind === 'dropped' && !IDLE.has(of)).map((line) => line.name),
    ),
  ];
  const more = dropped.length > MOST_NAMES ? ` and ${dropped.length - MOST_NAMES} more` : '';
  const left =
    dropped.length > 0
      ? [`Not in it: ${dropped.slice(0, MOST_NAMES).join(', ')}${more}. \`smolfile import\` says why.`]
      : [];
  return [
    [
      ...plan.top.filter((line) => line !== '').map(harmless),
      `Made from ${what} by \`smolfile import\`.`,
    ].join('\n'),
    start,
    ...watch,
    ...new Set(plan.notes),
    ...left,
  ];
}
