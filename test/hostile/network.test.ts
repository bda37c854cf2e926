/** Nothing of the toolkit connects to anything: there is no code that could. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CONNECTS =
  /from '(?:node:)?(?:net|tls|dgram|dns|https?|http2)(?:\/promises)?'|\b(?:fetch|importScripts)\(|new (?:WebSocket|XMLHttpRequest|EventSource)\b|sendBeacon/;

/** What listens for a moment, to see whether it can, and connects to nothing: the import that it may have. */
const LISTENS: Readonly<Record<string, string>> = {
  'smolvm/host-needs.ts': "import { createServer } from 'node:net';",
};

test.each(['core', 'host', 'cli', 'language-server', 'extension'])('%s has no way to the network', (name) => {
  const root = new URL(
    name === 'extension' ? '../../extension/src/' : `../../packages/${name}/src/`,
    import.meta.url,
  );
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  expect(sources.length).toBeGreaterThan(10);
  const connecting = sources.filter((path) => {
    const text = readFileSync(new URL(path, root), 'utf8');
    return CONNECTS.test(name === 'extension' ? text.replace(LISTENS[path] ?? '', '') : text);
  });
  expect(connecting).toEqual([]);
});
