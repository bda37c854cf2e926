import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from '@smolfile/language-server/build';
import { buildCli } from '../../packages/cli/build.ts';

let building: Promise<string> | undefined;

/**
 * The folder that the package publishes, built from the sources once for all tests of a worker; whoever changes
 * something in it must copy it first.
 */
export function builtCli(): Promise<string> {
  building ??= build();
  return building;
}

async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'smolfile-built-'));
  await buildCli(folder);
  await buildServer(folder);
  return folder;
}
