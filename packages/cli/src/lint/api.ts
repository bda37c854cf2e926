import {
  LineIndex,
  NEWEST_RELEASE,
  parseSmolfile,
  releasesIn,
  resolve,
  type Accepted,
  type ConfigSettings,
  type Diagnostic,
  type Release,
} from '@smolfile/core';
import { isUnobserved, lintApiBody, observedReleases } from '@smolfile/core/serve';
import { hostFileSystem, rememberingHost } from '@smolfile/host';
import { basename, dirname, join, resolve as resolvePath } from 'node:path';
import { displayPath } from '../discover/display-path.ts';
import type { Source } from '../discover/discover.ts';
import { FileError, isSystemError, reasonOf, UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { warn } from '../output/messages.ts';
import { readSmolfile } from '../read/read-smolfile.ts';
import type { FileReport } from '../reporters/report.ts';
import { unreadable } from './check.ts';
import type { LintRequest } from './options.ts';
import { configLookup } from './settings.ts';

/**
 * Checks the body of a request to `smolvm serve`, and holds it against a Smolfile: the one that is named, else the one
 * beside it.
 *
 * @throws UsageError, FileError
 */
export function checkApi(
  body: string,
  smolfiles: readonly string[],
  request: LintRequest,
  io: Io,
): FileReport {
  if (smolfiles.length > 1)
    throw new UsageError(
      '`--api` compares with one Smolfile',
      'Name one, or none for the one beside the body.',
    );
  const source: Source = {
    file: body === '-' ? undefined : resolvePath(io.cwd, body),
    path: body === '-' ? request.stdinName : body,
    searched: false,
  };
  const { text, problem } = readText(source, io);
  if (problem)
    return unreadable(source, text, problem, { ...request, severities: request.overrides, host: undefined });
  const beside = smolfileFor(source, smolfiles, io);
  const { resolution, release } = resolved(beside, request, io);
  if (isUnobserved(release)) {
    const { from, to } = observedReleases();
    warn(
      io,
      `the API of smolvm ${release.version} was not looked at; what is known of ${from} to ${to} is taken for it`,
    );
  }
  const found = lintApiBody(text, { release, ...(resolution && { resolution }) });
  return {
    path: source.path,
    lines: new LineIndex(text),
    smolvm: release.version,
    commands: ['create'],
    diagnostics: found.map((one) => withSeverity(one, request)),
  };
}

function withSeverity(one: Diagnostic, { severities }: LintRequest): Diagnostic {
  const severity = severities.get(one.code);
  return severity === undefined ? one : { ...one, severity };
}

function smolfileFor({ file }: Source, [named]: readonly string[], io: Io): Source | undefined {
  if (named !== undefined) return { file: resolvePath(io.cwd, named), path: named, searched: false };
  if (file === undefined) return undefined;
  const beside = join(dirname(file), 'Smolfile');
  const stats = io.fs.lstatSync(beside, { throwIfNoEntry: false });
  if (!stats?.isFile()) return undefined;
  return { file: beside, path: displayPath(beside, basename(beside), io.cwd), searched: true };
}

interface Resolved {
  readonly resolution?: Accepted;
  readonly release: Release;
}

/** What `machine create` makes of the Smolfile; the release is that of the Smolfile where nobody asks for one. */
function resolved(source: Source | undefined, request: LintRequest, io: Io): Resolved {
  const { smolvm } = request;
  if (!source) {
    const found = smolvm === undefined ? undefined : releasesIn(smolvm);
    return { release: (typeof found === 'object' ? found.releases.at(-1) : undefined) ?? NEWEST_RELEASE };
  }
  const { text, problem } = readText(source, io);
  const config: ConfigSettings | undefined = configLookup(request, io)(source)?.settings;
  const resolution = resolve(parseSmolfile(problem ? '' : text), {
    command: 'create',
    ...(smolvm !== undefined && { smolvm }),
    ...(config && { config }),
    ...(request.useHost && { host: rememberingHost(hostFileSystem(dirname(source.file!), io)) }),
  });
  if (resolution.accepted && !problem) return { resolution, release: resolution.release };
  const why = problem?.message ?? (resolution.accepted ? '' : resolution.error.message);
  warn(io, `not compared with ${source.path}, which smolvm refuses: ${why}`);
  return { release: resolution.release };
}

function readText(source: Source, io: Io): ReturnType<typeof readSmolfile> {
  try {
    return readSmolfile(source, ['create'], io);
  } catch (error) {
    if (!(error instanceof FileError) && !isSystemError(error)) throw error;
    throw new FileError(`cannot read ${source.path}: ${reasonOf(error)}`);
  }
}
