/**
 * Builds what is published: `dist/index.js`, an ES module, `dist/import/index.js`, which reads other formats and has
 * the parsers for them, what both share, the types, and the JSON Schemas. Bundled, since some of the packages in it have no exports that
 * Node finds by name (`jsonc-parser` is UMD to it).
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { withPureValues } from './pure-values.ts';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * The licences of the packages in a bundle, as they ask for.
 *
 * @param folder what the metafile's paths are relative to.
 */
export function notices({ inputs }: Metafile, folder: string): string {
  const packages = Object.keys(inputs)
    .map((path) => /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(path)?.[0])
    .filter((path) => path !== undefined);
  const folders = [...new Set(packages)].map((path) => join(folder, path)).toSorted();
  const texts = folders.map(notice);
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}

function notice(folder: string): string {
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const { name, version, license } = JSON.parse(manifest) as Record<'name' | 'version' | 'license', string>;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

const RULE = /[/\\]core[/\\]src[/\\]lint[/\\]rules[/\\][^/\\]+\.ts$/;

/**
 * Puts something else in the place of the examples of the rules, a tenth of the program, which few ever show.
 *
 * @param code what gives the examples of a rule, as a member of its object.
 * @param head what stands before each rule.
 */
export function examplesOfRules(code: string, head: string = ''): Plugin {
  return {
    name: 'examples-of-rules',
    setup(bundler) {
      bundler.onLoad({ filter: RULE }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes('defineRule({')) return undefined;
        const parted = text.split(/\n {2}examples: \{\n.*?\n {2}\},\n/s);
        if (parted.length !== 2) throw new Error(`${path} is not written as rules are`);
        return { contents: `${head}${parted.join(`\n  ${code},\n`)}`, loader: 'ts' };
      });
    },
  };
}

/** For programs that never show them. */
export const withoutExamples: Plugin = examplesOfRules('examples: { invalid: [], valid: [] }');

/** Builds the module and its types into `dist` beside this file. */
export async function buildCore(): Promise<void> {
  const dist = join(here, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: here,
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'es2022',
    legalComments: 'none', // the licences are added whole
    entryPoints: [
      { in: 'src/public.ts', out: 'index' },
      { in: 'src/import/index.ts', out: 'import/index' },
    ],
    splitting: true,
    chunkNames: 'shared-[hash]',
    outbase: join(here, 'src'),
    outdir: dist,
    metafile: true,
    logLevel: 'warning',
  });
  for (const path of (readdirSync(dist, { recursive: true }) as string[]).filter((name) =>
    name.endsWith('.js'),
  )) {
    const bundle = join(dist, path);
    writeFileSync(bundle, withPureValues(readFileSync(bundle, 'utf8')));
  }
  const licences = notices(metafile, here).replaceAll('*/', '* /');
  writeFileSync(join(dist, 'index.js'), `/*\nThis package contains:\n\n${licences}*/\n`, { flag: 'a' });
  buildTypes(join(dist, 'types'));
  cpSync(join(here, '../../schemas/versions'), join(dist, 'schemas'), { recursive: true });
}

/** The types of what the module exports, and of what these are made of; of rules, say, nobody outside has any use. */
function buildTypes(folder: string): void {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const options = ['--composite', 'false', '--incremental', 'false', '--rootDir', 'src', '--outDir', folder];
  execFileSync(process.execPath, [tsc, '-p', here, ...options], { cwd: here, stdio: 'inherit' });
  const needed = new Set<string>();
  const visit = (file: string): void => {
    if (needed.has(file)) return;
    needed.add(file);
    const text = readFileSync(file, 'utf8');
    // TypeScript rewrites the endings of imports in code only.
    writeFileSync(file, text.replaceAll(IMPORT, '$1.js').replaceAll(SOURCES, ''));
    for (const [, path = ''] of text.matchAll(IMPORT))
      visit(join(dirname(file), `${path.replace(/^.*['"]/, '')}.d.ts`));
  };
  visit(join(folder, 'public.d.ts'));
  visit(join(folder, 'import/index.d.ts'));
  for (const path of readdirSync(folder, { recursive: true }) as string[]) {
    const file = join(folder, path);
    if (path.endsWith('.d.ts') && !needed.has(file)) rmSync(file);
  }
}

/** An import of a neighbour in a declaration file, up to the ending of its name. */
const IMPORT = /((?:from|import)\s*\(?\s*['"]\.[^'"]*)\.ts(?=['"])/g;

/** Where the comments say that something was observed: documents that readers of the package do not have. */
const SOURCES = /[\s*]*\((?:[^()]*[:,;]\s)?(?:facts|values|releases)[\s*]+\d[^()]*\)/g;

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCore();
