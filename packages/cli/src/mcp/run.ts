import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Arguments } from '../arguments/spec.ts';
import { FileError, UsageError } from '../failure.ts';
import type { Io } from '../io.ts';

/** The server's own bundle, which the build puts beside this one: no other command has to carry it. */
const SERVER = 'smolfile-mcp.js';

/**
 * Starts the server in this process; it lives as long as its client.
 *
 * @throws UsageError, or FileError where only `smolfile.js` was copied.
 */
export function startMcp(args: Arguments, { fs, script, cwd }: Io): void {
  const roots = args.values('root').map((root) => {
    const stats = fs.statSync(resolve(cwd, root), { throwIfNoEntry: false });
    if (!stats?.isDirectory()) throw new UsageError(`\`--root\` names no directory: \`${root}\``);
    return root;
  });
  const server = join(dirname(fs.realpathSync(script)), SERVER);
  if (!fs.statSync(server, { throwIfNoEntry: false })?.isFile()) {
    throw new FileError(`cannot find ${SERVER} beside ${script}: copy it there, too`);
  }
  const flags = [
    ...roots.flatMap((root) => ['--root', root]),
    ...(args.has('allow-write') ? ['--allow-write'] : []),
  ];
  process.argv.splice(1, Infinity, server, ...flags);
  createRequire(server)(server);
}
