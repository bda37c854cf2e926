/**
 * A release, from `git clone` to a registry: what .github/workflows/release.yml does, against a registry on the loopback
 * address that knows nothing else. Says how long each part took.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { PACKAGES, repository, tool, type PackageName, type Rehearsal } from './place.ts';

const took: string[] = [];

/** Runs one part of the rehearsal, and notes its time. */
async function part<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  took.push(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

function run(command: string, argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = spawnSync(command, argv, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_EXTRA_CA_CERTS: '', ...env },
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${command} ${argv.join(' ')} in ${cwd}:\n${stdout}\n${stderr}`);
  return stdout;
}

const PNPM = ['-y', 'pnpm@10.34.8'] as const;

/** A clone, with the changes that are not committed: a rehearsal before a commit is one of what will be committed. */
function clone(folder: string): string {
  const git = (...argv: string[]): string[] =>
    run('git', argv, repository)
      .split('\0')
      .filter((path) => path !== '');
  run('git', ['clone', '--quiet', repository, folder], repository);
  for (const path of git('diff', '-z', '--name-only', '--no-renames', '--diff-filter=D', 'HEAD'))
    rmSync(join(folder, path));
  const changed = git('diff', '-z', '--name-only', '--no-renames', '--diff-filter=d', 'HEAD');
  const added = git('ls-files', '-z', '--others', '--exclude-standard');
  for (const path of [...changed, ...added]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(repository, path), join(folder, path));
  }
  return folder;
}

/** As the release packs: pnpm replaces `workspace:` and `catalog:`, and builds first (`prepack`). */
export function pack(from: string, to: string): Record<PackageName, string> {
  mkdirSync(to, { recursive: true });
  const packed = Object.entries(PACKAGES).map(([name, folder]) => {
    const said = run('npx', [...PNPM, 'pack', '--json', '--pack-destination', to], join(from, folder));
    const { filename } = JSON.parse(said.slice(said.indexOf('{'))) as { filename: string };
    return [name, filename];
  });
  return Object.fromEntries(packed) as Record<PackageName, string>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

/** Waits until the registry answers, for two minutes at most. */
async function answering(registry: string, check: () => void, tries = 480): Promise<void> {
  const answer = await fetch(`${registry}-/ping`).catch(() => undefined);
  if (answer?.ok) return;
  check();
  if (tries === 0) throw new Error('the registry does not answer');
  await new Promise((resolve) => {
    setTimeout(resolve, 250);
  });
  await answering(registry, check, tries - 1);
}

/** Starts a registry without any other behind it. */
async function startRegistry(
  folder: string,
): Promise<{ child: ChildProcess; registry: string; token: string }> {
  mkdirSync(folder, { recursive: true });
  const config = {
    storage: join(folder, 'storage'),
    max_body_size: '50mb',
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    packages: { '**': { access: '$all', publish: '$authenticated' } },
    log: { type: 'stdout', level: 'warn' },
    web: { enable: false },
  };
  writeFileSync(join(folder, 'config.yaml'), JSON.stringify(config));
  const log = openSync(join(folder, 'log'), 'w');
  const port = await freePort();
  const registry = `http://127.0.0.1:${port}/`;
  const argv = [tool('verdaccio/bin/verdaccio'), '--config', 'config.yaml', '--listen', `127.0.0.1:${port}`];
  const child = spawn(process.execPath, argv, { cwd: folder, stdio: ['ignore', log, log] });
  await answering(registry, () => {
    if (child.exitCode === null) return;
    throw new Error(`the registry does not start:\n${readFileSync(join(folder, 'log'), 'utf8')}`);
  });
  const answer = await fetch(`${registry}-/user/org.couchdb.user:release`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'release', password: 'of a registry that ends with the tests' }),
  });
  const { token } = (await answer.json()) as { token: string };
  return { child, registry, token };
}

export default async function rehearse(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'smolfile-rehearsal-'));
  let child: ChildProcess | undefined;
  const end = (): void => {
    child?.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const copy = await part('git clone', () => clone(join(folder, 'clone')));
    await part('pnpm install', () =>
      run('npx', [...PNPM, 'install', '--frozen-lockfile', '--prefer-offline'], copy),
    );
    const tarballs = await part('build and pack', () => pack(copy, join(folder, 'packed')));
    const vsix = join(folder, 'smolfile-vscode.vsix');
    await part('extension', () =>
      run('npx', [...PNPM, 'run', 'package', '--out', vsix], join(copy, 'extension'), {
        SOURCE_DATE_EPOCH: '0',
      }),
    );
    const { registry, token, ...started } = await part('registry', () =>
      startRegistry(join(folder, 'registry')),
    );
    child = started.child;
    const npmrc = join(folder, 'npmrc');
    writeFileSync(npmrc, `registry=${registry}\n${registry.replace('http:', '')}:_authToken=${token}\n`);
    await part('npm publish', () => {
      for (const tarball of Object.values(tarballs))
        // On the line, since the one who calls may have another in the environment, as pnpm has.
        run(
          'npm',
          ['publish', tarball, '--access', 'public', '--registry', registry, '--userconfig', npmrc],
          folder,
        );
    });
    const { version } = JSON.parse(
      readFileSync(join(copy, 'packages/cli/package.json'), 'utf8'),
    ) as Rehearsal;
    project.provide('rehearsal', { clone: copy, tarballs, vsix, registry, version });
    const size = (path: string): string => `${(statSync(path).size / 1000).toFixed(0)} kB`;
    const sizes = readdirSync(join(folder, 'packed')).map(
      (name) => `${name} ${size(join(folder, 'packed', name))}`,
    );
    process.stdout.write(
      `rehearsal: ${took.join(', ')}\npacked: ${[...sizes, `vsix ${size(vsix)}`].join(', ')}\n`,
    );
    return end;
  } catch (error) {
    end();
    throw error;
  }
}
