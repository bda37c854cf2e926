import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { executableName, thisTarget } from '../../packages/cli/executable/build.ts';
import { median } from './median.ts';

/** How long one command takes from start to end. */
export interface StartupRow {
  readonly command: string;
  /** Median, wall clock. */
  readonly milliseconds: number;
  /** Relative to bare Node in the same run. */
  readonly ratio: number;
}

const dist = fileURLToPath(new URL('../../packages/cli/dist/', import.meta.url));
/** The program, as it is installed. */
export const bundle: string = join(dist, 'start.js');
/** Measured too where it was built: `pnpm build:executable`. */
const target = thisTarget();
const executable = target && join(dist, executableName(target));

/** Ways to start the program; the executable where it was built. */
export function ourPrograms(): readonly {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}[] {
  return [
    { name: 'smolfile', program: execPath, args: [bundle] },
    ...(executable !== undefined && existsSync(executable)
      ? [{ name: 'executable', program: executable, args: [] }]
      : []),
  ];
}

/** Thirty lines, as people write them; nothing to report. */
export const SMOLFILE = `# A web application in a VM of its own.
image = "node:22-alpine"
entrypoint = ["sh", "-c"]
cmd = ["npm run start"]
workdir = "/app"
env = ["NODE_ENV=production", "PORT=3000"]

cpus = 2
memory = 2048
storage = 20
net = true

[network]
allow_hosts = ["registry.npmjs.org", "docker.io", "docker.com"]
allow_cidrs = ["10.0.0.0/8"]

[dev]
ports = ["3000:3000", "9229:9229"]
init = ["npm ci"]

[health]
exec = ["wget", "-q", "-O-", "http://127.0.0.1:3000/health"]
interval = "10s"
timeout = "2s"
retries = 3

[restart]
policy = "on-failure"
max_retries = 5
max_backoff = "1m"
`;

/** The same with something to report, which is no error. */
const ADVISED = 'advised.smolfile';

/** Certificates that Node reads before anything else, where somebody asks for them: they make every start slower. */
export const plainEnvironment: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(env).filter(([name]) => name !== 'NODE_EXTRA_CA_CERTS'),
);

/**
 * Measures what a lint of one file costs, checked anew or known from an earlier run, beside starting Node at all, here
 * and, where this environment slows every start, without that. They take turns, so that what else the machine does falls
 * on all.
 *
 * @param rounds how often each runs.
 * @throws Error when the CLI has not been built, or does not lint the file clean.
 */
export function benchStartup(rounds: number = 31): StartupRow[] {
  if (!existsSync(bundle)) throw new Error(`${bundle} is missing: run \`pnpm build\` first`);
  const folder = mkdtempSync(join(tmpdir(), 'smolfile-bench-'));
  try {
    writeFileSync(join(folder, 'Smolfile'), SMOLFILE);
    writeFileSync(join(folder, ADVISED), SMOLFILE.replace('docker.com', 'docker.io'));
    const commands = [
      { name: 'node -e 0', program: execPath, args: ['-e', '0'] },
      ...ourPrograms().flatMap(({ name, program, args }) => [
        { name: `${name} lint Smolfile, anew`, program, args: [...args, 'lint', 'Smolfile', '--no-cache'] },
        { name: `${name} lint Smolfile, again`, program, args: [...args, 'lint', 'Smolfile'] },
        { name: `${name} lint ${ADVISED}, again`, program, args: [...args, 'lint', ADVISED] },
      ]),
    ];
    const environments = [
      { note: '', env },
      ...(env['NODE_EXTRA_CA_CERTS'] === undefined
        ? []
        : [{ note: ', without NODE_EXTRA_CA_CERTS', env: plainEnvironment }]),
    ];
    return environments.flatMap(({ note, env: environment }) => {
      const times = commands.map((): number[] => []);
      for (let round = -2; round < rounds; round++) {
        for (const [at, { program, args }] of commands.entries()) {
          const milliseconds = timed(program, args, { cwd: folder, env: environment });
          if (round >= 0) times[at]!.push(milliseconds); // the first two warm the disk's cache
        }
      }
      const medians = times.map(median);
      return commands.map(({ name }, at) => ({
        command: name + note,
        milliseconds: medians[at]!,
        ratio: medians[at]! / medians[0]!,
      }));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timed(
  program: string,
  args: readonly string[],
  where: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, where);
  const elapsed = performance.now() - start;
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')} exited with ${status}: ${stderr.toString()}`);
  return elapsed;
}

if (argv[1] === fileURLToPath(import.meta.url)) console.table(benchStartup());
