import { readFileSync } from 'node:fs';
import type { Input, Outcome } from './outcome.ts';

/** The same outcome in all releases that were looked at from one to another. */
export interface Range extends Outcome {
  readonly from: string;
  readonly to: string;
}

/** One input and what each release did with it, oldest first. */
export interface ReleaseVector extends Input {
  readonly ranges: readonly Range[];
}

/** Whole numbers beyond 2^53, which JSON's reader rounds. */
const LARGE = /(?<=(?<!\\)": ?)[0-9]{16,}(?=[,}\]])/g;

function revive(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('bigint:') ? BigInt(value.slice(7)) : value;
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revive(one)]));
}

/** Reads JSON with every whole number exact: those beyond 2^53 become bigints. */
export function parseExactly(json: string): unknown {
  const plain = json.replaceAll(LARGE, '"bigint:$&"');
  return plain === json ? JSON.parse(json) : revive(JSON.parse(plain));
}

/** Reads a file of vectors, one JSON object a line. */
export function readReleaseVectors(file: URL | string): ReleaseVector[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parseExactly(line) as ReleaseVector);
}

/**
 * What was recorded of every release that could be had, byte for byte as it came; and what `compare` found later, and some that
 * were run to their end. */
const FILES = ['releases.jsonl', 'found.jsonl', 'ends.jsonl', 'edges.jsonl'].map(
  (name) => new URL(`../conformance/${name}`, import.meta.url),
);

/** Every input that was recorded. */
export function releaseVectors(): ReleaseVector[] {
  return FILES.flatMap((file) => readReleaseVectors(file));
}
