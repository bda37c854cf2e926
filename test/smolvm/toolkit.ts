import {
  lint,
  parseSmolfile,
  resolve,
  type Accepted,
  type Command,
  type Diagnostic,
  type Manifest,
  type Resolution,
  type Runs,
} from '@smolfile/core';
import { caseEnvironment as environment, caseHost as host, withoutFolders } from './case-host.ts';
import type { Input } from './outcome.ts';

/** What stands on the command line beside the input's arguments. */
const GIVEN = {
  create: ['name', 'smolfile'],
  run: ['smolfile'],
  pack: ['output', 'smolfile'],
} as const satisfies Record<Command, readonly string[]>;

/** A place in a file as smolvm names it. */
export interface Place {
  readonly code: string;
  readonly line: number;
  readonly column: number;
}

/** What the toolkit says of one input at one release. */
export interface Answer {
  readonly resolution: Resolution;
  /** The configuration in the shape of the conformance vectors, with what else `resolve` tells of the machine. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** What reaches the guest; not of a pack. */
  readonly runs?: Runs;
  /** What the artifact's manifest has. */
  readonly manifest?: Manifest;
  /** The linter's errors on the file by itself, without any flags. */
  readonly errors: readonly Pick<Diagnostic, 'code'>[];
  /** Where the linter's errors of the stage `parse` stand. */
  readonly places: readonly Place[];
}

/** Asks the toolkit, for the folder and the environment that the program is run with. */
export function ask({ command, smolfile, args }: Input, release: string): Answer {
  const document = parseSmolfile(smolfile);
  const resolution = resolve(document, {
    command,
    smolvm: release,
    flags: args,
    given: GIVEN[command],
    host,
    environment,
    showValues: true,
  });
  const { diagnostics, suppressed } = lint(document, { commands: [command], smolvm: release, host });
  // a comment that silences a finding changes nothing for smolvm
  const errors = [...diagnostics, ...suppressed].filter(({ severity }) => severity === 'error');
  const places = errors
    .filter(({ stage }) => stage === 'parse')
    .map(({ code, range }) => ({ code, ...document.lines.positionAt(range.start) }));
  return {
    resolution,
    ...(resolution.accepted && told(resolution)),
    errors,
    places,
  };
}

function told({ config, runs, manifest }: Accepted): Pick<Answer, 'config' | 'runs' | 'manifest'> {
  return relative({ config, ...(runs && { runs }), ...(manifest && { manifest }) }) as Answer;
}

function relative(value: unknown): unknown {
  if (typeof value === 'string') return withoutFolders(value);
  if (Array.isArray(value)) return value.map(relative);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, relative(one)]));
}
