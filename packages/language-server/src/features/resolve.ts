import {
  type Before,
  PLAIN_COLORS,
  renderTable,
  resolutionJson,
  resolve,
  resolutionView,
  parseSmolfile,
  type Command,
  type Resolution,
  type ResolutionView,
  verdictText,
  visible,
  wrap,
  type SmolfileDocument,
} from '@smolfile/core';
import type { Target } from './target.ts';

/** Which machine is asked for. */
export interface ResolveQuestion {
  readonly command: Command;
  /** The flags of the call as one line, split as a shell does. */
  readonly flags: string;
  /** Columns of the table. */
  readonly width?: number;
  /** A release, whatever the document and its surroundings ask for. */
  readonly smolvm?: string;
  /** Another text of the document, its saved one for instance: the view marks what differs from what it comes to. */
  readonly before?: string;
}

/** The merged configuration, for a program and for a person. */
export interface ResolveAnswer {
  /** As `smolfile resolve --format json` prints it; integers that JavaScript cannot hold are strings. */
  readonly json: object;
  /** As `smolfile resolve` prints it, without colours; what smolvm refuses is a line for each reason. */
  readonly table: string;
  /** For a program that draws it for a person. */
  readonly view: ResolutionView;
}

/** Columns of the table where nobody says: what an editor's panel mostly has. */
const WIDTH = 100;
/** What a table can be laid out in, and what anybody looks at. */
const LEAST_WIDTH = 50;
const MOST_WIDTH = 1000;
/** The working directory of documents that have none: no path is below it. */
const NO_FOLDER = '\0';

/** What smolvm would make of a document and flags; nothing is run. */
export function resolveDocument(
  document: SmolfileDocument,
  { command, flags, width: wanted = WIDTH, smolvm, before }: ResolveQuestion,
  around: Target,
  path: string,
): ResolveAnswer {
  const target = smolvm === undefined ? around : { ...around, smolvm };
  const resolution = resolutionOf(document, command, target, flags);
  const places = { path, lines: document.lines };
  const width = Math.max(LEAST_WIDTH, Math.min(Math.floor(wanted), MOST_WIDTH));
  const cwd = target.host?.inspect('.').canonical ?? NO_FOLDER;
  return {
    json: withoutBigInts(resolutionJson(resolution, places, cwd)) as object,
    table: resolution.accepted
      ? renderTable(resolution, places, cwd, { colors: PLAIN_COLORS, width })
      : refusalText(resolution, document, width),
    view: resolutionView(
      resolution,
      places,
      cwd,
      before === undefined || before === document.text
        ? undefined
        : beforeOf(parseSmolfile(before), command, target, flags, path),
    ),
  };
}

/** What an earlier text comes to; the same text has nothing that differs. */
function beforeOf(
  document: SmolfileDocument,
  command: Command,
  target: Target,
  flags: string,
  path: string,
): Before {
  const resolution = resolutionOf(document, command, target, flags);
  return { resolution, places: { path, lines: document.lines } };
}

/** The resolution of a document without or with flags; what looks like a credential is masked. */
export function resolutionOf(
  document: SmolfileDocument,
  command: Command,
  target: Target,
  flags = '',
): Resolution {
  const { host, variables, smolvm, config, installed } = target;
  const names = variables && new Set(variables());
  return resolve(document, {
    command,
    flags,
    assumed: ['output'],
    ...(smolvm !== undefined && { smolvm }),
    ...(config && { config }),
    ...(installed !== undefined && { installed }),
    ...(host && { host }),
    ...(names && { environment: { has: (name: string) => names.has(name) } }),
  });
}

function refusalText(resolution: Resolution, { lines }: SmolfileDocument, width: number): string {
  const errors = resolution.diagnostics.filter(({ severity }) => severity === 'error');
  const said = errors.map(({ source, range, message, help }) => {
    const place = source ? 'flags' : `line ${lines.positionAt(range.start).line}`;
    const text = `${place}: ${message}.${help === undefined ? '' : ` ${help}`}`;
    return wrap(visible(text), width - 2)
      .map((line, index) => `${index === 0 ? '✗' : ' '} ${line}\n`)
      .join('');
  });
  return `${verdictText(resolution)}\n\n${said.join('')}`;
}

/** The protocol's JSON is read by JavaScript, which has no integers of that size. */
function withoutBigInts(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(withoutBigInts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutBigInts(each)]));
}
