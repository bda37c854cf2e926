import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';
import { ourPrograms, plainEnvironment } from './startup.ts';

/** How long one linter takes for all files, its start included. */
export interface ManyRow {
  readonly linter: string;
  /** Median, wall clock. */
  readonly milliseconds: number;
  readonly filesPerSecond: number;
  /** Time relative to ours in the same run: above 1 is slower. */
  readonly ratio: number;
}

const FILES = 1000;
const repository = fileURLToPath(new URL('../../', import.meta.url));
/** Installed here by npm, outside of the workspace and its lockfile: nothing but this bench needs them. */
const tools = join(repository, 'node_modules/.cache/bench-tools');
const PACKAGES = ['tombi@0.11.7', '@taplo/cli@0.7.0'];

interface Linter {
  readonly name: string;
  readonly command: readonly string[];
  /** Whether it looks for Smolfiles. */
  readonly isOurs?: boolean;
}

/**
 * Lints a thousand different files of two kilobytes with us, with tombi (Rust, checks TOML only) and with taplo
 * (Rust compiled to WebAssembly). They take turns. `again` is what is known from an earlier run; neither of the others
 * keeps anything.
 *
 * @throws Error when a linter fails or finds something.
 */
export function benchMany(rounds: number = 7): ManyRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'smolfile-many-'));
  try {
    writeFiles(folder);
    const ours = ourPrograms().flatMap(({ name, program, args }) => {
      const command = [program, ...args, 'lint', '--quiet'];
      return [
        { name: `${name} lint, anew`, command: [...command, '--no-cache'], isOurs: true },
        { name: `${name} lint, again`, command, isOurs: true },
      ];
    });
    const linters: Linter[] = [...ours, ...others()];
    const times = linters.map((): number[] => []);
    for (let round = -1; round < rounds; round++) {
      for (const [at, linter] of linters.entries()) {
        const milliseconds = timed(linter, folder);
        if (round >= 0) times[at]!.push(milliseconds); // the first warms the disk's cache
      }
    }
    const medians = times.map(median);
    return linters.map(({ name }, at) => ({
      linter: name,
      milliseconds: medians[at]!,
      filesPerSecond: (FILES / medians[at]!) * 1000,
      ratio: medians[at]! / medians[0]!,
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Two kilobytes each, in folders of fifty; the others take names that end with `.toml`. */
function writeFiles(folder: string): void {
  for (let index = 0; index < FILES; index++) {
    for (const [root, name] of [
      ['ours', 'web.smolfile'],
      ['theirs', 'web.toml'],
    ] as const) {
      const path = join(folder, root, `team-${Math.floor(index / 50)}`, `service-${index}`);
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, name), smolfileOf(index));
    }
  }
}

function smolfileOf(index: number): string {
  const hosts = Array.from(
    { length: 12 },
    (_, at) => `  "api-${at}.team-${index}.example.com", # service ${at}\n`,
  );
  const env = Array.from({ length: 14 }, (_, at) => `  "SETTING_${at}=value ${at} of service ${index}",\n`);
  return `# Service ${index}, in a machine of its own. What it needs is installed on the first start; what it may
# reach is listed below.

image = "registry.example.com/team-${index % 7}/service-${index}:1.${index % 40}.0"
entrypoint = ["/usr/local/bin/service"]
cmd = ["--port", "8080", "--name", "service-${index}"]
workdir = "/srv/service"
cpus = ${1 + (index % 8)}
memory = ${1024 * (1 + (index % 8))}
storage = ${20 + (index % 30)} # GiB
net = true

[dev]
ports = ["${8000 + index}:8080", "${20_000 + index}:9229"]
env = [
${env.join('')}]

[network]
allow_hosts = [
  "registry.example.com",
${hosts.join('')}]

[health]
exec = ["curl", "-fsS", "http://127.0.0.1:8080/healthz"]
interval = "10s"
timeout = "2s"
retries = ${1 + (index % 5)}

[restart]
policy = "on-failure"
max_retries = 5

[secrets.SERVICE_${index}_TOKEN]
from_env = "TEAM_TOKEN"
`;
}

/** Those that can be had; where the registry is out of reach, the bench says so and goes on. */
function others(): Linter[] {
  const bin = join(tools, 'node_modules/.bin');
  try {
    if (!existsSync(bin)) {
      mkdirSync(tools, { recursive: true });
      execFileSync(
        'npm',
        ['install', '--prefix', tools, '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES],
        {
          stdio: 'ignore',
        },
      );
    }
  } catch {
    console.error(`${PACKAGES.join(' and ')} cannot be installed: measured without them`);
    return [];
  }
  return [
    { name: 'tombi lint', command: [nativeTombi(), 'lint', '--offline', '--quiet', '.'] },
    { name: 'taplo lint', command: [execPath, join(tools, 'node_modules/@taplo/cli/dist/cli.js'), 'lint'] },
  ];
}

/** The binary itself, without the script of Node that would start it. */
function nativeTombi(): string {
  const scope = join(tools, 'node_modules/@tombi-toml');
  const [own] = existsSync(scope) ? readdirSync(scope) : [];
  const binary =
    own === undefined ? '' : join(scope, own, process.platform === 'win32' ? 'tombi.exe' : 'tombi');
  return existsSync(binary) ? binary : join(tools, 'node_modules/.bin/tombi');
}

function timed({ name, command, isOurs = false }: Linter, folder: string): number {
  const [program = '', ...args] = command;
  const cwd = join(folder, isOurs ? 'ours' : 'theirs');
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, { cwd, env: plainEnvironment, maxBuffer: 1 << 28 });
  const elapsed = performance.now() - start;
  if (status !== 0) throw new Error(`${name} exited with ${status}: ${stderr.toString().slice(0, 2000)}`);
  return elapsed;
}

if (argv[1] === fileURLToPath(import.meta.url)) console.table(benchMany());
