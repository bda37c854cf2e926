import { available } from './available.ts';
import { releasesOf } from './options.ts';

/** `fetch [RELEASES]`: brings programs into the cache. */
export async function fetch([releases = 'all']: readonly string[]): Promise<number> {
  const wanted = releasesOf(releases);
  const had = await available(wanted);
  console.log(`${had.length} of ${wanted.length} programs are here`);
  return had.length === wanted.length ? 0 : 1;
}
