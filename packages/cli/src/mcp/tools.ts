import {
  addItem,
  commandLineOf,
  compat,
  diagnosticJson,
  EditError,
  editSmolfile,
  fixAll,
  lint,
  maskedDiagnostics,
  maskedDocumentText,
  NEWEST_RELEASE,
  parseSmolfile,
  releasesIn,
  removeKey,
  resolutionJson,
  resolve,
  setValue,
  type Change,
  type Diagnostic,
  type EditValue,
  type SmolfileDocument,
} from '@smolfile/core';
import { importSource, NO_READER, type SourceReader } from '@smolfile/core/import';
import { apiRequestOf } from '@smolfile/core/serve';
import { newSmolfiles } from '@smolfile/core/templates';
import { basename, dirname, join, relative, resolve as resolvePath } from 'node:path';
import { compatDocument } from '../compat/document.ts';
import { UsageError } from '../failure.ts';
import { topicPage } from '../explain/run.ts';
import type { Files } from './files.ts';
import { ToolRefusal } from './refusal.ts';
import type { InputOf, ToolName } from './shapes.ts';

/** What a call has beside its arguments. */
export interface CallContext {
  readonly files: Files;
  /** Ends what the client no longer waits for. */
  readonly signal: AbortSignal;
  /** Says how far it is. */
  progress(done: number, total: number, message: string): Promise<void>;
}

type Tools = {
  readonly [Name in ToolName]: (
    input: InputOf<Name>,
    context: CallContext,
  ) => Promise<Record<string, unknown>>;
};

/** The most findings of one file that an answer has; it says how many there are more. */
const MOST_FINDINGS = 100;
/** The most files that a search looks at. */
const MOST_FILES = 500;

interface Source {
  readonly text: string;
  readonly document: SmolfileDocument;
  /** As an answer names it. */
  readonly name: string;
  /** Where it lies; nothing of a text that was sent. */
  readonly file: string | undefined;
}

interface SourceInput {
  readonly path?: string | undefined;
  readonly text?: string | undefined;
}

function onlyOne({ path, text }: SourceInput): void {
  if ((path === undefined) !== (text === undefined)) return;
  throw new ToolRefusal(
    path === undefined ? 'neither `path` nor `text` is given' : '`path` and `text` are both given',
    'Give one of the two: the path of a file, or the text itself.',
  );
}

function sourceOf(input: SourceInput, { files }: CallContext): Source {
  onlyOne(input);
  if (input.text !== undefined)
    return { text: input.text, document: parseSmolfile(input.text), name: 'Smolfile', file: undefined };
  const given = input.path!;
  const file = files.path(given);
  const text = files.read(file, given);
  return { text, document: parseSmolfile(text), name: files.shown(file), file };
}

/** @throws ToolRefusal for what is no release. */
function releaseOf(smolvm: string | undefined): { readonly smolvm?: string } {
  if (smolvm === undefined) return {};
  const found = releasesIn(smolvm);
  if (typeof found === 'object' && 'releases' in found) return { smolvm };
  throw new ToolRefusal(
    `\`${smolvm}\` is no release of smolvm`,
    `Write a version such as ${NEWEST_RELEASE.version}, or leave it out.`,
  );
}

function linesOf({ document }: Source, all: readonly Diagnostic[]): object[] {
  return maskedDiagnostics(document, all)
    .slice(0, MOST_FINDINGS)
    .map((one) => diagnosticJson(one, () => document.lines));
}

/** A text as it may be shown: what the client sent, it knows; of a file, credentials are masked. */
function shownText(text: string, { file }: Source): { readonly text: string; readonly masked: boolean } {
  if (file === undefined) return { text, masked: false };
  const masked = maskedDocumentText(parseSmolfile(text));
  return { text: masked, masked: masked !== text };
}

function keep(text: string, source: Source, write: boolean | undefined, { files }: CallContext): boolean {
  if (!write) return false;
  if (source.file === undefined)
    throw new ToolRefusal('a text that was sent cannot be written', 'Give `path` instead of `text`.');
  if (text === source.text) return false;
  files.write(source.file, source.name, text, source.text);
  return true;
}

