/**
 * Bundles the CLI into one file, `dist/smolfile.js`, that needs nothing beside it.
 *
 * CommonJS, because it starts a third faster than ESM. Node reads a `.js` file as the nearest package.json says,
 * so `dist/` gets one; a lone copy inside somebody's ESM package finds its way through `process.getBuiltinModule`.
 */
import { build, type Metafile, type Plugin } from 'esbuild';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const schemas = join(here, '../../schemas');

/** Packages that most runs never need, and the functions used of them: loaded when first called. */
const LAZY: Readonly<Record<string, readonly string[]>> = {
  'fastest-levenshtein': ['distance'],
  ignore: ['default'],
  'string-width': ['default'],
  tinyglobby: ['globSync', 'isDynamicPattern'],
};

const lazy: Plugin = {
  name: 'lazy',
  setup({ onLoad, onResolve }) {
    const filter = new RegExp(`^(?:${Object.keys(LAZY).join('|')})$`);
    onResolve({ filter }, ({ path, resolveDir, namespace }) =>
      namespace === 'lazy' ? undefined : { path, namespace: 'lazy', pluginData: resolveDir },
    );
    onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path, pluginData }) => {
      const functions = (LAZY[path] ?? []).map((name) => {
        const target = name === 'default' ? '(module.default ?? module)' : `module.${name}`;
        return `export ${name === 'default' ? 'default function' : `function ${name}`}(...args) {
          const module = require('${path}');
          return ${target}(...args);
        }`;
      });
      return { contents: functions.join('\n'), resolveDir: pluginData as string };
    });
  },
};

/** Carries the JSON Schemas inside the bundle, compressed: they differ little, and most runs never print one. */
const embeddedSchemas: Plugin = {
  name: 'embedded-schemas',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]cli[/\\]src[/\\]schema-files\.ts$/ }, () => {
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
function licences({ inputs }: Metafile): string {
  const packages = Object.keys(inputs)
    .map((path) => /^(?:.*[/\\])?node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(path)?.[0])
    .filter((path) => path !== undefined);
  return [...new Set(packages)]
    .map((path) => join(here, path))
    .toSorted()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        name: string;
        version: string;
        license: string;
      };
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
      return `${name} ${version} (${license})\n\n${text}\n`.replaceAll('*/', '* /');
    })
    .join(`\n${'-'.repeat(72)}\n\n`);
}

/**
 * Builds the bundle.
 *
 * @param folder where to; `dist` beside this file when left out.
 * @returns path of the bundle.
 */
export async function buildCli(folder: string = join(here, 'dist')): Promise<string> {
  const outfile = join(folder, 'smolfile.js');
  const result = await build({
    absWorkingDir: here,
    entryPoints: ['src/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    plugins: [lazy, embeddedSchemas],
    minify: true,
    keepNames: false,
    legalComments: 'none',
    banner: {
      js: '#!/usr/bin/env node\n"use strict";var require=typeof require==="function"?require:process.getBuiltinModule;',
    },
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const [bundle] = result.outputFiles;
  mkdirSync(folder, { recursive: true });
  writeFileSync(outfile, `${bundle?.text}/*\nThis file contains:\n\n${licences(result.metafile)}*/\n`);
  chmodSync(outfile, 0o755);
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCli();
