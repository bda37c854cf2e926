/** Builds the whole site into `dist`: playground, documentation, and what makes both work without a network. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { notices } from '@smolfile/language-server/build';
import { build as bundle } from 'esbuild';
import { build } from 'vitepress';
import { generateSite, markdownOf, pagesOf, type Site } from './generate/main.ts';
import type { Group } from './generate/page.ts';
import { BASE } from './place.ts';
import { buildPlayground } from './playground.ts';

const here = dirname(fileURLToPath(import.meta.url));
const pages = join(here, '.pages');
const dist = join(here, 'dist');

/** The lists of pages beside each part, as VitePress wants them. */
function sidebarOf(site: Site): object {
  const groupOf = ({ title, pages: listed, folded }: Group): object => ({
    text: title,
    ...(folded === true && { collapsed: true }),
    items: listed.map(({ path, title: text, name = text }) => ({
      text: name,
      link: `/${path.replace(/index$/, '')}`,
    })),
  });
  return Object.fromEntries(Object.entries(site).map(([part, groups]) => [`/${part}/`, groups.map(groupOf)]));
}

function writePages(): void {
  rmSync(pages, { recursive: true, force: true });
  mkdirSync(pages, { recursive: true });
  const site = generateSite();
  for (const page of pagesOf(site)) {
    const file = join(pages, `${page.path}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, markdownOf(page));
  }
  writeFileSync(join(pages, 'sidebar.json'), JSON.stringify(sidebarOf(site)));
  cpSync(join(here, 'docs/index.md'), join(pages, 'index.md'));
}

/** Nothing of a page may run but files of the site: scripts that a page holds become files, and a policy says so. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

function secure(): void {
  for (const path of files('.html').filter((name) => !name.startsWith('playground/'))) {
    const file = join(dist, path);
    const text = readFileSync(file, 'utf8').replaceAll(
      /<script\b([^>]*)>([^<]+(?:<(?!\/script>)[^<]*)*)<\/script>/g,
      (_, attributes: string, code: string) => {
        const name = `assets/inline-${hashOf(code)}.js`;
        writeFileSync(join(dist, name), code);
        return `<script${attributes} src="${BASE}${name}"></script>`;
      },
    );
    const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
    writeFileSync(file, text.replace(/<meta charset="utf-8">/, `$&\n    ${policy}`));
  }
}

function hashOf(...texts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex').slice(0, 12);
}

function files(ending = ''): string[] {
  return (readdirSync(dist, { recursive: true, withFileTypes: false }) as string[])
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending) && /\.[a-z0-9]+$/.test(path))
    .toSorted();
}

/**
 * What a browser keeps of the site once it was there: all of it, until there is another one. In one file, so that it is
 * one request. Pages have their scripts twice, the leaner for a first visit: one of them is enough.
 */
async function writeOffline(): Promise<void> {
  const kept = files()
    .filter((path) => !/^THIRD-PARTY|\.lean\.js$|^hashmap\.json$/.test(path))
    .map((path) => [path, readFileSync(join(dist, path), 'utf8')] as const);
  const version = hashOf(...kept.flat());
  const pack = `offline-${version}.json`;
  writeFileSync(join(dist, pack), JSON.stringify(kept));
  await bundle({
    absWorkingDir: here,
    bundle: true,
    minify: true,
    target: 'es2022',
    entryPoints: { offline: 'playground/offline.ts' },
    outdir: dist,
    define: { VERSION: JSON.stringify(version), PACK: JSON.stringify(pack) },
    logLevel: 'warning',
  });
}

/** @returns the folder. */
export async function buildSite(): Promise<string> {
  rmSync(dist, { recursive: true, force: true });
  writePages();
  await build(here);
  secure();
  const inputs = await buildPlayground(dist);
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices({ inputs, outputs: {} }, here));
  writeFileSync(join(dist, '.nojekyll'), '');
  await writeOffline();
  return dist;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSite();
