import { cacheFolder } from '@smolfile/host';
import { Reports } from './reports.ts';
import { Results } from './results.ts';

/** Tells a build from every other; sources have none. */
declare const SMOLFILE_BUILD: string | undefined;

/** What this program found out in earlier runs; undefined where nothing is to be kept. */
export function ownResults(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): { readonly results: Results; readonly reports: Reports } | undefined {
  if (typeof SMOLFILE_BUILD === 'undefined' || env['SMOLFILE_NO_CACHE']) return undefined;
  const folder = cacheFolder(env, platform);
  if (folder === undefined) return undefined;
  return {
    results: new Results(folder, SMOLFILE_BUILD, platform),
    reports: new Reports(folder, SMOLFILE_BUILD),
  };
}
