/**
 * Bundles the server into one file, `dist/smolfile-language-server.js`, that needs nothing beside it.
 *
 * CommonJS, like the CLI and for the same reasons. Node reads a `.js` file as the nearest package.json says, so
 * `dist/` gets one; a lone copy inside somebody's ESM package finds its way through `process.getBuiltinModule`.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { notices } from '@smolfile/core/build';
import { build, type BuildOptions } from 'esbuild';

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

export { notices };

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
