/**
 * Makes of what is built what a release consists of besides npm packages and the extension, in one folder:
 *
 * - an archive for each kind of machine, with licences and the manual page, and `SHA256SUMS`
 * - `homebrew/smolfile.rb`, `pre-commit/` (a repository of its own, so that hooks install from npm) and `container/`
 *
 * Usage: `tsx distribution/main.ts EXECUTABLES FOLDER`, after `build` and `build:executable --all`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { executableName, TARGETS } from '../executable/build.ts';
import { executableNotices } from '../executable/notices.ts';
import { formula } from './homebrew.ts';
import { mirror } from './pre-commit.ts';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '..');
const repository = join(cli, '../..');

/** Container platforms by the machine that their executable is for. */
const PLATFORMS: Readonly<Record<string, string>> = { 'linux-x64': 'amd64', 'linux-arm64': 'arm64' };

function version(): string {
  const { version: found } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8')) as {
    version: string;
  };
  return found;
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** An archive that is the same whenever and wherever it is made. */
function archive(from: string, to: string): void {
  const same = [
    '--sort=name',
    '--mtime=@0',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--mode=u=rwX,go=rX',
  ];
  const tarball = to.replace(/\.gz$/, '');
  execFileSync('tar', [...same, '-cf', tarball, '-C', from, '.']);
  execFileSync('gzip', ['--no-name', '--force', '--best', tarball]);
}

/**
 * @param executables the folder where the executables are; those that are missing are left out.
 * @param folder where to.
 * @param dist what `build` has made; `dist` of this package when left out.
 * @returns the archives by kind of machine.
 */
export function distribute(
  executables: string,
  folder: string,
  dist: string = join(cli, 'dist'),
): Map<string, string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const scratch = join(folder, 'scratch');
  const archives = new Map<string, string>();
  for (const target of TARGETS) {
    const executable = join(executables, executableName(target));
    if (!existsSync(executable)) continue;
    mkdirSync(scratch);
    copyFileSync(executable, join(scratch, target.name.startsWith('windows') ? 'smolfile.exe' : 'smolfile'));
    copyFileSync(join(dist, 'smolfile.1'), join(scratch, 'smolfile.1'));
    copyFileSync(join(cli, 'LICENSE'), join(scratch, 'LICENSE'));
    executableNotices(dist, scratch);
    const name = `smolfile-${version()}-${target.name}.tar.gz`;
    archive(scratch, join(folder, name));
    archives.set(target.name, name);
    const platform = PLATFORMS[target.name];
    if (platform !== undefined) cpSync(scratch, join(folder, 'container', platform), { recursive: true });
    rmSync(scratch, { recursive: true });
  }
  const hashes = new Map(Array.from(archives, ([target, name]) => [target, sha256(join(folder, name))]));
  const lines = Array.from(archives, ([target, name]) => `${hashes.get(target)}  ${name}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));

  if (existsSync(join(folder, 'container'))) {
    copyFileSync(join(cli, 'executable/Dockerfile'), join(folder, 'container/Dockerfile'));
    copyFileSync(join(cli, 'LICENSE'), join(folder, 'container/LICENSE'));
    executableNotices(dist, join(folder, 'container'));
  }

  mkdirSync(join(folder, 'homebrew'));
  writeFileSync(join(folder, 'homebrew/smolfile.rb'), formula(version(), archives, hashes));
  const hooks = readFileSync(join(repository, '.pre-commit-hooks.yaml'), 'utf8');
  for (const [path, text] of mirror(version(), hooks)) {
    mkdirSync(dirname(join(folder, 'pre-commit', path)), { recursive: true });
    writeFileSync(join(folder, 'pre-commit', path), text);
  }
  copyFileSync(join(cli, 'LICENSE'), join(folder, 'pre-commit/LICENSE'));
  return archives;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [executables, folder] = process.argv.slice(2);
  if (executables === undefined || folder === undefined) throw new Error('EXECUTABLES FOLDER');
  distribute(executables, folder);
}
