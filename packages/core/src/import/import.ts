import {
  checkOptions,
  isBoolean,
  isFunction,
  isObject,
  isOneOf,
  isRelease,
  isText,
  type Check,
} from '../api/options.ts';
import { importCompose } from './compose/import.ts';
import type { ImportContext } from './context.ts';
import { detectSource } from './detect.ts';
import { importDevcontainer } from './devcontainer/import.ts';
import { importDockerRun } from './docker-run/import.ts';
import { importDockerfile } from './dockerfile/import.ts';
import { SourceError, SourceFile, type Place } from './place.ts';
import { Plan } from './plan.ts';
import { NO_READER, type SourceReader } from './reader.ts';
import { reportPlace, type ReportLine, type ReportPlace } from './report.ts';
import { OUTCOMES, type SourceKind } from './table/index.ts';
import { Target } from './target.ts';
import { topOf } from './top.ts';
import { valueText } from './toml.ts';
import { withSuppressions } from './suppressions.ts';
import { smolfileText } from './write.ts';

/** How to import. */
export interface ImportOptions {
  /** Name of the source, for messages and to tell what it is: `compose.yaml`. */
  readonly path?: string;
  /** What the source is; by name and content when left out. */
  readonly from?: SourceKind;
  /** The service of a compose file; all of them when left out. */
  readonly service?: string;
  /** The stage of a Dockerfile; the last one when left out. */
  readonly target?: string;
  /** Puts RUN, COPY and ADD of a Dockerfile under `[dev]`, instead of asking for an image to be built. */
  readonly init?: boolean;
  /** The release of smolvm that the Smolfile is for; the newest known when left out. */
  readonly smolvm?: string;
  /** The files around the source; without it, what the source refers to is reported as missing. */
  readonly reader?: SourceReader;
  /** Variables that a compose file or dev container may refer to; they end up in the Smolfile. */
  readonly variables?: (name: string) => string | undefined;
}

const CHECKS: Readonly<Record<keyof ImportOptions, Check>> = {
  path: isText,
  from: isOneOf(Object.keys(OUTCOMES)),
  service: isText,
  target: isText,
  init: isBoolean,
  smolvm: isRelease,
  reader: isObject,
  variables: isFunction,
};

/** A Smolfile that came out of an import. */
export interface ImportedFile {
  /** `Smolfile`, or `NAME.smolfile` where there are several services. */
  readonly name: string;
  /** The service of a compose file. */
  readonly service?: string;
  /** Formatted; `lint` finds no error in it for the release. */
  readonly text: string;
  /** What became of everything in the source, in its order. */
  readonly report: readonly ReportLine[];
}

/** Why a source cannot be imported. */
export interface ImportProblem {
  readonly source: ReportPlace;
  readonly message: string;
  readonly help?: string;
}

/** What an import comes to: files, or the reasons why there are none. */
export interface ImportResult {
  readonly from: SourceKind | undefined;
  readonly files: readonly ImportedFile[];
  readonly problems: readonly ImportProblem[];
}

/**
 * Makes Smolfiles of a Dockerfile, a compose file, a devcontainer.json, or a `docker run` command line. What Docker
 * would run is worked out, then written as smolvm has it; every part of the source has at least one line in the report.
 *
 * @param text of the source. A `docker run` line is split as a POSIX shell does.
 * @returns for a source that Docker or its own format refuses no file, and the place and reason.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * const [file] = importSource('docker run -p 8080:80 -e LEVEL=info alpine sleep 9').files;
 * file.text.includes('ports = ["8080:80"]'); // true
 * file.report.map(({ name, kind }) => `${name} ${kind}`)[0]; // '--publish changed'
 * ```
 */
export function importSource(text: string, options: ImportOptions = {}): ImportResult {
  checkOptions({ text }, 'importSource', { text: isText });
  checkOptions(options, 'importSource', CHECKS);
  const { path = '', smolvm } = options;
  const file = new SourceFile(path, text);
  const from = options.from ?? detectSource(path, text);
  if (!from)
    return refused(
      undefined,
      new SourceError(
        file.place(0, 0),
        'This is no Dockerfile, compose file, devcontainer.json or `docker run` line',
        'Say what it is: `--from`.',
      ),
    );
  const context: ImportContext = {
    reader: options.reader ?? NO_READER,
    stage: options.target,
    init: options.init ?? false,
    // the folder that a machine is started from
    variables: (name) => options.variables?.(name) ?? (name === 'PWD' ? options.reader?.folder : undefined),
  };
  const target = new Target(smolvm);
  try {
    return { from, files: filesOf(from, file, context, target, options.service), problems: [] };
  } catch (error) {
    if (error instanceof SourceError) return refused(from, error);
    throw error;
  }
}

function filesOf(
  from: SourceKind,
  file: SourceFile,
  context: ImportContext,
  target: Target,
  service: string | undefined,
): ImportedFile[] {
  if (from === 'compose') {
    const imported = importCompose(target, file, context, service);
    const several = imported.length > 1;
    return imported.map(({ name, plan }) => finish(plan, { from, file, context, service: name, several }));
  }
  const plan = new Plan(target);
  if (from === 'dockerfile') importDockerfile(plan, file, context);
  else if (from === 'devcontainer') importDevcontainer(plan, file, context);
  else importDockerRun(plan, file, context);
  return [finish(plan, { from, file, context })];
}

interface Finishing {
  readonly from: SourceKind;
  readonly file: SourceFile;
  readonly context: ImportContext;
  readonly service?: string;
  readonly several?: boolean;
}

function finish(plan: Plan, { from, file, context, service, several = false }: Finishing): ImportedFile {
  mapNet(plan);
  for (const each of plan.last) each();
  const report = plan.lines
    .map((line, index) => ({ line, index }))
    .toSorted((one, other) => order(one.line.place, other.line.place, file) || one.index - other.index)
    .map(({ line: { place, ...line } }) => ({ ...line, text: textAt(place) }));
  const name = several ? `${service}.smolfile` : 'Smolfile';
  const top = topOf(plan, { file, from, context, name, service, report });
  const text = withSuppressions(smolfileText(plan, top), plan.target);
  const lines = report.map(({ text: _text, idle: _idle, ...line }) => line);
  return { name, ...(service !== undefined && { service }), text, report: lines };
}

function textAt({ file, range }: Place): string {
  return file.text.slice(range.start, range.end);
}

/** A container has a network unless it is told otherwise; some releases cannot even fetch an image without one. */
function mapNet(plan: Plan): void {
  const { offline } = plan;
  const [image] = plan.elements('image');
  const needs = plan.target
    .warnings(`image = ${valueText(image ?? '')}\n`)
    .some(({ code }) => code === 'image-without-network');
  if (!offline || needs) plan.write(undefined, 'net', true);
  if (!offline) return;
  if (needs)
    plan.report(
      offline,
      'changed',
      'net',
      'This release cannot fetch an image without a network, so there is one.',
    );
  else plan.report(offline, 'kept', undefined, 'Without `net` a machine reaches nothing.');
}

/** The source first, then the other files by name; each in its order. */
function order(
  one: { file: SourceFile; range: { start: number } },
  other: typeof one,
  source: SourceFile,
): number {
  if (one.file === other.file) return one.range.start - other.range.start;
  if (one.file === source || other.file === source) return one.file === source ? -1 : 1;
  return one.file.path < other.file.path ? -1 : 1;
}

function refused(from: SourceKind | undefined, error: SourceError): ImportResult {
  const { place, message, help } = error;
  return {
    from,
    files: [],
    problems: [{ source: reportPlace(place), message, ...(help !== undefined && { help }) }],
  };
}
