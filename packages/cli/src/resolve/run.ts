import { hostFileSystem, rememberingHost } from '@smolfile/host';
import { resolve as resolvePath } from 'node:path';
import {
  diffResolutions,
  parseSmolfile,
  renderDiffJson,
  renderResolutionJson,
  renderTable,
  resolve,
  type ConfigSettings,
  type Diagnostic,
  type Places,
  type Refused,
  type Resolution,
  type SmolfileDocument,
} from '@smolfile/core';
import type { Source } from '../discover/discover.ts';
import type { Arguments } from '../arguments/spec.ts';
import { FileError, isSystemError, reasonOf, UsageError } from '../failure.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { warn } from '../output/messages.ts';
import { styleFor } from '../output/style.ts';
import { widthOf } from '../output/width.ts';
import { readSmolfile } from '../read/read-smolfile.ts';
import { renderApi } from './api.ts';
import { renderDiff } from './diff.ts';
import { renderExplanation } from './explain.ts';
import { renderFlags } from './flags.ts';
import { configLookup } from '../lint/settings.ts';
import { announceBeyond } from '../arguments/smolvm.ts';
import { resolveRequest, type PreviewedCall, type ResolveRequest } from './options.ts';
import { renderRefusal } from './refusal.ts';
import { renderToml } from './toml.ts';

interface Preview {
  readonly document: SmolfileDocument;
  readonly config: ConfigSettings | undefined;
  readonly places: Places;
  /** What keeps the file from being a document. */
  readonly problem: Diagnostic | undefined;
  /** Where smolvm would be called, absolute. */
  readonly cwd: string;
  readonly io: Io;
}

/** Does what `smolfile resolve` was asked for. */
export function runResolve(args: Arguments, io: Io): ExitCode {
  const request = resolveRequest(args);
  const cwd = directory(request, io);
  const path = request.path === '-' ? request.stdinName : request.path;
  const file = request.path === '-' ? undefined : resolvePath(io.cwd, request.path);
  const source = { file, path, searched: false };
  const { text, problem } = read(source, request, io);
  const document = parseSmolfile(text);
  const around: Preview = {
    document,
    config: configLookup(request, io)(source)?.settings,
    places: { path, lines: document.lines },
    problem,
    cwd,
    io,
  };
  const resolution = resolveFor(request.target, request, around);
  announceBeyond([resolution.target], io);
  if (resolution.target.range !== undefined)
    warn(io, `of ${resolution.target.range}, smolvm ${resolution.smolvm} is previewed`);
  if (request.other) return compare(resolution, request.other, request, around);
  // Whoever asks for a file or a command line gets one, or nothing.
  const isForPrograms = ['toml', 'flags', 'api'].includes(request.format);
  const output = resolution.accepted || !isForPrograms ? io.stdout : io.stderr;
  output.write(render(resolution, request, around));
  return resolution.accepted ? EXIT.clean : EXIT.findings;
}

/** Like `diff`: 1 where something changes, 2 where there is nothing to compare. */
function compare(
  before: Resolution,
  other: PreviewedCall,
  request: ResolveRequest,
  around: Preview,
): ExitCode {
  const { places, cwd, io } = around;
  const after = resolveFor(other, request, around);
  const text =
    request.format === 'json'
      ? renderDiffJson([before, after], places, cwd)
      : renderDiff([before, after], places, cwd, styleFor(io.stdout, request.color, io.env));
  io.stdout.write(text);
  if (!before.accepted || !after.accepted) return EXIT.usage;
  const { changes, ignored } = diffResolutions(before, after);
  return changes.length + ignored.before.length + ignored.after.length > 0 ? EXIT.findings : EXIT.clean;
}

function directory({ cwd }: ResolveRequest, io: Io): string {
  const path = resolvePath(io.cwd, cwd ?? '.');
  const stats = io.fs.statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) {
    throw new UsageError(`\`--cwd\` names no directory: \`${cwd}\``, 'It is where smolvm would be called.');
  }
  return io.fs.realpathSync.native(path);
}

function read(source: Source, request: ResolveRequest, io: Io) {
  try {
    return readSmolfile(source, [request.target.command], io);
  } catch (error) {
    if (!(error instanceof FileError) && !isSystemError(error)) throw error;
    if (request.isDefaultPath && (error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new UsageError(
        'there is no Smolfile in the working directory',
        'Name a file, or write a first one with `smolfile init`.',
      );
    }
    throw new FileError(`cannot read ${source.path}: ${reasonOf(error)}`);
  }
}

function resolveFor(
  target: PreviewedCall,
  request: ResolveRequest,
  { document, config, problem, cwd, io }: Preview,
): Resolution {
  const { command, smolvm, flags } = target;
  const resolution = resolve(problem ? parseSmolfile('') : document, {
    command,
    flags,
    assumed: ['output'],
    environment: { has: (name) => io.env[name] !== undefined },
    showValues: request.showValues,
    ...(smolvm !== undefined && { smolvm }),
    ...(config && { config }),
    ...(request.useHost &&
      config?.hostChecks !== false && { host: rememberingHost(hostFileSystem(cwd, io)) }),
  });
  return problem ? unreadable(resolution, { ...problem, stage: 'parse' }) : resolution;
}

/** What smolvm makes of a file that it cannot read: it looks at the flags first. */
function unreadable(resolution: Resolution, problem: Refused['error']): Resolution {
  if (!resolution.accepted && resolution.error.stage === 'args') return resolution;
  const { target, release, smolvm, command, call, masked } = resolution;
  const common = { target, release, smolvm, command, call, masked };
  return { ...common, accepted: false, error: problem, diagnostics: [problem], ignored: [] };
}

function render(resolution: Resolution, request: ResolveRequest, around: Preview): string {
  const { places, document, cwd, io } = around;
  const style = styleFor(io.stdout, request.color, io.env);
  if (request.format === 'json') return renderResolutionJson(resolution, places, cwd);
  if (!resolution.accepted) return renderRefusal(resolution, document, places, request.useHost, style);
  if (request.explain !== undefined) return renderExplanation(resolution, request.explain, places, style);
  if (request.format === 'api') return renderApi(resolution, places.path, cwd, io);
  if (request.format === 'toml') return renderToml(resolution, places);
  return request.format === 'flags'
    ? renderFlags(resolution)
    : renderTable(resolution, places, cwd, { ...style, widthOf });
}
