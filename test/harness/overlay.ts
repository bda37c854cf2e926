import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGES = ['packages/core', 'packages/host', 'packages/language-server', 'schemas'];

/** What a body of code gave, as the caller takes it. */
type Run = (body: string, given?: unknown) => never;

/** A copy of the sources with other data, to see what follows from data alone. */
export interface Overlay {
  /**
   * Runs a function in the copy, in a process of its own.
   *
   * @param body of an async function that gets `core`, the module of core, `load`, which imports a file of the copy,
   *   and `given`; its result must be JSON.
   */
  readonly run: Run;
  readonly remove: () => void;
}

/**
 * Copies the sources, changes files of `schemas/`, and generates what is generated from them.
 *
 * @param change by the name of a file in `schemas/`.
 */
export function overlay(change: Readonly<Record<string, (data: Record<string, never>) => void>>): Overlay {
  const root = join(realpathSync(mkdtempSync(join(tmpdir(), 'smolfile-overlay-'))), '/');
  for (const folder of PACKAGES) {
    cpSync(repository + folder, root + folder, {
      recursive: true,
      filter: (path) => !/[\\/](?:node_modules|dist)$/.test(path),
    });
    linkDependencies(`${repository}${folder}/node_modules`, root);
  }
  writeFileSync(`${root}package.json`, '{ "type": "module" }\n');
  for (const [name, edit] of Object.entries(change)) {
    const path = `${root}schemas/${name}`;
    const data = JSON.parse(readFileSync(path, 'utf8')) as Record<string, never>;
    edit(data);
    writeFileSync(path, JSON.stringify(data, null, 2));
  }
  const tsx = ['--import', import.meta.resolve('tsx')];
  const node = (args: readonly string[], input = ''): string =>
    execFileSync(process.execPath, [...tsx, ...args], { cwd: root, encoding: 'utf8', input });
  node(['schemas/generate/main.ts', 'tables']);
  return {
    run(body, given) {
      const script = `
const load = (path) => import(${JSON.stringify(`file://${root}`)} + path);
const core = await load('packages/core/src/index.ts');
const given = ${JSON.stringify(given ?? null)};
const result = await (async () => { ${body} })();
process.stdout.write(JSON.stringify(result ?? null));`;
      writeFileSync(`${root}script.mts`, script);
      return JSON.parse(node(['script.mts'])) as never;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Puts what a package depends on where the copy finds it; packages of the workspace as copies. */
function linkDependencies(from: string, root: string): void {
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) {
    if (name.startsWith('.')) continue;
    const names = name.startsWith('@')
      ? readdirSync(`${from}/${name}`).map((one) => `${name}/${one}`)
      : [name];
    for (const one of names) {
      const link = `${root}node_modules/${one}`;
      if (existsSync(link)) continue;
      mkdirSync(dirname(link), { recursive: true });
      const target = realpathSync(`${from}/${one}`);
      const isOurs = target.startsWith(`${repository}packages`);
      symlinkSync(isOurs ? root + target.slice(repository.length) : target, link, 'junction');
    }
  }
}
