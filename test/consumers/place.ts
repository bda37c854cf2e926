import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `setup.sh` has put the bundlers and runtimes. */
export const cache = process.env['SMOLFILE_CONSUMERS_CACHE'] ?? join(homedir(), '.cache/smolfile-consumers');

/** What is published of core. */
export const core = fileURLToPath(new URL('../../packages/core/dist/index.js', import.meta.url));

/** Debian's. */
export const chromium = process.env['SMOLFILE_E2E_CHROMIUM'] ?? '/usr/bin/chromium';

export const RUNTIMES = {
  'Node 20.12': ['node20/bin/node'],
  'Node 22': ['node22/bin/node'],
  'Node 24': ['node24/bin/node'],
  Bun: ['bun/bin/bun'],
  Deno: ['deno/deno', 'run', '--allow-read', '--allow-env', '--allow-sys'],
} as const;

/** The words that start a runtime. */
export function start([binary, ...words]: readonly string[]): [string, string[]] {
  return [join(cache, 'node_modules', binary!), words];
}
