/** Keeps the site for when there is no network. It is put away whole, so that no page meets a script of another time. */
declare const VERSION: string;
/** The file that holds all others. */
declare const PACK: string;

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

const scope = globalThis as unknown as Scope;
const NAME = `smolfile-${VERSION}`;

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
};

async function keep(): Promise<void> {
  const response = await fetch(PACK, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${PACK}: ${response.status}`);
  const files = (await response.json()) as readonly (readonly [path: string, text: string])[];
  const cache = await caches.open(NAME);
  await Promise.all(
    files.map(([path, text]) => {
      const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8';
      return cache.put(
        new URL(path, scope.registration.scope),
        new Response(text, { headers: { 'content-type': type } }),
      );
    }),
  );
  await scope.skipWaiting();
}

scope.addEventListener('install', (event) => event.waitUntil(keep()));

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('smolfile-') && name !== NAME)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => scope.clients.claim()),
  );
});

/** The files that an address may mean, as the server has it; a page's lean script is in its other one. */
function filesOf({ pathname }: URL): string[] {
  const path = decodeURI(pathname).slice(new URL(scope.registration.scope).pathname.length);
  if (path === '' || path.endsWith('/')) return [`${path}index.html`];
  if (path.endsWith('.lean.js')) return [path.replace(/\.lean\.js$/, '.js')];
  return [path, `${path}.html`];
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(NAME);
  const kept = await Promise.all(
    filesOf(new URL(request.url)).map((path) => cache.match(new URL(path, scope.registration.scope))),
  );
  return kept.find((each) => each !== undefined) ?? fetch(request);
}

scope.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || !event.request.url.startsWith(scope.registration.scope)) return;
  event.respondWith(answer(event.request));
});
