import { MOST_FILES, Origin, type Question } from '../cache/reports.ts';
import type { Discovery } from '../discover/discover.ts';
import type { ExitCode, Io } from '../io.ts';
import { styleFor } from '../output/style.ts';
import { isObeyed } from '../output/workflow-commands.ts';
import type { LintRequest } from './options.ts';
import { repositoryRoot } from './repository-path.ts';

/** Keeps what a lint says, to be said again by `repeat.ts` where nothing has changed. */
export interface Keeper {
  /** The same world, in which what is said is noted. */
  readonly io: Io;
  readonly origin: Origin;
  /** All is said. */
  done(code: ExitCode): void;
}

/**
 * @param paths as given.
 * @returns undefined for what depends on more than the files, their configuration and the host's answers.
 */
export function keeperOf(
  paths: readonly string[],
  discovery: Discovery,
  request: LintRequest,
  io: Io,
): Keeper | undefined {
  const { reports } = io;
  if (!reports || !request.useResults || isObeyed(io.env) || !isPlain(request) || !isSound(discovery))
    return undefined;
  const { targets, quiet, failOn = '', color } = request;
  const question: Question = {
    paths,
    quiet,
    formats: targets.map(({ reporter }) => reporter.name),
    failOn,
    style: styleFor(io.stdout, color, io.env),
    places: [io.cwd, repositoryRoot(io.env) ?? ''],
  };
  const origin = new Origin();
  let stdout = '';
  let isSilent = true;
  const noted: Io['stdout'] = {
    ...io.stdout,
    write(text) {
      stdout += text;
      io.stdout.write(text);
    },
  };
  const silent: Io['stderr'] = {
    ...io.stderr,
    write(text) {
      isSilent = false;
      io.stderr.write(text);
    },
  };
  return {
    io: { ...io, stdout: noted, stderr: silent },
    origin,
    done(code) {
      const { inputs, answers, isWhole } = origin;
      // what has no findings is answered by its results
      const isNews = origin.hasFindings || failOn !== '' || question.formats.join() !== 'pretty';
      if (isNews && isWhole && isSilent && inputs.length === discovery.sources.length)
        reports.keep(question, inputs, { code, stdout }, answers);
    },
  };
}

/** What `repeat.ts` understands. */
function isPlain(request: LintRequest): boolean {
  const { commands, smolvm, select, ignore, severities, targets, config } = request;
  const { fix, changed, baseline, api, statistics, forceExclude } = request;
  return (
    commands.length + select.size + ignore.size + severities.size === 0 &&
    smolvm === undefined &&
    targets.every(({ file }) => file === undefined) &&
    config === 'nearest' &&
    fix === 'no' &&
    changed === undefined &&
    !baseline &&
    api === undefined &&
    !statistics &&
    !forceExclude
  );
}

function isSound({ sources, empty, failures, warnings }: Discovery): boolean {
  const { length } = sources;
  const isQuiet = empty.length + failures.length + warnings.length === 0;
  return isQuiet && length > 0 && length <= MOST_FILES && sources.every(({ file }) => file !== undefined);
}
