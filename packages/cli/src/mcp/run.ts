import { resolve } from 'node:path';
import type { Arguments } from '../arguments/spec.ts';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { startBeside } from '../output/beside.ts';

/** The server's own bundle, which the build puts beside this one: no other command has to carry it. */
const SERVER = 'smolfile-mcp.js';

/**
 * Starts the server in this process; it lives as long as its client.
 *
 * @throws UsageError, or FileError where only `smolfile.js` was copied.
 */
export function startMcp(args: Arguments, io: Io): void {
  const { fs, cwd } = io;
  const roots = args.values('root').map((root) => {
    const stats = fs.statSync(resolve(cwd, root), { throwIfNoEntry: false });
    if (!stats?.isDirectory()) throw new UsageError(`\`--root\` names no directory: \`${root}\``);
    return root;
  });
  const flags = [
    ...roots.flatMap((root) => ['--root', root]),
    ...(args.has('allow-write') ? ['--allow-write'] : []),
  ];
  startBeside(io, SERVER, flags);
}
