/**
 * Bundles the CLI into one file, `dist/smolfile.js`, that needs nothing beside it. What is installed is `dist/start.js`,
 * which answers what was answered before and starts `smolfile.js` for all else: Node reads its few lines in no time, and
 * would read the other as code.
 *
 * CommonJS, because it starts faster than ESM. Node reads a `.js` file as the nearest package.json says,
 * so `dist/` gets one; a lone copy inside somebody's ESM package finds its way through `process.getBuiltinModule`.
 */
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { rules } from '@smolfile/core';
import { examplesOfRules, notices } from '@smolfile/core/build';
import { ascii, buildServer } from '@smolfile/language-server/build';
import { lazyModules, PARTS } from './bundle/lazy-modules.ts';
import { COMMENT_END, PART, PROGRAM, REPEAT } from './bundle/start.ts';
import { manPage } from './src/man/page.ts';

const here = dirname(fileURLToPath(import.meta.url));
const schemas = join(here, '../../schemas');

const COMMON = {
  absWorkingDir: here,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none', // the licences come after the code, whole
  logLevel: 'warning',
  // the one that loads nothing of Node's: it is as fast for what it is asked here, and is there at once
  alias: { 'js-sha256': 'js-sha256/build/sha256.min.mjs' },
  define: { SMOLFILE_BUILD: JSON.stringify('<build>') },
} as const satisfies BuildOptions;

/** Packages that most runs never need, and the functions used of them. */
const LAZY: Readonly<Record<string, readonly string[]>> = {
  '@iarna/toml': ['stringify'],
  'fastest-levenshtein': ['distance'],
  ignore: ['default'],
  picocolors: ['createColors'],
  'string-width': ['default'],
  tinyglobby: ['globSync', 'isDynamicPattern'],
};

/** Our own modules that a plain lint never needs. They export functions only. */
const LAZY_MODULES = [
  '../../core/src/release/npm-range.ts',
  'arguments/help.ts',
  'arguments/tokens.ts',
  'completions/run.ts',
  'config/load.ts',
  'discover/glob.ts',
  'explain/run.ts',
  'init/run.ts',
  'format/run.ts',
  'import/run.ts',
  'lint/api.ts',
  'lint/baseline.ts',
  'lint/changed.ts',
  'lint/fix.ts',
  'lsp/run.ts',
  'mcp/run.ts',
  'output/attributes.ts',
  'output/git.ts',
  'output/unified-diff.ts',
  'reporters/checkstyle.ts',
  'reporters/github.ts',
  'reporters/gitlab.ts',
  'reporters/jsonl.ts',
  'reporters/junit.ts',
  'reporters/markdown.ts',
  'reporters/rdjson.ts',
  'reporters/sarif.ts',
  'reporters/statistics.ts',
  'reporters/stop-commands.ts',
  'reference/run.ts',
  'resolve/run.ts',
  'schemas.ts',
];

/**
 * Puts those packages beside the program as strings, compiled when first called: V8 skips a string twenty times faster
 * than it pre-parses code, and that time is a tenth of a start.
 *
 * @param parts takes the strings.
 */
function lazyPackages(metafiles: Metafile[], parts: Record<string, string>): Plugin {
  return {
    name: 'lazy-packages',
    setup(bundler) {
      const filter = new RegExp(`^(?:${Object.keys(LAZY).join('|')})$`);
      bundler.onResolve({ filter }, ({ path, resolveDir }) => ({
        path,
        namespace: 'lazy',
        pluginData: resolveDir,
      }));
      bundler.onLoad({ filter: /.*/, namespace: 'lazy' }, async ({ path, pluginData }) => {
        const { outputFiles, metafile } = await build({
          ...COMMON,
          stdin: { contents: `module.exports = require('${path}')`, resolveDir: String(pluginData) },
          write: false,
          metafile: true,
        });
        metafiles.push(metafile);
        parts[path] = outputFiles[0]?.text ?? '';
        return { contents: lazyModule(path), resolveDir: here };
      });
    },
  };
}

/** The same for code that has no strings beside it: such a package is there, and runs when first called. */
const laterPackages: Plugin = {
  name: 'later-packages',
  setup(bundler) {
    const filter = new RegExp(`^(?:${Object.keys(LAZY).join('|')})$`);
    bundler.onResolve({ filter }, ({ path, kind, resolveDir }) =>
      kind === 'import-statement' ? { path, namespace: 'later', pluginData: resolveDir } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: 'later' }, ({ path, pluginData }) => ({
      contents: `const load = () => require('${path}');\n${lazyFunctions(path)}`,
      resolveDir: String(pluginData),
    }));
  },
};

