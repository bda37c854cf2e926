import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLE, notices } from '@smolfile/language-server/build';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

// The client and the server that it starts, each one file: a vsix of few scripts installs and activates fast.
// `.cjs`, since the extension host loads them with `require` and the package is ESM.
const desktop = await build({
  ...BUNDLE,
  absWorkingDir: here,
  entryPoints: { extension: 'src/extension.ts', server: '@smolfile/language-server/main' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
});

// The same two for an editor in a browser, where the server is a worker.
const BROWSER = {
  ...BUNDLE,
  absWorkingDir: here,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'] as string[],
  external: ['vscode'] as string[],
} as const;
const browser = await build({ ...BROWSER, entryPoints: { browser: 'src/browser.ts' }, outdir: 'dist' });
const worker = await build({
  ...BROWSER,
  format: 'iife',
  entryPoints: { 'server.worker': '../packages/language-server/src/browser.ts' },
  outdir: 'dist',
});
// What the preview shows, in a page of its own.
const preview = await build({
  ...BROWSER,
  format: 'iife',
  entryPoints: ['webview/preview.ts', 'webview/preview.css'],
  outdir: 'dist',
});

const inputs = {
  ...desktop.metafile.inputs,
  ...browser.metafile.inputs,
  ...worker.metafile.inputs,
  ...preview.metafile.inputs,
};
writeFileSync(join(here, 'dist/THIRD-PARTY-NOTICES.txt'), notices({ inputs, outputs: {} }, here));
