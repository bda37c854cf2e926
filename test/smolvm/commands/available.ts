import { FetchError, programOf } from '../program/fetch.ts';
import { standIns } from '../program/stand-ins.ts';

/** Those of the releases whose program is here or can be fetched; of the others it is said that they are left out. */
export async function available(releases: readonly string[]): Promise<string[]> {
  try {
    await standIns();
  } catch (error) {
    console.log(`nothing can be run here: ${(error as Error).message}`);
    return [];
  }
  const had: string[] = [];
  for (const release of releases) {
    try {
      // one download at a time
      // oxlint-disable-next-line no-await-in-loop
      await programOf(release);
      had.push(release);
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      console.log(`left out: ${error.message}`);
    }
  }
  return had;
}
