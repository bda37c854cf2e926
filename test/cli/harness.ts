import { spawnSync } from 'node:child_process';
import * as realFs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run, type FileSystem, type Io } from 'smolfile';
import { copyAttributes } from '../../packages/cli/src/output/attributes.ts';
import { askGit } from '../../packages/cli/src/output/git.ts';
import { onTestFinished } from 'vitest';
import { PINNED_VERSION } from '../harness/releases.ts';

/** What a call of the CLI finds around it. */
export interface World {
  /** Content by path below the working directory; those ending with `/` are empty folders. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: NodeJS.Platform;
  /** Columns, where the outputs are terminals. */
  readonly terminal?: number;
  /** Whether standard input is a terminal, too: what `stdin` has is typed there. */
  readonly answers?: true;
  /** Calls that behave otherwise than the real ones. */
  readonly fs?: (real: FileSystem) => Partial<FileSystem>;
  /** Who answers for git; nobody when left out. */
  readonly git?: Io['git'];
  /** What earlier calls found out. */
  readonly results?: Io['results'];
  /** The working directory, when the test made it. */
  readonly cwd?: string;
}

/** What a call of the CLI did. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly cwd: string;
}

/** Makes a folder that goes when the test ends. */
export function folderWith(files: World['files'] = {}): string {
  const cwd = realFs.realpathSync(realFs.mkdtempSync(join(tmpdir(), 'smolfile-test-')));
  onTestFinished(() => realFs.rmSync(cwd, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const absolute = join(cwd, path);
    realFs.mkdirSync(path.endsWith('/') ? absolute : dirname(absolute), { recursive: true });
    if (!path.endsWith('/')) realFs.writeFileSync(absolute, content);
  }
  return cwd;
}

/** An executable to run in place of the sources, as far as a test needs no more of its world than a program has. */
const EXECUTABLE = process.env['SMOLFILE_EXECUTABLE'];

/**
 * Some of a long list, where each takes a process: every so manyth, as `test/executable` has it. All of it for the sources.
 *
 * @param every how many there are for each that is taken.
 */
export function someOf<T>(all: readonly T[], every: number): readonly T[] {
  return EXECUTABLE ? all.filter((_, index) => index % every === 0) : all;
}

/** Runs the CLI as a function, or the executable that the tests are about. */
export function smolfile(argv: readonly string[], world: World = {}): Outcome {
  const cwd = world.cwd ?? folderWith(world.files);
  const { platform = process.platform, terminal, fs, git } = world;
  const isOurs = terminal !== undefined || fs || world.results || (git !== undefined && git !== askGit);
  if (EXECUTABLE && platform === process.platform && !isOurs) {
    return runExecutable(EXECUTABLE, argv, { ...world, cwd });
  }
  const output = (): Io['stdout'] & { text: string } => ({
    text: '',
    write(text) {
      this.text += text;
    },
    isTerminal: () => world.terminal !== undefined,
    columns: () => world.terminal,
  });
  const stdout = output();
  const stderr = output();
  const stdin = join(folderWith({ stdin: world.stdin ?? '' }), 'stdin');
  const descriptor = realFs.openSync(stdin, 'r');
  try {
    const code = run(argv, {
      cwd,
      env: world.env ?? {},
      platform: world.platform ?? 'linux',
      script: 'smolfile.js',
      stdout,
      stderr,
      fs: { ...realFs, ...world.fs?.(realFs) },
      copyAttributes,
      ...(world.git && { git: world.git }),
      ...(world.results && { results: world.results }),
      stdin: descriptor,
      ...(world.terminal !== undefined && { stdinIsTerminal: () => world.answers ?? false }),
    });
    if (code === undefined) throw new Error('it lives on');
    return { code, stdout: stdout.text, stderr: stderr.text, cwd };
  } finally {
    realFs.closeSync(descriptor);
  }
}

function runExecutable(executable: string, argv: readonly string[], world: World & { cwd: string }): Outcome {
  const { cwd, stdin = '', git } = world;
  // a program finds git by itself, where it is to find it
  const env = { PATH: git ? process.env['PATH'] : '/nowhere', ...world.env };
  const { status, stdout, stderr, error } = spawnSync(executable, argv, {
    cwd,
    env,
    input: stdin,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  return { code: status ?? -1, stdout, stderr, cwd };
}

/** Flags that name the release which the goldens were made for. */
export const AS_RECORDED = ['--smolvm-version', PINNED_VERSION] as const;

/** The part of the JSON format that tests look at. */
export interface LintOutput {
  readonly smolvm: string;
  readonly files: readonly {
    readonly path: string;
    readonly smolvm: string;
    readonly diagnostics: readonly {
      readonly code: string;
      readonly severity: string;
      readonly message: string;
      readonly for: readonly string[];
      readonly range: Record<'start' | 'end', { line: number; column: number; offset: number }>;
    }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

/** Runs `smolfile lint --format json` and reads the result. */
export function lintJson(
  argv: readonly string[],
  world: World = {},
): Outcome & { readonly json: LintOutput } {
  const outcome = smolfile(['lint', '--format', 'json', ...argv], world);
  return { ...outcome, json: JSON.parse(outcome.stdout) as LintOutput };
}

/** The paths that a lint took for Smolfiles. */
export function lintedPaths(argv: readonly string[], world: World = {}): string[] {
  return lintJson(['--allow-empty', ...argv], world).json.files.map(({ path }) => path);
}

/** An error as the file system throws it. */
export function systemError(code: string, errno: number): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: it was refused`), { code, errno: -errno });
}