function lazyFunctions(path: string): string {
  return (LAZY[path] ?? [])
    .map((name) =>
      name === 'default'
        ? 'export default (...args) => (load().default ?? load())(...args);'
        : `export const ${name} = (...args) => load().${name}(...args);`,
    )
    .join('\n');
}

function lazyModule(path: string): string {
  return `
    let loaded;
    function load() {
      if (loaded) return loaded;
      const module = { exports: {} };
      const name = ${JSON.stringify(path)};
      const { compileFunction } = require('node:vm');
      const make = compileFunction(${PARTS}(name), ['module', 'exports', 'require'], { filename: 'smolfile.js/' + name });
      make(module, module.exports, require);
      return (loaded = module.exports);
    }
    ${lazyFunctions(path)}
  `;
}

const EXAMPLES = 'lint/examples';
const FROM_PARTS = "import { examplesOf } from 'smolfile:examples';\n";

/**
 * Takes the examples out of the rules: they are a tenth of the program, and are shown by `explain` only.
 *
 * @param parts takes them.
 */
function lazyExamples(parts: Record<string, string>): Plugin {
  return {
    name: 'lazy-examples',
    setup(bundler) {
      parts[EXAMPLES] = JSON.stringify(
        Object.fromEntries(rules.map(({ code, examples }) => [code, examples])),
      );
      bundler.onResolve({ filter: /^smolfile:examples$/ }, ({ path }) => ({ path, namespace: 'examples' }));
      bundler.onLoad({ filter: /./, namespace: 'examples' }, () => ({
        contents: `
          let all;
          export const examplesOf = (code) => (all ??= JSON.parse(${PARTS}('${EXAMPLES}')))[code];
        `,
      }));
    },
  };
}

/** Carries the JSON Schemas inside the bundle, compressed: they differ little, and most runs never print one. */
const embeddedSchemas: Plugin = {
  name: 'embedded-schemas',
  setup(bundler) {
    bundler.onLoad({ filter: /[/\\]cli[/\\]src[/\\]schema-files\.ts$/ }, () => {
      const versions = readdirSync(join(schemas, 'versions')).map((name) => `versions/${name}`);
      const paths = ['smolfile.schema.json', ...versions];
      const files = Object.fromEntries(
        paths.map((path) => [path, readFileSync(join(schemas, path), 'utf8')]),
      );
      const packed = brotliCompressSync(JSON.stringify(files)).toString('base64');
      return {
        contents: `export function schemaFiles() {
          const packed = Buffer.from('${packed}', 'base64');
          const files = JSON.parse(require('node:zlib').brotliDecompressSync(packed).toString());
          return (path) => files[path];
        }`,
      };
    });
  },
};

/** The licences of what is bundled, as they ask for, after the code. */
function licences(metafiles: readonly Metafile[]): string {
  const inputs = Object.assign({}, ...metafiles.map((each) => each.inputs)) as Metafile['inputs'];
  return notices({ inputs, outputs: {} }, here).replaceAll('*/', '* /');
}

/** What an older Node is told, before anything that it lacks is asked of it. */
const OLD_NODE = [
  `(function(v){if(v[0]<20||v[0]==20&&v[1]<12){`,
  `console.error("smolfile: needs Node 20.12 or newer; this is Node "+v.join("."));process.exit(3)`,
  `}})(process.versions.node.split("."));`,
].join('');

/** How the program is put into its file. */
export interface Form {
  /** As code, for what compiles it ahead: otherwise it is a text, which `bundle/start.ts` compiles. */
  readonly plain?: boolean;
}

/**
 * Builds the bundle.
 *
 * @param folder where to; `dist` beside this file when left out.
 * @returns path of the bundle.
 */
