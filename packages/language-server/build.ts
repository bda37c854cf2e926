/**
 * Bundles the server into one file, `dist/smolfile-language-server.js`, that needs nothing beside it.
 *
 * CommonJS, like the CLI and for the same reasons. Node reads a `.js` file as the nearest package.json says, so
 * `dist/` gets one; a lone copy inside somebody's ESM package finds its way through `process.getBuiltinModule`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Metafile } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/** How everything that carries the server is bundled; the extension's two files too. */
export const BUNDLE = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none', // the licences are added whole, see `notices`
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * The licences of the packages in a bundle, as they ask for.
 *
 * @param folder what the metafile's paths are relative to.
 */
export function notices({ inputs }: Metafile, folder: string): string {
  const packages = Object.keys(inputs)
    .map((path) => /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(path)?.[0])
    .filter((path) => path !== undefined);
  const texts = Array.from(new Set(packages), (path) => notice(join(folder, path)));
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}

function notice(folder: string): string {
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const { name, version, license } = JSON.parse(manifest) as Record<'name' | 'version' | 'license', string>;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

/**
 * Builds the bundle.
 *
 * @param folder where to; `dist` beside this file when left out.
 * @returns path of the bundle.
 */
export async function buildServer(folder: string = join(here, 'dist')): Promise<string> {
  const outfile = join(folder, 'smolfile-language-server.js');
  const { metafile } = await build({
    ...BUNDLE,
    absWorkingDir: here,
    entryPoints: ['src/main.ts'],
    outfile,
    banner: {
      js: '#!/usr/bin/env node\n"use strict";var require=typeof require==="function"?require:process.getBuiltinModule;',
    },
  });
  const licences = notices(metafile, here).replaceAll('*/', '* /');
  writeFileSync(outfile, `/*\nThis file contains:\n\n${licences}*/\n`, { flag: 'a' });
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  return outfile;
}

/**
 * Builds the server for a browser's worker: one classic script, `smolfile-language-server.browser.js`.
 *
 * @param folder where to; `dist` beside this file when left out.
 * @returns path of the bundle.
 */
export async function buildBrowserServer(folder: string = join(here, 'dist')): Promise<string> {
  const outfile = join(folder, 'smolfile-language-server.browser.js');
  const { metafile } = await build({
    ...BUNDLE,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
    absWorkingDir: here,
    entryPoints: ['src/browser.ts'],
    outfile,
  });
  const licences = notices(metafile, here).replaceAll('*/', '* /');
  writeFileSync(outfile, `/*\nThis file contains:\n\n${licences}*/\n`, { flag: 'a' });
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await Promise.all([buildServer(), buildBrowserServer()]);
}
