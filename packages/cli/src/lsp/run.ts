import type { Io } from '../io.ts';
import { startBeside } from '../output/beside.ts';

/** The server's own bundle, which the build puts beside this one: no other command has to carry it. */
const SERVER = 'smolfile-language-server.js';

/**
 * Starts the language server in this process; it lives as long as its client.
 *
 * @throws FileError where only `smolfile.js` was copied.
 */
export function startServer(io: Io): void {
  startBeside(io, SERVER, ['--stdio']);
}
