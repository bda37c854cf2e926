import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLE, notices } from '@smolfile/language-server/build';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

// The client and the server that it starts, each one file: a vsix of two scripts installs and activates fast.
// `.cjs`, since the extension host loads them with `require` and the package is ESM.
const { metafile } = await build({
  ...BUNDLE,
  absWorkingDir: here,
  entryPoints: { extension: 'src/extension.ts', server: '@smolfile/language-server/main' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
});
writeFileSync(join(here, 'dist/THIRD-PARTY-NOTICES.txt'), notices(metafile, here));
