/**
 * Builds executables that need no Node: the published files, compiled to byte code, behind the runtime of Bun.
 *
 * Runtimes come from their npm packages, each held to the hash in `targets.json`, and stay outside the repository. Bun
 * was taken because it starts as fast as Node does without a program; Node's own single executables take twice that, and
 * are made on the kind of machine that they are for.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from '@smolfile/language-server/build';
import { buildCli, buildMcp } from '../build.ts';
import { executableNotices } from './notices.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** A kind of machine that there is an executable for. */
export interface Target {
  /** As in the name of the executable. */
  readonly name: string;
  /** The npm package with its runtime. */
  readonly package: string;
  readonly integrity: string;
}

/** The release of the runtime, and all kinds of machines. */
export const { version: RUNTIME, targets: TARGETS } = JSON.parse(
  readFileSync(join(here, 'targets.json'), 'utf8'),
) as { readonly version: string; readonly targets: readonly Target[] };

/** The kind of this machine; undefined where no executable runs. */
export function thisTarget(): Target | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const { header } = process.report.getReport() as { header: Record<string, unknown> };
  const musl = process.platform === 'linux' && header['glibcVersionRuntime'] === undefined ? '-musl' : '';
  return TARGETS.find(({ name }) => name === `${system}-${process.arch}${musl}`);
}

/** What an executable is called. */
export function executableName({ name }: Target): string {
  return `smolfile-${name}${name.startsWith('windows') ? '.exe' : ''}`;
}

function run(command: string, argv: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, argv, { cwd, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${argv.join(' ')}: ${error?.message ?? ''}${stdout}${stderr}`);
  return stdout;
}

/** npm is a script that Windows starts by a shell only: its program is asked for by Node. */
function npm(argv: readonly string[], cwd: string): string {
  const script = process.env['npm_execpath'];
  if (process.platform !== 'win32') return run('npm', argv, cwd);
  const program = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  return run(process.execPath, [existsSync(program) ? program : (script ?? program), ...argv], cwd);
}

/**
 * The runtime for a kind of machine, from the cache or the registry.
 *
 * @returns the path of the program.
 */
function runtime(target: Target): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(cache, 'smolfile-toolkit/runtimes', RUNTIME, target.name);
  const program = join(folder, target.name.startsWith('windows') ? 'bun.exe' : 'bun');
  if (existsSync(program)) return program;
  const scratch = mkdtempSync(join(tmpdir(), 'smolfile-runtime-'));
  try {
    const [packed] = JSON.parse(npm(['pack', `${target.package}@${RUNTIME}`, '--json'], scratch)) as [
      { filename: string },
    ];
    const tarball = join(scratch, packed.filename.replace('@', '').replaceAll('/', '-'));
    const hash = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
    if (hash !== target.integrity)
      throw new Error(`${target.package}@${RUNTIME} is not what it was: ${hash}`);
    run('tar', ['-xzf', tarball], scratch);
    mkdirSync(folder, { recursive: true });
    // put there whole, so that another build at the same time finds all of it or nothing
    cpSync(join(scratch, 'package/bin', program.slice(folder.length + 1)), `${program}.new`);
    renameSync(`${program}.new`, program);
    return program;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const COMPILE = ['build', '--compile', '--bytecode', '--format=cjs'] as const;

/**
 * Ten times as many calls before a function becomes machine code: a lint of one file calls most functions once or a few
 * times, and compiling took a third of it. A lint of a thousand files takes as long as before.
 */
const COMPILE_LATE = ['--compile-jit-policy=10'] as const;

/** What of a working directory the runtime would obey: a linter is run in folders that anybody may have written. */
const OBEY_NOTHING = [
  '--no-compile-autoload-dotenv',
  '--no-compile-autoload-bunfig',
  '--no-compile-autoload-tsconfig',
  '--no-compile-autoload-package-json',
] as const;

/**
 * Builds the executables for some kinds of machines.
 *
 * @param folder where to.
 * @returns their paths.
 */
export async function buildExecutables(targets: readonly Target[], folder: string): Promise<string[]> {
  const own = thisTarget();
  if (!own) throw new Error(`nothing compiles on ${process.platform} ${process.arch}`);
  const compiler = runtime(own);
  const scratch = mkdtempSync(join(tmpdir(), 'smolfile-executable-'));
  try {
    await buildCli(scratch, { plain: true });
    await buildServer(scratch, { plain: true });
    await buildMcp(scratch);
    executableNotices(scratch);
    mkdirSync(folder, { recursive: true });
    return targets.map((target) => {
      const built = join(scratch, executableName(target));
      const sources = ['./smolfile.js', './smolfile-language-server.js', './smolfile-mcp.js'];
      const kind = ['--compile-executable-path', runtime(target), '--target', `bun-${target.name}`];
      // where the server's file is tells it whether names are told apart by case; that of the build says nothing
      const place = ['--define', '__filename=process.execPath'];
      const output = ['--asset', './THIRD_PARTY_NOTICES.txt', '--outfile', built];
      run(
        compiler,
        [...COMPILE, ...COMPILE_LATE, ...OBEY_NOTHING, ...kind, ...place, ...sources, ...output],
        scratch,
      );
      const executable = join(folder, executableName(target));
      cpSync(built, `${executable}.new`);
      renameSync(`${executable}.new`, executable);
      return executable;
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  const own = thisTarget();
  const targets = names.includes('--all')
    ? TARGETS
    : names.length > 0
      ? TARGETS.filter(({ name }) => names.includes(name))
      : TARGETS.filter((target) => target === own);
  if (targets.length < names.length && !names.includes('--all'))
    throw new Error(`there are ${TARGETS.map(({ name }) => name).join(', ')} and --all`);
  for (const path of await buildExecutables(targets, join(here, '../dist'))) console.log(path);
}
