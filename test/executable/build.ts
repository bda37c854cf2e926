import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildExecutables, thisTarget } from '../../packages/cli/executable/build.ts';

/** Builds the executable for this machine, where none is named, and tells all tests of it. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'smolfile-executable-'));
  const named = process.env['SMOLFILE_EXECUTABLE'];
  const executable = named || (await buildExecutables([thisTarget()!], folder))[0]!;
  // what test/cli/harness.ts runs in place of the sources
  process.env['SMOLFILE_EXECUTABLE'] = executable;
  provide('executable', executable);
  return () => rmSync(folder, { recursive: true, force: true });
}

declare module 'vitest' {
  export interface ProvidedContext {
    executable: string;
  }
}
