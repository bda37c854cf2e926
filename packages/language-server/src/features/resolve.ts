import {
  isListProvenance,
  LineIndex,
  maskedCallText,
  relativeToDirectory,
  resolve,
  ruleUrl,
  type CommandName,
  type Diagnostic,
  type Dropped,
  type Origin,
  type Resolution,
  type SmolfileDocument,
  type TextRange,
} from '@smolfile/core';
import { resolutionTable } from './resolution-table.ts';
import type { Target } from './target.ts';

/** Which machine is asked for. */
export interface ResolveQuestion {
  readonly command: CommandName;
  /** The flags of the call as one line, split as a shell does. */
  readonly flags: string;
}

/** The merged configuration, for a program and for a person. */
export interface ResolveAnswer {
  /** As `smolfile resolve --format json` prints it; integers that JavaScript cannot hold are strings. */
  readonly json: object;
  /** The values with their origins, and what they beat, as a table of plain text. */
  readonly table: string;
}

/** What smolvm would make of a document and flags; nothing is run. */
export function resolveDocument(
  document: SmolfileDocument,
  { command, flags }: ResolveQuestion,
  target: Target,
  path: string,
): ResolveAnswer {
  const resolution = resolutionOf(document, command, target, flags);
  const cwd = target.host?.inspect('.').canonical;
  return {
    json: withoutBigInts(jsonOf(resolution, { document, path, cwd })) as object,
    table: resolutionTable(resolution, document, cwd),
  };
}

/** The resolution of a document without or with flags, credentials masked. */
export function resolutionOf(
  document: SmolfileDocument,
  command: CommandName,
  { smolvm, host, variables }: Target,
  flags = '',
): Resolution {
  const names = variables && new Set(variables());
  return resolve(document, {
    command,
    flags,
    assumed: ['output'],
    ...(smolvm !== undefined && { smolvm }),
    ...(host && { host }),
    ...(names && { environment: { has: (name: string) => names.has(name) } }),
  });
}

interface Around {
  readonly document: SmolfileDocument;
  readonly path: string;
  readonly cwd: string | undefined;
}

function jsonOf(resolution: Resolution, { document, path, cwd }: Around): object {
  const flags = maskedCallText(resolution.call);
  const texts: Texts = { document: document.lines, flags: new LineIndex(flags) };
  const { smolvm, command, accepted, diagnostics, ignored } = resolution;
  const common = { formatVersion: 1, smolvm, for: command, path, flags, accepted };
  const said = {
    ignored: ignored.map(({ range, ...rest }) => ({ ...rest, range: rangeOf(range, texts.document) })),
    diagnostics: diagnostics.map((one) => ({
      ...diagnosticOf(one, one.source ? texts.flags : texts.document),
      ...(one.source && { source: one.source }),
    })),
  };
  if (!resolution.accepted) {
    const { code, stage, message } = resolution.error;
    return { ...common, error: { code, stage, message }, ...said };
  }
  const config = cwd === undefined ? resolution.config : relativeToDirectory(resolution.config, cwd);
  const provenance = Object.entries(resolution.provenance).map(([name, own]) => [
    name,
    isListProvenance(own)
      ? own.map(({ value, origins, dropped }) => ({
          ...(value !== undefined && { value }),
          ...chain(origins, dropped, texts),
        }))
      : chain(own.origins, own.dropped, texts),
  ]);
  return { ...common, config, provenance: Object.fromEntries(provenance) as object, ...said };
}

interface Texts {
  readonly document: LineIndex;
  readonly flags: LineIndex;
}

function chain(origins: readonly Origin[], dropped: readonly Dropped[], texts: Texts): object {
  return {
    origins: origins.map((origin) => placed(origin, texts)),
    dropped: dropped.map((one) => placed(one, texts)),
  };
}

function placed(origin: Origin | Dropped, { document, flags }: Texts): object {
  if (origin.kind === 'default') return origin;
  const inFlags = origin.kind === 'flag' || (origin.kind === 'implied' && origin.source === 'flags');
  const { range } = origin;
  return { ...origin, range: rangeOf(range, inFlags ? flags : document) };
}

/** As `smolfile lint --format json` has it, so that readers need one reading for both. */
function diagnosticOf(diagnostic: Diagnostic, lines: LineIndex): object {
  const { code, severity, message, why, help, commands, stage, range, related, fix } = diagnostic;
  return {
    code,
    severity,
    message,
    why: why ?? null,
    help: help ?? null,
    url: ruleUrl(code),
    for: commands,
    stage,
    range: rangeOf(range, lines),
    related: related.map((place) => ({ range: rangeOf(place.range, lines), message: place.message })),
    fix: fix
      ? {
          title: fix.title,
          safe: fix.safe,
          edits: fix.edits.map((edit) => ({ range: rangeOf(edit.range, lines), text: edit.text })),
        }
      : null,
  };
}

function rangeOf({ start, end }: TextRange, lines: LineIndex): object {
  return {
    start: { ...lines.positionAt(start), offset: start },
    end: { ...lines.positionAt(end), offset: end },
  };
}

/** The protocol's JSON is read by JavaScript, which has no integers of that size. */
function withoutBigInts(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(withoutBigInts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutBigInts(each)]));
}
