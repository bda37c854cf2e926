import { NEWEST_RELEASE } from '@smolfile/core';
import { inLanes } from '../lanes.ts';
import { crateKeys } from '../news/crate.ts';
import { helpOf } from '../news/help.ts';
import { helpChanges, missingFlags } from '../news/help-changes.ts';
import { keyChanges } from '../news/key-changes.ts';
import { outcomeKey } from '../outcome-key.ts';
import type { Outcome } from '../outcome.ts';
import { FetchError, PROGRAMS, publishedReleases } from '../program/fetch.ts';
import { runQuickly } from '../program/quick.ts';
import { HOST_ONLY, kindOf } from '../refusals.ts';
import { releaseVectors } from '../release-vectors.ts';
import { byRelease } from '../releases.ts';
import { UsageError } from './options.ts';

/**
 * `new VERSION`: what a release has that the toolkit's data lack. Without one, the newest that is published, unless it is
 * known: then nothing but a line that says so.
 */
export async function news([asked]: readonly string[]): Promise<number> {
  if (asked !== undefined && !/^\d+\.\d+\.\d+$/.test(asked))
    throw new UsageError('new VERSION, such as 1.33.0');
  const release = asked ?? (await newestUnknown());
  if (release === undefined) return 0;
  const before = PROGRAMS.findLast((one) => byRelease(one, release) < 0);
  section(`Keys of the parser (crate smolfile ${release})`);
  await attempt(async () => list(keyChanges(await crateKeys(release), release)));
  section(`Flags and commands${before === undefined ? '' : ` since ${before}`}`);
  await attempt(async () => {
    const pages = await helpOf(release);
    if (before !== undefined) list(helpChanges(await helpOf(before), pages));
    section("Flags, against the toolkit's data");
    list(missingFlags(pages, release));
    section('Recorded inputs that come out differently');
    await outcomes(release);
  });
  return 0;
}

/** The newest published release, unless the data have it. */
async function newestUnknown(): Promise<string | undefined> {
  const newest = (await publishedReleases()).at(-1);
  if (newest === undefined) throw new FetchError('the package index names no release of smolvm');
  const known = NEWEST_RELEASE.version;
  console.log(`smolvm ${newest} is the newest; the data end with ${known}.`);
  return byRelease(newest, known) > 0 ? newest : undefined;
}

function section(title: string): void {
  console.log(`\n== ${title}`);
}

function list(lines: readonly string[]): void {
  for (const line of lines) console.log(`- ${line}`);
  if (lines.length === 0) console.log('nothing');
}

/** A part that cannot be had does not keep the others back. */
async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FetchError) && !(error as Error).message.startsWith('cargo ')) throw error;
    console.log(`not looked at: ${(error as Error).message.split(/\n| \(from versions/)[0]}`);
  }
}

/** Runs every recorded input again, and groups those that no longer do what the newest release did before. */
async function outcomes(release: string): Promise<void> {
  const vectors = releaseVectors();
  const groups = new Map<string, string[]>();
  await inLanes(vectors, async (vector) => {
    const last = vector.ranges.findLast(({ from }) => byRelease(from, release) <= 0);
    if (!last) return;
    const now = await runQuickly(release, vector);
    if (comparable(last) === comparable(now) || isOfThisHost(now)) return;
    const kind = `${vector.command}: ${what(last)} becomes ${what(now)}`;
    groups.set(kind, [...(groups.get(kind) ?? []), vector.id]);
  });
  const lines = [...groups].toSorted(([, a], [, b]) => b.length - a.length);
  list(lines.map(([kind, ids]) => `${ids.length} × ${kind} (${ids.slice(0, 3).join(', ')})`));
}

/** Whether it was refused for what this host has or lacks, which says nothing of the release. */
function isOfThisHost({ error }: Outcome): boolean {
  return error !== undefined && HOST_ONLY.some((pattern) => pattern.test(error.message));
}

/** What a quick run shows. */
function comparable({ runs: _, manifest: _m, launch: _l, bake: _b, ...outcome }: Outcome): string {
  return outcomeKey(outcome);
}

function what({ accept, error, config }: Outcome): string {
  if (error) return `${error.stage} ${kindOf(error.message)}`;
  return accept ? `accepted (${Object.keys(config ?? {}).join(' ')})` : 'no end';
}