export async function buildCli(
  folder: string = join(here, 'dist'),
  { plain = false }: Form = {},
): Promise<string> {
  const metafiles: Metafile[] = [];
  const outfile = join(folder, 'smolfile.js');
  const parts: Record<string, string> = {};
  const examples = examplesOfRules('get examples() { return examplesOf(this.code); }', FROM_PARTS);
  const plugins = [lazyPackages(metafiles, parts), lazyExamples(parts), examples, embeddedSchemas];
  const lazy = lazyModules(
    LAZY_MODULES.map((path) => join(here, 'src', path)),
    COMMON,
    plugins,
    parts,
  );
  const main = async (extra: Plugin) =>
    build({
      ...COMMON,
      entryPoints: ['src/main.ts'],
      outfile,
      plugins: [extra, ...plugins],
      metafile: true,
      write: false,
    });
  const survey = await main(lazy.survey);
  const result = await main(await lazy.compile(survey.metafile, metafiles));
  const repeat = await build({
    ...COMMON,
    format: 'iife',
    globalName: 'smolfileRepeat',
    entryPoints: ['src/repeat.ts'],
    plugins: [laterPackages],
    metafile: true,
    write: false,
  });
  metafiles.push(repeat.metafile);
  const program = `(function(require,module,${PARTS}){"use strict";${result.outputFiles[0]?.text}})`;
  mkdirSync(folder, { recursive: true });
  const repeatCode = repeat.outputFiles[0]?.text ?? '';
  const begin = `#!/usr/bin/env node\n"use strict";${OLD_NODE}var require=typeof require==="function"?require:process.getBuiltinModule;`;
  const end = (code: string): string => `var code=${code};if(code!==undefined)process.exit(code);`;
  const head = `${begin}${repeatCode}${end('smolfileRepeat.repeat(process.argv.slice(2))')}`;
  const starter = plain ? '' : await startCode();
  const sorted = Object.entries(parts).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const body = plain
    ? `var parts=${JSON.stringify(Object.fromEntries(sorted))};${program}(require,{},(name)=>parts[name]);\n`
    : `${starter}${start('typeof __filename==="string"?__filename:process.argv[1]')}\n/*${[[PROGRAM, program] as const, ...sorted].map(partText).join('')}\n${PART}end\n*/\n`;
  const contains = `/*\nThis file contains:\n\n${licences([...metafiles, result.metafile])}*/\n`;
  const text = `${head}\n${body}${contains}`;
  const write = (file: string, code: string): void => {
    writeFileSync(file, ascii(code.replaceAll(BUILD, hashOf(text))));
    chmodSync(file, 0o755);
  };
  write(outfile, text);
  const beside = 'require("node:path").join(__dirname,"smolfile.js")';
  if (!plain)
    write(
      join(folder, 'start.js'),
      `${begin}\n${starter}if(!smolfileStart.serve(__dirname,require)){${end(`smolfileStart.answer(__filename,"${BUILD}",require)`)}${start(beside)}}\n/*${partText([REPEAT, `(function(require){"use strict";${repeatCode}return smolfileRepeat})`])}\n${PART}end\n*/\n${contains}`,
    );
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { version: string };
  writeFileSync(join(folder, 'smolfile.1'), manPage(version));
  copyFileSync(join(here, '../../.github/smolfile-matcher.json'), join(folder, 'problem-matcher.json'));
  return outfile;
}

/** Stands for what tells a build from every other. */
const BUILD = '<build>';

/** @param file what gives the path of the file with the program, as code. */
function start(file: string): string {
  return `smolfileStart.start(${file},"${BUILD}",require);`;
}

/** A text as a part of the comment. */
function partText([name, text]: readonly [string, string]): string {
  if (text.includes(COMMENT_END)) throw new Error(`${name} has ${COMMENT_END} in it: choose something else`);
  return `\n${PART}${name}\n${text.replaceAll('*/', COMMENT_END)}`;
}

/** What compiles the program, as an object. */
async function startCode(): Promise<string> {
  const { outputFiles } = await build({
    ...COMMON,
    format: 'iife',
    globalName: 'smolfileStart',
    entryPoints: ['bundle/start.ts'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/**
 * Builds what `smolfile mcp` starts, in a file that nothing else loads.
 *
 * @param folder where to; `dist` beside this file when left out.
 * @returns path of the bundle.
 */
export async function buildMcp(folder: string = join(here, 'dist')): Promise<string> {
  const outfile = join(folder, 'smolfile-mcp.js');
  const { metafile } = await build({
    ...COMMON,
    entryPoints: ['src/mcp/main.ts'],
    outfile,
    metafile: true,
  });
  const packed = licences([metafile]);
  writeFileSync(outfile, `/*\nThis file contains:\n\n${packed}*/\n`, { flag: 'a' });
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildCli();
  // what `smolfile lsp` starts
  await buildServer(join(here, 'dist'));
  await buildMcp();
}