/** Every tool. What one throws becomes an error of the tool, never of the server. */
export const TOOLS: Tools = {
  async lint(input, context) {
    const { files, signal } = context;
    const options = {
      ...releaseOf(input.smolvm),
      ...(input.for && input.for.length > 0 && { commands: input.for }),
    };
    onlyOne(input);
    const folder = input.path === undefined ? undefined : files.path(input.path);
    const isFolder = folder !== undefined && files.kind(folder) === 'directory';
    const sources: (() => Source)[] = [];
    if (!isFolder) sources.push(() => sourceOf(input, context));
    else
      for (const file of files.below(folder)) {
        if (sources.length >= MOST_FILES)
          throw new ToolRefusal(
            `there are more than ${MOST_FILES} Smolfiles in ${input.path}`,
            'Name a folder below it.',
          );
        sources.push(() => sourceOf({ path: file }, context));
      }
    const reports: { path: string; diagnostics: object[]; more: number }[] = [];
    const counts = { error: 0, warning: 0, info: 0 };
    let smolvm = '';
    for (const [index, next] of sources.entries()) {
      // a pause lets a cancellation in
      // oxlint-disable-next-line no-await-in-loop
      await context.progress(index, sources.length, `checking ${index + 1} of ${sources.length}`);
      signal.throwIfAborted();
      const source = next();
      const result = lint(source.document, options);
      smolvm = result.smolvm;
      for (const { severity } of result.diagnostics) counts[severity] += 1;
      const shown = linesOf(source, result.diagnostics);
      reports.push({ path: source.name, diagnostics: shown, more: result.diagnostics.length - shown.length });
    }
    if (reports.length === 0)
      throw new ToolRefusal(
        `there is no Smolfile in ${input.path ?? ''}`,
        'Name a file, or use the tool `init`.',
      );
    return { smolvm, files: reports, errors: counts.error, warnings: counts.warning, infos: counts.info };
  },

  async fix(input, context) {
    const source = sourceOf(input, context);
    const options = releaseOf(input.smolvm);
    const { text, fixed } = fixAll(source.text, options, input.unsafe ?? false);
    const document = parseSmolfile(text);
    const left = linesOf({ ...source, document }, lint(document, options).diagnostics);
    const written = keep(text, source, input.write, context);
    return { ...shownText(text, source), written, fixed: fixed.length, left };
  },

  async resolve(input, context) {
    const source = sourceOf(input, context);
    const { format = 'json', for: command = 'create', flags = '' } = input;
    if (format === 'api' && command !== 'create')
      throw new ToolRefusal('the API makes machines as `create` does', 'Leave `for` out.');
    const resolution = resolve(source.document, {
      command,
      flags,
      assumed: ['output'],
      ...releaseOf(input.smolvm),
    });
    const { accepted, smolvm } = resolution;
    const places = { path: source.name, lines: source.document.lines };
    const cwd = source.file === undefined ? '/' : dirname(source.file);
    if (!accepted || format === 'json')
      return { accepted, smolvm, result: plain(resolutionJson(resolution, places, cwd)) };
    if (format === 'api') {
      const request = apiRequestOf(resolution, {
        file: source.name,
        absolute: (path) => resolvePath(cwd, path),
      });
      return { accepted, smolvm, result: plain(request) };
    }
    const { text, inexpressible } = commandLineOf(resolution);
    return { accepted, smolvm, result: { text: inexpressible.length > 0 ? null : text, inexpressible } };
  },

  async explain({ topic }) {
    return { markdown: topicPage(topic) };
  },

  async compat(input, context) {
    const source = sourceOf(input, context);
    await context.progress(0, 1, 'asking every release');
    context.signal.throwIfAborted();
    const commands = compat(
      source.document,
      input.for && input.for.length > 0 ? { commands: input.for } : {},
    );
    const { files } = compatDocument([{ path: source.name, commands }]) as { files: { commands: object }[] };
    return { commands: files[0]!.commands };
  },

  async import(input, context) {
    onlyOne(input);
    const { files } = context;
    const file = input.path === undefined ? undefined : files.path(input.path);
    const text = file === undefined ? input.text! : files.read(file, input.path!);
    const folder = file === undefined ? undefined : dirname(file);
    const { from, service, target } = input;
    const result = importSource(text, {
      path: file === undefined ? '' : basename(file),
      ...(from && { from }),
      ...(service !== undefined && { service }),
      ...(target !== undefined && { target }),
      ...releaseOf(input.smolvm),
      ...(folder !== undefined && { reader: readerIn(folder, files) }),
    });
    const made = result.files.map(({ name, text: own }) => ({ name, text: own, written: false }));
    if (input.write) {
      if (folder === undefined)
        throw new ToolRefusal(
          'what is imported from a text cannot be written',
          'Give `path` instead of `text`.',
        );
      for (const one of made) {
        files.write(files.path(join(folder, one.name)), one.name, one.text, undefined);
        one.written = true;
      }
    }
    const report = result.files.flatMap((one) => one.report.map((line) => plain(line)));
    return {
      files:
        file === undefined
          ? made
          : made.map((one) => ({ ...one, text: maskedDocumentText(parseSmolfile(one.text)) })),
      report: report.slice(0, MOST_FINDINGS * 5),
      problems: result.problems.map((problem) => plain(problem)),
    };
  },

  async init({ template = 'starter', image, path = 'Smolfile', write }, { files }) {
    const { choices } = newSmolfiles(NO_READER, image === undefined ? {} : { image });
    const { text } = choices.find(({ name }) => name === template)!;
    const problem = lint(parseSmolfile(text)).diagnostics.find(({ severity }) => severity === 'error');
    if (problem)
      throw new ToolRefusal(`\`image\`: ${problem.message}`, problem.help ?? 'Name another image.');
    if (write) files.write(files.path(path), path, text, undefined);
    return { text, written: write ?? false };
  },

  async edit(input, context) {
    const source = sourceOf(input, context);
    const steps = input.changes.map(({ do: what, key, value }) => (document: SmolfileDocument): Change => {
      if (what === 'remove') return removeKey(document, key);
      if (value === undefined || value === null)
        throw new ToolRefusal(`\`${what}\` needs a value`, 'Give `value`, or `do: "remove"`.');
      return what === 'set'
        ? setValue(document, key, value as EditValue)
        : addItem(document, key, value as Parameters<typeof addItem>[2]);
    });
    const { text } = editSmolfile(source.document, ...steps);
    const document = parseSmolfile(text);
    const diagnostics = linesOf({ ...source, document }, lint(document).diagnostics);
    const written = keep(text, source, input.write, context);
    return { ...shownText(text, source), written, diagnostics };
  },
};

