/** Serves the built site as GitHub Pages does: below its base, with addresses that need no `.html`. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BASE } from './place.ts';

const here = dirname(fileURLToPath(import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** What may be meant by an address, the likeliest first. */
function candidates(path: string): string[] {
  if (path.endsWith('/')) return [`${path}index.html`];
  return extname(path) === '' || !(extname(path) in TYPES) ? [`${path}.html`, path] : [path];
}

/**
 * Starts the server.
 *
 * @param folder what was built.
 * @param port any free one when left out.
 * @returns it, and the address of the site.
 */
export async function serveSite(folder: string, port = 0): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    void respond(decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname), response);
  });
  const respond = async (path: string, response: ServerResponse): Promise<void> => {
    const { status, type, body, location } = await answer(path);
    response.writeHead(status, {
      'content-type': type,
      'cache-control': 'no-cache',
      ...(location !== undefined && { location }),
    });
    response.end(body);
  };
  const answer = async (
    path: string,
  ): Promise<{ status: number; type: string; body: Buffer | string; location?: string }> => {
    if (`${path}/` === BASE || path === '/')
      return { status: 302, type: 'text/plain', body: '', location: BASE };
    const within = normalize(path.startsWith(BASE) ? path.slice(BASE.length - 1) : '/404');
    for (const name of candidates(within)) {
      // One after the other: the first that is there counts.
      // oxlint-disable-next-line no-await-in-loop
      const body = await readFile(join(folder, name)).catch(() => undefined);
      if (body) return { status: 200, type: TYPES[extname(name)] ?? 'application/octet-stream', body };
    }
    const body = await readFile(join(folder, '404.html')).catch(() => 'Not found');
    return { status: 404, type: TYPES['.html']!, body };
  };
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, address: `http://localhost:${(server.address() as AddressInfo).port}${BASE}` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serveSite(join(here, 'dist'), 4173);
  process.stdout.write(`The site is at ${address}; Ctrl+C ends it.\n`);
}
