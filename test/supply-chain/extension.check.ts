/** The extension as its users see it in a marketplace: what the package holds, and its page. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as browserType } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { repository } from './place.ts';

const { vsix, clone, version } = inject('rehearsal');
const folder = mkdtempSync(join(tmpdir(), 'smolfile-vsix-'));
execFileSync('python3', [
  '-c',
  'import sys,zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])',
  vsix,
  folder,
]);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const extension = join(folder, 'extension');
const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as Record<
  string,
  unknown
> & {
  contributes: { walkthroughs: { steps: { media: { markdown: string } }[] }[] };
};
const readme = readFileSync(join(extension, 'readme.md'), 'utf8');
const SCREENSHOTS = 'https://github.com/smolfile/toolkit/raw/HEAD/extension/images/';

function listed(from: string): string[] {
  return execFileSync('find', ['.', '-type', 'f'], { cwd: from, encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((path) => path.slice(2))
    .toSorted();
}

test('holds what runs or is read, as `vsce ls` says, and nothing else', () => {
  const files = listed(extension);
  expect(files).toEqual([
    'LICENSE.txt',
    'changelog.md',
    'dist/THIRD-PARTY-NOTICES.txt',
    'dist/browser.js',
    'dist/extension.cjs',
    'dist/preview.css',
    'dist/preview.js',
    'dist/server.cjs',
    'dist/server.worker.js',
    'images/icon.png',
    'images/smolfile.svg',
    'language-configuration.json',
    'package.json',
    'readme.md',
    'syntaxes/smolfile.tmLanguage.json',
    'walkthrough/preview.md',
    'walkthrough/run.md',
    'walkthrough/write.md',
  ]);
  const vsce = join(clone, 'extension/node_modules/@vscode/vsce/vsce');
  const said = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {
    cwd: join(clone, 'extension'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const names = (list: readonly string[]): string[] =>
    list.map((path) => path.toLowerCase().replace(/\.txt$/, '')).toSorted();
  const ls = said.split('\n').filter((path) => /^[\w.-]+(?:\/[\w.-]+)*$/.test(path));
  expect(names(ls)).toEqual(names(files));
});

test('what its page shows is there', () => {
  const images = Array.from(readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g), ([, url = '']) => url);
  expect(images.length).toBeGreaterThan(3);
  for (const url of images) {
    expect(url.startsWith(SCREENSHOTS)).toBe(true);
    expect(existsSync(join(repository, 'extension/images', url.slice(SCREENSHOTS.length)))).toBe(true);
  }
  const links = Array.from(readme.matchAll(/[^!]\[[^\]]+\]\(([^)]+)\)/g), ([, url = '']) => url);
  expect(links.filter((url) => !/^(?:https:\/\/|#)/.test(url))).toEqual([]);
});

test('its manifest says what a marketplace sorts by', () => {
  expect(manifest).toMatchObject({
    version,
    publisher: 'smolfile',
    license: 'Apache-2.0',
    icon: 'images/icon.png',
    galleryBanner: { color: expect.stringMatching(/^#[\da-f]{6}$/) as string, theme: 'dark' },
    pricing: 'Free',
  });
  expect(manifest['categories']).toEqual(['Programming Languages', 'Linters', 'Formatters']);
  expect((manifest['keywords'] as string[]).length).toBeGreaterThan(4);
  // a PNG of at least 128 by 128
  const icon = readFileSync(join(extension, 'images/icon.png'));
  expect(Math.min(icon.readUInt32BE(16), icon.readUInt32BE(20))).toBeGreaterThanOrEqual(128);
  const media = manifest.contributes.walkthroughs.flatMap(({ steps }) =>
    steps.map((step) => step.media.markdown),
  );
  expect(media.length).toBeGreaterThan(2);
  for (const path of media) expect(existsSync(join(extension, path))).toBe(true);
  expect(readFileSync(join(extension, 'changelog.md'), 'utf8')).toContain(`## ${version}`);
});

const chromium = process.env['SMOLFILE_E2E_CHROMIUM'] ?? '/usr/bin/chromium';

test.skipIf(!existsSync(chromium))('its page in a browser, with every picture', async () => {
  const browser = await browserType.launch({ executablePath: chromium, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 1400 } });
    // what the marketplace fetches from the repository comes from this one
    await page.route(`${SCREENSHOTS}*`, async (route) => {
      const name = route.request().url().slice(SCREENSHOTS.length);
      await route.fulfill({ path: join(repository, 'extension/images', name) });
    });
    await page.route(/^https?:/, async (route) => {
      await (route.request().url().startsWith(SCREENSHOTS) ? route.fallback() : route.abort());
    });
    await page.setContent(pageOf(readme));
    const sizes = await page.evaluate<number[]>(
      'Promise.all([...document.images].map(async (image) => (await image.decode(), image.naturalWidth)))',
    );
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(300);
    const shot = await page.screenshot({ fullPage: true });
    const kept = process.env['SMOLFILE_SCREENSHOTS'];
    if (kept !== undefined) writeFileSync(join(kept, 'marketplace-readme.png'), shot);
    expect(shot.length).toBeGreaterThan(50_000);
  } finally {
    await browser.close();
  }
});

/** The page, by the library that vsce reads the readme with. */
function pageOf(markdown: string): string {
  const load = createRequire(
    realpathSync(join(repository, 'extension/node_modules/@vscode/vsce/package.json')),
  );
  const markdownIt = load('markdown-it') as (options: object) => { render(text: string): string };
  return `<!doctype html><style>body{font:15px/1.5 sans-serif;max-width:900px;margin:24px auto}img{max-width:100%}
    pre,code{background:#f2f2f2;font-family:monospace}pre{padding:12px}td,th{border:1px solid #ccc;padding:4px 8px}
    table{border-collapse:collapse}</style>${markdownIt({ linkify: true }).render(markdown)}`;
}
