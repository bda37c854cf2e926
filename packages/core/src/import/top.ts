import { shellWord } from '../text/shell.ts';
import { harmless, masked } from './comments.ts';
import type { ImportContext } from './context.ts';
import { imageName } from './map/image.ts';
import type { SourceFile } from './place.ts';
import type { Plan, PlanLine } from './plan.ts';
import type { SourceKind } from './table/types.ts';
import { startLines } from './start-lines.ts';

/** What the top of the file is made of. */
export interface TopParts {
  readonly file: SourceFile;
  readonly from: SourceKind;
  readonly context: ImportContext;
  /** Of the Smolfile. */
  readonly name: string;
  readonly service: string | undefined;
  readonly report: readonly (Omit<PlanLine, 'place'> & { readonly text: string })[];
}

/** What nobody misses. */
const IDLE = new Set([
  'version',
  'x-',
  'name',
  'services',
  'definitions',
  // said further up
  'depends_on',
  // in the image
  'LABEL',
  'MAINTAINER',
]);
/** More than this are a list that nobody reads. */
const MOST_NAMES = 12;
/** Longer than this nothing of the source is quoted. */
const LONGEST_QUOTE = 60;

/** What a Smolfile says of itself: where it comes from, how to start it, what is not in it. */
export function topOf(plan: Plan, parts: TopParts): string[] {
  const { file, from, context, name, service } = parts;
  const source = from === 'docker-run' ? 'a `docker run` line' : isNamed(file) ? file.path : 'standard input';
  const what = service === undefined ? source : `service ${service} of ${source}`;
  const machine = imageName(plan.machine ?? service ?? (context.reader.folder ?? '').replace(/^.*[/\\]/, ''));
  const verb = plan.start.once ? 'Run' : 'Start';
  const lines = startLines(plan, machine, name).map((line) => `  ${line}`);
  return [
    [
      ...plan.top.filter((line) => line !== '').map(harmless),
      `Made from ${what} by \`smolfile import\`.`,
    ].join('\n'),
    [`${verb} it from this folder:`, ...lines].join('\n'),
    ...monitorNotes(plan, machine),
    ...new Set(plan.notes.map(masked)),
    ...leftOut(parts.report, againCommand(parts)),
  ];
}

/** Restarts and checks are nothing that a machine does by itself. */
function monitorNotes({ keys }: Plan, machine: string): string[] {
  if (keys.has('restart.policy'))
    return ['Restarts and health checks act only while `machine monitor` runs.'];
  if (!keys.has('health.exec')) return [];
  return [
    `The health check acts only while \`smolvm machine monitor --name ${machine}\` runs, and stops a machine that fails it.`,
  ];
}

/** What is not in the Smolfile, by name; of what is partly in it the part that is not. */
function leftOut(report: TopParts['report'], again: string): string[] {
  const partly = new Set(report.filter(({ kind }) => kind !== 'dropped').map(({ name }) => name));
  const names = report
    .filter(({ kind, name, idle }) => kind === 'dropped' && !idle && !IDLE.has(name))
    .map(({ name, text }) => (partly.has(name) ? quoted(name, text) : name));
  const all = [...new Set(names)];
  if (all.length === 0) return [];
  const more = all.length > MOST_NAMES ? ` and ${all.length - MOST_NAMES} more` : '';
  return [`Not in it: ${all.slice(0, MOST_NAMES).join(', ')}${more}. ${again} says why.`];
}

function quoted(name: string, text: string): string {
  const line = masked(text.trim());
  const fits = line.length <= LONGEST_QUOTE && !/[\n`]/.test(line);
  if (!fits) return `some of ${name}`;
  return line.startsWith(name) ? `\`${line}\`` : `${name} \`${line}\``;
}

/** The command that prints the same once more, with the report. */
function againCommand({ file, from, service, context }: TopParts): string {
  if (from === 'docker-run' || !isNamed(file)) return 'The report';
  const words = [
    'smolfile',
    'import',
    shellWord(file.path),
    ...(service === undefined ? [] : [`--service ${shellWord(service)}`]),
    ...(context.stage === undefined ? [] : [`--target ${shellWord(context.stage)}`]),
    ...(context.init ? ['--init'] : []),
    '-o -',
  ];
  return `\`${words.join(' ')}\``;
}

/** What comes from a pipe is called `<stdin>`. */
function isNamed({ path }: SourceFile): boolean {
  return path !== '' && !path.startsWith('<');
}
