import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FileError } from '../failure.ts';
import type { Io } from '../io.ts';

/** The server's own bundle, which the build puts beside this one: no other command has to carry it. */
const SERVER = 'smolfile-language-server.js';

/**
 * Starts the language server in this process; it lives as long as its client.
 *
 * @throws FileError where only `smolfile.js` was copied.
 */
export function startServer({ fs, script }: Io): void {
  const server = join(dirname(fs.realpathSync(script)), SERVER);
  if (!fs.statSync(server, { throwIfNoEntry: false })?.isFile()) {
    throw new FileError(`cannot find ${SERVER} beside ${script}: copy it there, too`);
  }
  process.argv.splice(1, Infinity, server, '--stdio');
  createRequire(server)(server);
}
