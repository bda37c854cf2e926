import { cacheFolder } from '@smolfile/host';
import { Results } from './results.ts';

/** Tells a build from every other; sources have none. */
declare const SMOLFILE_BUILD: string | undefined;

/** What this program found out in earlier runs; undefined where nothing is to be kept. */
export function ownResults(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Results | undefined {
  if (typeof SMOLFILE_BUILD === 'undefined' || env['SMOLFILE_NO_CACHE']) return undefined;
  const folder = cacheFolder(env, platform);
  return folder === undefined ? undefined : new Results(folder, SMOLFILE_BUILD, platform);
}
