import { existsSync } from 'node:fs';
import { buildSite } from '@smolfile/site/build';
import type { TestProject } from 'vitest/node';
import { dist } from './place.ts';

/** Builds the site, once for all files. `SMOLFILE_SITE_BUILT=1` takes the one that is there, while a test is written. */
export default async function setup(_project: TestProject): Promise<void> {
  if (process.env['SMOLFILE_SITE_BUILT'] === '1' && existsSync(dist)) return;
  await buildSite();
}
