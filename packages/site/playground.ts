/** Bundles the playground: the page, the editor as a chunk of its own, and the two workers, which share what they have. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutExamples } from '@smolfile/core/build';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

const BUNDLE = {
  absWorkingDir: here,
  bundle: true,
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  minify: true,
  legalComments: 'none', // the licences are added whole, see `notices`
  splitting: true,
  metafile: true,
  logLevel: 'warning',
  loader: { '.smolfile': 'text' },
  plugins: [withoutExamples],
} satisfies BuildOptions;

/** The example without an ending in its name. */
const SMOLFILE: Plugin = {
  name: 'smolfile',
  setup(plugin) {
    plugin.onLoad({ filter: /[/\\]Smolfile$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text' as const,
    }));
  },
};

/** @returns what went in. */
export async function buildPlayground(site: string): Promise<Metafile['inputs']> {
  const folder = join(site, 'playground');
  mkdirSync(folder, { recursive: true });
  const page = await build({
    ...BUNDLE,
    plugins: [SMOLFILE, withoutExamples],
    entryPoints: { main: 'playground/main.ts', style: 'playground/main.css' },
    chunkNames: '[name]-[hash]',
    outdir: folder,
  });
  const workers = await build({
    ...BUNDLE,
    entryPoints: { server: '../language-server/src/browser.ts', look: 'playground/look.worker.ts' },
    chunkNames: 'shared-[hash]',
    outdir: folder,
  });
  const appearance = await build({
    ...BUNDLE,
    splitting: false,
    format: 'iife',
    entryPoints: { appearance: 'playground/appearance.ts' },
    outdir: site,
  });
  writeFileSync(join(folder, 'index.html'), withPreloads(page.metafile));
  cpSync(join(here, '../../extension/images/smolfile.svg'), join(site, 'smolfile.svg'));
  return { ...page.metafile.inputs, ...workers.metafile.inputs, ...appearance.metafile.inputs };
}

/** The page, which has the browser fetch its chunks before the script that asks for them has run. */
function withPreloads({ outputs }: Metafile): string {
  const chunks = Object.keys(outputs)
    .map((path) => basename(path))
    .filter((name) => /^(?:editor|chunk)-.*\.js$/.test(name));
  const links = chunks.map((name) => `    <link rel="modulepreload" href="${name}" />\n`).join('');
  return readFileSync(join(here, 'playground/index.html'), 'utf8').replace('  </head>', `${links}  </head>`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPlayground(process.argv[2]!);
