import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { format } from 'prettier';
import { openApiOf, type OpenApi } from '../api/openapi.ts';
import { recordOf } from '../api/recorded.ts';
import { inLanes } from '../lanes.ts';
import { available } from './available.ts';
import { releasesOf } from './options.ts';

export const RECORDED = new URL('../../../schemas/machine-api.recorded.json', import.meta.url);

/** `openapi [--check]`: asks every release for its HTTP API, and records what changed from one to the next. */
export async function openapi(args: readonly string[]): Promise<number> {
  const releases = await available(releasesOf('all'));
  const answers = new Map<string, OpenApi>();
  await inLanes(releases, async (release) => {
    answers.set(release, await openApiOf(release));
  });
  const recorded = recordOf(releases.map((release) => [release, answers.get(release)!]));
  const fresh = isDeepStrictEqual(recorded, JSON.parse(readFileSync(RECORDED, 'utf8')));
  console.log(`${releases.length} releases asked; the record is ${fresh ? 'fresh' : 'another one'}`);
  if (fresh || args.includes('--check')) return fresh ? 0 : 1;
  const config = { parser: 'json', printWidth: 110 } as const;
  writeFileSync(RECORDED, await format(JSON.stringify(recorded), config));
  return 0;
}
