import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCodes, ruleUrl } from '@smolfile/core';
import { BASE } from '@smolfile/site/place';
import { expect, test } from 'vitest';
import { dist } from './place.ts';

const pages = new Map(
  (readdirSync(dist, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.html'))
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(dist, path), 'utf8')]),
);
const ids = new Map(
  Array.from(pages, ([path, text]) => [
    path,
    new Set(Array.from(text.matchAll(/\sid="([^"]+)"/g), ([, id]) => id)),
  ]),
);

/** The file that the server has for an address. */
function fileOf(path: string): string | undefined {
  const candidates = path === '' || path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`];
  return candidates.find((each) => existsSync(join(dist, each)) && /\.[a-z0-9]+$/.test(each));
}

test('every link of every page leads somewhere, to its very heading', () => {
  let count = 0;
  const dead: string[] = [];
  for (const [page, text] of pages) {
    // Scripts and styles are links, too.
    for (const [, target = ''] of text.matchAll(/\s(?:href|src)="([^"]+)"/g)) {
      const url = new URL(
        target.replaceAll('&amp;', '&'),
        `https://site.example${BASE}${page.replace(/index\.html$/, '')}`,
      );
      if (url.origin !== 'https://site.example') {
        if (url.protocol !== 'https:' && url.protocol !== 'http:') dead.push(`${page}: ${target}`);
        continue;
      }
      count++;
      const file = url.pathname.startsWith(BASE)
        ? fileOf(decodeURI(url.pathname.slice(BASE.length)))
        : undefined;
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (file === undefined) dead.push(`${page}: ${target}`);
      else if (anchor !== '' && ids.get(file)?.has(anchor) !== true)
        dead.push(`${page}: ${target} (heading)`);
    }
  }
  process.stdout.write(`${count} links on ${pages.size} pages\n`);
  expect(count).toBeGreaterThan(10_000);
  expect([...new Set(dead)]).toEqual([]);
});

test('links into the repository lead to files that it has', () => {
  const repository = new URL('../../', import.meta.url);
  const found = new Set(
    Array.from(pages.values()).flatMap((text) =>
      Array.from(
        text.matchAll(/href="https:\/\/github\.com\/smolfile\/toolkit\/(?:blob|tree)\/main\/([^"#]+)/g),
        ([, path = '']) => path,
      ),
    ),
  );
  expect(found.size).toBeGreaterThan(3);
  expect([...found].filter((path) => !existsSync(new URL(path, repository)))).toEqual([]);
});

test('a finding links to a page of this site, whatever its code', () => {
  const codes = allCodes();
  expect(codes.length).toBeGreaterThan(100);
  const dead = codes.filter((code) => {
    const { pathname } = new URL(ruleUrl(code));
    return !pathname.startsWith(BASE) || fileOf(pathname.slice(BASE.length)) === undefined;
  });
  expect(dead).toEqual([]);
});

test('every code has its page, and a search finds them all', () => {
  const codes = Array.from(pages.keys()).filter(
    (path) => path.startsWith('rules/') && path !== 'rules/index.html',
  );
  expect(codes.length).toBeGreaterThan(100);
  const assets = join(dist, 'assets/chunks');
  const index = readdirSync(assets).find((name) => name.startsWith('@localSearchIndex'));
  const text = readFileSync(join(assets, index!), 'utf8');
  expect(codes.filter((path) => !text.includes(path.replace(/\.html$/, '')))).toEqual([]);
});
