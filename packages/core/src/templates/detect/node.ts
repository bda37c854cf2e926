import type { SourceReader } from '../../import/reader.ts';
import { IMAGES, nodeImage, VERSIONS } from '../images.ts';
import type { Project } from '../types.ts';
import { asRecord, has, isPlainPath, jsonObject, textOf } from './reading.ts';
import { allowedVersion } from './versions.ts';

/** Where a program begins that says nothing of it. */
const ENTRIES = ['index.js', 'server.js', 'app.js', 'index.mjs', 'src/index.js'];

/** What a package manager is called with. */
interface Manager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  readonly install: readonly string[];
}

/** A project of Node or Bun, by its package.json. */
export function nodeProject(reader: SourceReader): Project | undefined {
  const source = 'package.json';
  const text = textOf(reader, source);
  const manifest = text === undefined ? undefined : jsonObject(text);
  if (!manifest) return undefined;
  const manager = managerOf(reader, manifest);
  const scripts = asRecord(manifest['scripts']) ?? {};
  return {
    source,
    image: manager.name === 'bun' ? IMAGES.bun : nodeImage(versionOf(reader, manifest)),
    install: manager.install,
    cmd: commandOf(reader, manifest, scripts, manager.name),
    test: typeof scripts['test'] === 'string' ? `${manager.name} run test` : 'node --test',
  };
}

function versionOf(reader: SourceReader, manifest: Readonly<Record<string, unknown>>): string {
  const engine = asRecord(manifest['engines'])?.['node'];
  const file = textOf(reader, '.nvmrc') ?? textOf(reader, '.node-version');
  for (const wanted of [file?.trim(), engine]) {
    const found = typeof wanted === 'string' ? allowedVersion(wanted, VERSIONS.node) : undefined;
    if (found !== undefined) return found;
  }
  return VERSIONS.node[0];
}

function managerOf(reader: SourceReader, manifest: Readonly<Record<string, unknown>>): Manager {
  const { packageManager } = manifest;
  const [, wanted, version = '', major = ''] =
    /^(pnpm|yarn)@((\d{1,3})\.\d{1,4}\.\d{1,4})(?:\+|$)/.exec(
      typeof packageManager === 'string' ? packageManager : '',
    ) ?? [];
  const pinned = version === '' ? '' : `@${version}`;
  if (has(reader, 'bun.lock') || has(reader, 'bun.lockb'))
    return { name: 'bun', install: ['bun install --frozen-lockfile'] };
  if (wanted === 'pnpm' || has(reader, 'pnpm-lock.yaml')) {
    const frozen = has(reader, 'pnpm-lock.yaml') ? ' --frozen-lockfile' : '';
    return { name: 'pnpm', install: [`npm install --global pnpm${pinned}`, `pnpm install${frozen}`] };
  }
  if (wanted === 'yarn' || has(reader, 'yarn.lock')) {
    const isClassic = wanted === 'yarn' ? major === '1' : !has(reader, '.yarnrc.yml');
    if (isClassic) return { name: 'yarn', install: ['yarn install --frozen-lockfile'] };
    return { name: 'yarn', install: ['corepack enable', 'yarn install --immutable'] };
  }
  if (has(reader, 'package-lock.json') || has(reader, 'npm-shrinkwrap.json'))
    return { name: 'npm', install: ['npm ci'] };
  const needs = ['dependencies', 'devDependencies'].some(
    (key) => Object.keys(asRecord(manifest[key]) ?? {}).length > 0,
  );
  return { name: 'npm', install: needs ? ['npm install'] : [] };
}

function commandOf(
  reader: SourceReader,
  { main }: Readonly<Record<string, unknown>>,
  scripts: Readonly<Record<string, unknown>>,
  manager: Manager['name'],
): string[] {
  if (typeof scripts['start'] === 'string') return [manager, 'run', 'start'];
  const runtime = manager === 'bun' ? 'bun' : 'node';
  if (typeof main === 'string' && isPlainPath(main)) return [runtime, main];
  const entry = ENTRIES.find((name) => has(reader, name));
  if (entry !== undefined) return [runtime, entry];
  if (typeof scripts['dev'] === 'string') return [manager, 'run', 'dev'];
  if (typeof scripts['test'] === 'string') return [manager, 'run', 'test'];
  return [runtime, '--version'];
}