/** What of the files around a source an import may see: those below the roots. */
function readerIn(folder: string, files: Files): SourceReader {
  const pathOf = (path: string): string | undefined => {
    try {
      return files.path(resolvePath(folder, path));
    } catch (error) {
      if (error instanceof ToolRefusal) return undefined;
      throw error;
    }
  };
  return {
    folder,
    read(path) {
      const own = pathOf(path);
      if (own === undefined) return { refused: "it lies outside of the client's roots, or behind a link" };
      if (files.kind(own) === 'missing') return undefined;
      try {
        return { text: files.read(own, relative(folder, own)) };
      } catch (error) {
        return { refused: (error as Error).message };
      }
    },
    kind(path) {
      const own = pathOf(path);
      const kind = own === undefined ? 'other' : files.kind(own);
      return kind === 'other' ? 'unknown' : kind;
    },
  };
}

/** Plain JSON: what is undefined is left out, a large integer is a text. */
function plain(value: object): object {
  return JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)),
  ) as object;
}

/** What of an error a client is told; nothing of what is our own mistake but that it is one. */
export function errorText(error: unknown): string {
  if (error instanceof ToolRefusal) return `${error.message}. ${error.help}`;
  if (error instanceof UsageError) return [error.message, ...error.help].join('. ');
  if (error instanceof EditError || error instanceof TypeError || error instanceof RangeError)
    return error.message;
  if (error instanceof Error && error.name === 'AbortError') return 'cancelled';
  return 'internal error: this is a bug of smolfile, https://github.com/smolfile/toolkit/issues';
}
