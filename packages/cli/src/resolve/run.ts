import { hostFileSystem, rememberingHost } from '@smolfile/host';
import { resolve as resolvePath } from 'node:path';
import {
  parseSmolfile,
  renderResolutionJson,
  renderTable,
  resolve,
  type ConfigSettings,
  type Places,
  type Resolution,
  type SmolfileDocument,
} from '@smolfile/core';
import type { Source } from '../discover/discover.ts';
import type { Arguments } from '../arguments/parse.ts';
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
  if (problem) {
    warn(io, `${path}: ${problem.message}${problem.help === undefined ? '' : `. ${problem.help}`}`);
    return EXIT.findings;
  }
  const document = parseSmolfile(text);
  const around: Preview = {
    document,
    config: configLookup(request, io)(source)?.settings,
    places: { path, lines: document.lines },
    cwd,
    io,
  };
  const resolution = resolveFor(request.target, request, around);
  announceBeyond([resolution.target], io);
  if (resolution.target.range !== undefined)
    warn(io, `of ${resolution.target.range}, smolvm ${resolution.smolvm} is previewed`);
  io.stdout.write(render(resolution, request, around));
  return resolution.accepted ? EXIT.clean : EXIT.findings;
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
    throw new FileError(`cannot read ${source.path}: ${reasonOf(error)}`);
  }
}

function resolveFor(
  target: PreviewedCall,
  request: ResolveRequest,
  { document, config, cwd, io }: Preview,
): Resolution {
  const { command, smolvm, flags } = target;
  return resolve(document, {
    command,
    flags,
    assumed: ['output'],
    environment: { has: (name) => io.env[name] !== undefined },
    showValues: request.showValues,
    ...(smolvm !== undefined && { smolvm }),
    ...(config && { config }),
    ...(request.useHost && { host: rememberingHost(hostFileSystem(cwd, io)) }),
  });
}

function render(resolution: Resolution, request: ResolveRequest, around: Preview): string {
  const { places, document, cwd, io } = around;
  const style = styleFor(io.stdout, request.color, io.env);
  if (request.other) {
    return renderDiff(resolution, resolveFor(request.other, request, around), places, style);
  }
  if (request.format === 'json') return renderResolutionJson(resolution, places, cwd);
  if (!resolution.accepted) return renderRefusal(resolution, document, places, request.useHost, style);
  if (request.explain !== undefined) return renderExplanation(resolution, request.explain, places, style);
  if (request.format === 'api') return renderApi(resolution, places.path, cwd, io);
  if (request.format === 'toml') return renderToml(resolution, places);
  return request.format === 'flags'
    ? renderFlags(resolution)
    : renderTable(resolution, places, cwd, { ...style, widthOf });
}
