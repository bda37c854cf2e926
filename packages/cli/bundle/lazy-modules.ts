/**
 * Our own modules that most runs never need, put beside the program as strings and compiled when one of their functions
 * is first called. What they share with the rest of the bundle stays there once: a string asks for it by name.
 */
import { build, transform, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const SHARED = 'smolfile:shared';

/** What the program asks for the strings that are beside it, by the paths of their modules. */
export const PARTS = 'smolfileParts';

/**
 * Names of what a string takes from the rest of the bundle, by the path of their module. Relative: where the machine
 * that builds has its clone is nobody's business, and two builds of one commit are the same.
 */
type Wanted = Map<string, Set<string>>;

/** Where the build stands: what is in the main part, and what the strings are and want. */
export interface LazyModules {
  /** For the first build, which only finds out what the main part consists of. */
  readonly survey: Plugin;
  /** Makes the strings. @returns the plugin for the build that counts. */
  compile(main: Metafile, metafiles: Metafile[]): Promise<Plugin>;
}

/**
 * @param modules absolute paths; each exports functions and types only.
 * @param common options that all builds share.
 * @param plugins those of the main build.
 * @param parts takes the strings.
 */
export function lazyModules(
  modules: readonly string[],
  common: BuildOptions,
  plugins: Plugin[],
  parts: Record<string, string>,
): LazyModules {
  return {
    survey: stubs(modules, undefined),
    async compile(main, metafiles) {
      const written = namedExports(common);
      const inMain = new Set(
        Object.values(main.outputs)
          .flatMap(({ inputs }) => Object.entries(inputs))
          .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
          .map(([path]) => join(common.absWorkingDir ?? '', path)),
      );
      const wanted: Wanted = new Map();
      const compiled = modules.map(async (path) => {
        const { outputFiles, metafile } = await build({
          ...common,
          format: 'esm',
          minify: false,
          entryPoints: [path],
          plugins: [external(path, inMain, common.absWorkingDir ?? ''), written, ...plugins],
          write: false,
          metafile: true,
        });
        metafiles.push(metafile);
        return [nameOf(path), `return ${await asFunction(outputFiles[0]?.text ?? '', wanted)}`] as const;
      });
      Object.assign(parts, Object.fromEntries(await Promise.all(compiled)));
      return stubs(modules, wanted);
    },
  };
}

/** Leaves what is in the main part out of a string. */
function external(entry: string, inMain: ReadonlySet<string>, folder: string): Plugin {
  return {
    name: 'external-main',
    setup(bundler) {
      bundler.onResolve({ filter: /./ }, async ({ path, pluginData, ...args }) => {
        if (pluginData === SHARED || args.kind === 'entry-point') return undefined;
        const { resolveDir, kind, importer, namespace } = args;
        if (namespace !== 'file') return undefined;
        const found = await bundler.resolve(path, {
          resolveDir,
          kind,
          importer,
          namespace,
          pluginData: SHARED,
        });
        if (found.path === entry || !inMain.has(found.path)) return undefined;
        return { path: SHARED + relative(folder, found.path).replaceAll('\\', '/'), external: true };
      });
    },
  };
}

/** Writes `export *` out: of a module that is left out of a string, esbuild would not know the names. */
function namedExports(common: BuildOptions): Plugin {
  // Every string meets the same modules.
  const known = new Map<string, Promise<string | undefined>>();
  return {
    name: 'named-exports',
    setup(bundler) {
      bundler.onLoad({ filter: /[/\\]index\.ts$/ }, async ({ path }) => {
        const contents = known.get(path) ?? writtenOut(path, common);
        known.set(path, contents);
        const text = await contents;
        return text === undefined ? undefined : { contents: text, loader: 'ts' };
      });
    },
  };
}

/** @returns undefined when there is nothing to write out. */
async function writtenOut(path: string, common: BuildOptions): Promise<string | undefined> {
  const parts = readFileSync(path, 'utf8').split(/^export \* from '([^']+)';$/m);
  if (parts.length === 1) return undefined;
  const named = parts.map(async (part, index) => {
    if (index % 2 === 0) return part;
    const { metafile } = await build({
      ...common,
      format: 'esm',
      entryPoints: [join(dirname(path), part)],
      write: false,
      metafile: true,
    });
    const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
    return `export { ${names.join(', ')} } from '${part}';`;
  });
  return (await Promise.all(named)).join('');
}

