/**
 * Bundles the server into one file, `dist/smolfile-language-server.js`, that needs nothing beside it.
 *
 * CommonJS, like the CLI and for the same reasons. Node reads a `.js` file as the nearest package.json says, so
 * `dist/` gets one; a lone copy inside somebody's ESM package finds its way through `process.getBuiltinModule`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { notices, withoutExamples } from '@smolfile/core/build';
import { build, type BuildOptions } from 'esbuild';
import { BEGIN, COMMENT_END, END } from './bundle/start.ts';

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
  plugins: [withoutExamples],
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions;

export { notices };

/** How the server is put into its file. */
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
export async function buildServer(
  folder: string = join(here, 'dist'),
  { plain = false }: Form = {},
): Promise<string> {
  const outfile = join(folder, 'smolfile-language-server.js');
  const bundled = { ...BUNDLE, absWorkingDir: here, write: false } as const;
  const { metafile, outputFiles } = await build({ ...bundled, entryPoints: ['src/main.ts'] });
  const code = outputFiles[0]?.text ?? '';
  const licences = notices(metafile, here).replaceAll('*/', '* /');
  const body = plain ? code : `${await startCode(bundled)}${START}\n/*\n${asComment(code)}\n*/\n`;
  const text = `${HEAD}${body}/*\nThis file contains:\n\n${licences}*/\n`;
  mkdirSync(folder, { recursive: true });
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  writeFileSync(outfile, ascii(text.replace(BUILD, hash)));
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  return outfile;
}

const HEAD =
  '#!/usr/bin/env node\n"use strict";var require=typeof require==="function"?require:process.getBuiltinModule;';

/** Stands for what tells a build from every other. */
const BUILD = '<build>';

const START = `serverStart.start(typeof __filename==="string"?__filename:process.argv[1],"${BUILD}",require);`;

/** The server as a text between two lines of a comment. */
function asComment(code: string): string {
  if (code.includes(COMMENT_END)) throw new Error(`${COMMENT_END} is in the code: choose something else`);
  const server = `(function(require,__filename){"use strict";var module={exports:{}},exports=module.exports;${code}})`;
  return `${BEGIN}\n${server.replaceAll('*/', COMMENT_END)}\n${END}`;
}

/** What compiles the server, as an object. */
async function startCode(bundled: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...bundled,
    format: 'iife',
    globalName: 'serverStart',
    entryPoints: ['bundle/start.ts'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * esbuild escapes all that is not ASCII, except in regular expressions. One such character makes V8 keep, decode and
 * scan the whole file at two bytes a character.
 *
 * @param code JavaScript in which strings and regular expressions alone have such characters.
 */
export function ascii(code: string): string {
  return code.replace(/[\u0080-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
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
