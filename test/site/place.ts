import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The site as it is built. */
export const dist = fileURLToPath(new URL('../../packages/site/dist/', import.meta.url));
/** Where `setup.sh` puts what drives the second browser. */
export const cache = process.env['SMOLFILE_SITE_CACHE'] ?? join(homedir(), '.cache/smolfile-site');
export const firefox = process.env['SMOLFILE_SITE_FIREFOX'] ?? '/usr/bin/firefox-esr';
/** Screenshots, for people. */
export const output = fileURLToPath(new URL('output/', import.meta.url));