/** At the start of a line, as esbuild prints what it does not minify. */
const IMPORT = /^import (?:([\w$]+)(?:, )?)?(?:\* as ([\w$]+) )?(?:\{([^}"'`]*)\} ?)?(?:from )?"([^"]+)";$/gm;
const EXPORT = /^export \{([^}]*)\};\s*$/m;

/** An ES module as esbuild prints it, as an expression: a function of `require` and the other strings that returns the exports. */
async function asFunction(code: string, wanted: Wanted): Promise<string> {
  const exported = EXPORT.exec(code);
  if (!exported) throw new Error('esbuild prints modules otherwise than it did');
  const returned = pairsOf(exported[1] ?? '').map(([local, name]) => `${name}: ${local}`);
  const body = code
    .replace(EXPORT, `return {${returned.join()}};`)
    .replace(IMPORT, (_, standard?: string, everything?: string, names = '', source = '') => {
      const from = `require(${JSON.stringify(source)})`;
      if (everything !== undefined) {
        if (source.startsWith(SHARED)) throw new Error(`${source}: import names, not everything`);
        return `const ${everything} = ${from};`;
      }
      const pairs = [...pairsOf(names), ...(standard === undefined ? [] : [['default', standard] as const])];
      if (pairs.length === 0) return '';
      if (source.startsWith(SHARED)) {
        const path = source.slice(SHARED.length);
        wanted.set(path, new Set([...(wanted.get(path) ?? []), ...pairs.map(([name]) => name)]));
      }
      return `const {${pairs.map((pair) => pair.join(': ')).join()}} = ${from};`;
    });
  const script = await transform(`lazy = function (require, ${PARTS}) {${body}}`, {
    minify: true,
    target: 'node20',
  });
  const match = /^lazy=(function\(.*\});\s*$/s.exec(script.code);
  if (!match) throw new Error('esbuild prints functions otherwise than it did');
  return match[1]!;
}

function pairsOf(names: string): (readonly [string, string])[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const [one = '', other = one] = name.split(/\s+as\s+/);
      return [one, other] as const;
    });
}

function stubs(modules: readonly string[], wanted: Wanted | undefined): Plugin {
  return {
    name: 'lazy-modules',
    setup(bundler) {
      bundler.onResolve({ filter: /^smolfile:shared$/ }, () => ({ path: SHARED, namespace: 'shared' }));
      bundler.onLoad({ filter: /./, namespace: 'shared' }, () => ({
        contents: sharedModule(wanted ?? new Map()),
        resolveDir: bundler.initialOptions.absWorkingDir ?? '',
      }));
      bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (!modules.includes(path)) return undefined;
        return { contents: stub(path), resolveDir: bundler.initialOptions.absWorkingDir ?? '' };
      });
    },
  };
}

/** Hands names of the main part to the strings. */
function sharedModule(wanted: Wanted): string {
  const lines = Array.from(wanted)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, names], index) => {
      const list = [...names].toSorted().map((name, at) => [name, `m${index}_${at}`] as const);
      return {
        imports: `import {${list.map((pair) => pair.join(' as ')).join()}} from ${JSON.stringify(`./${path}`)};`,
        branch: `case ${JSON.stringify(SHARED + path)}: return {${list.map((pair) => pair.join(':')).join()}};`,
      };
    });
  return `${lines.map(({ imports }) => imports).join('\n')}
    export function shared(path) { switch (path) { ${lines.map(({ branch }) => branch).join('\n')} } }`;
}

/** The name of a module among the strings. */
function nameOf(path: string): string {
  return path.split(/[/\\]/).slice(-2).join('/');
}

function stub(path: string): string {
  const source = readFileSync(path, 'utf8');
  const functions = Array.from(source.matchAll(/^export function (\w+)/gm), (match) => match[1]!);
  if (functions.length === 0 || /^export (?!function|type|interface)/m.test(source)) {
    throw new Error(`${path} must export functions only: it is loaded when one of them is called`);
  }
  return `
    import { shared } from '${SHARED}';
    let loaded;
    function load() {
      if (loaded) return loaded;
      const name = ${JSON.stringify(nameOf(path))};
      const make = require('node:vm').compileFunction(${PARTS}(name), [], { filename: 'smolfile.js/' + name })();
      return (loaded = make((path) => shared(path) ?? require(path), ${PARTS}));
    }
    ${functions.map((name) => `export const ${name} = (...args) => load().${name}(...args);`).join('\n')}
  `;
}
