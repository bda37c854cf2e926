import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildMcp } from '../../packages/cli/build.ts';

let built: Promise<string> | undefined;

/** The server's bundle, built once; it goes with the process. */
export function builtMcp(): Promise<string> {
  return (built ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'smolfile-mcp-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    return buildMcp(folder);
  })());
}
