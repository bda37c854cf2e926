import { rm } from 'node:fs/promises';
import { OUTPUT } from './paths.ts';

/** Before the first test: screenshots of an earlier run say nothing about this one. */
export default async function clearOutput(): Promise<void> {
  await rm(OUTPUT, { recursive: true, force: true });
}
