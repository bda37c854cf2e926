import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = process.env['SMOLFILE_E2E_CACHE'] ?? join(homedir(), '.cache', 'smolfile-e2e');

/** The VS Code that `setup.sh` put in place. */
export const CODE_SERVER = join(CACHE, 'code-server/out/node/entry.js');

/** The browser that shows it. */
export const CHROMIUM = process.env['SMOLFILE_E2E_CHROMIUM'] ?? '/usr/bin/chromium';

/** The extension, as `pnpm --filter ./extension package` leaves it. */
export const VSIX = fileURLToPath(new URL('../../../extension/smolfile-vscode.vsix', import.meta.url));

/** Screenshots of the last run; not in git. */
export const OUTPUT = fileURLToPath(new URL('../output/', import.meta.url));

/** The pictures of the extension's README. */
export const IMAGES = fileURLToPath(new URL('../../../extension/images/', import.meta.url));
