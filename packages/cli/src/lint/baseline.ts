import { rules } from '@smolfile/core';
import { dirname, relative, resolve, sep } from 'node:path';
import { FileError, reasonOf, UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { writeFile } from '../output/write-file.ts';
import type { FileReport } from '../reporters/report.ts';

/** How many findings of each code a file had, by its path from the folder of the baseline on. */
type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Findings that were there when the baseline was written. */
export interface Baseline {
  /** Absolute. */
  readonly path: string;
  /** As it was named. */
  readonly shown: string;
  readonly counts: Counts;
}

/** What is left of findings, and what became of the baseline. */
export interface Compared {
  readonly files: readonly FileReport[];
  /** How many findings are left out. */
  readonly hidden: number;
  /** How many more findings the baseline has than there are: it can shrink. */
  readonly gone: number;
}

/**
 * Reads a baseline.
 *
 * @param isNew whether it may be missing, because it is about to be written.
 * @throws UsageError for what is no baseline, FileError for what cannot be read.
 */
export function readBaseline(shown: string, isNew: boolean, io: Io): Baseline {
  const path = resolve(io.cwd, shown);
  let text: string;
  try {
    text = io.fs.readFileSync(path, 'utf8');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing && isNew) return { path, shown, counts: new Map() };
    if (isMissing)
      throw new UsageError(`there is no ${shown}`, 'Write it with `--update-baseline`, and commit it.');
    throw new FileError(`cannot read ${shown}: ${reasonOf(error)}`);
  }
  const counts = countsIn(text);
  if (!counts) {
    throw new UsageError(
      `${shown} is no baseline of \`smolfile lint\``,
      'Name another file, or remove this one and write it anew with `--update-baseline`.',
    );
  }
  return { path, shown, counts };
}

function countsIn(text: string): Counts | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isTable(data) || data['formatVersion'] !== 1 || !isTable(data['files'])) return undefined;
  const files = Object.entries(data['files']);
  if (!files.every((entry): entry is [string, Record<string, number>] => isCounts(entry[1])))
    return undefined;
  return new Map(files.map(([path, codes]) => [path, new Map(Object.entries(codes))]));
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): boolean {
  return (
    isTable(value) && Object.values(value).every((count) => Number.isSafeInteger(count) && Number(count) > 0)
  );
}

/** Leaves out what the baseline has. Of a code that a file has more of, all are reported: which are new, nobody knows. */
export function withoutBaseline(files: readonly FileReport[], baseline: Baseline, io: Io): Compared {
  let hidden = 0;
  let gone = 0;
  const left = files.map((file) => {
    const known = baseline.counts.get(keyOf(file, baseline, io));
    if (!known) return file;
    const found = countsOf(file);
    for (const [code, count] of known) gone += Math.max(0, count - (found.get(code) ?? 0));
    const diagnostics = file.diagnostics.filter(
      ({ code }) => !isFromRule(code) || (found.get(code) ?? 0) > (known.get(code) ?? 0),
    );
    hidden += file.diagnostics.length - diagnostics.length;
    return { ...file, diagnostics };
  });
  return { files: left, hidden, gone };
}

/**
 * Writes what was found. Files that were not checked keep what they had, as long as they exist.
 *
 * @throws FileError when it cannot be written.
 */
export function writeBaseline(files: readonly FileReport[], baseline: Baseline, io: Io): void {
  const folder = dirname(baseline.path);
  const others = [...baseline.counts].filter(([path]) =>
    io.fs.statSync(resolve(folder, path), { throwIfNoEntry: false }),
  );
  const counts = new Map([
    ...others,
    ...files.map((file) => [keyOf(file, baseline, io), countsOf(file)] as const),
  ]);
  const sorted = [...counts]
    .filter(([, codes]) => codes.size > 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, codes]) => [
      path,
      Object.fromEntries([...codes].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    ]);
  const document = { formatVersion: 1, files: Object.fromEntries(sorted) as object };
  writeFile(baseline.shown, `${JSON.stringify(document, null, 2)}\n`, io);
}

function keyOf({ path }: FileReport, baseline: Baseline, { cwd }: Io): string {
  return relative(dirname(baseline.path), resolve(cwd, path)).replaceAll(sep, '/');
}

/** Of what rules find; what keeps a file from being read is never put aside. */
function countsOf({ diagnostics }: FileReport): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) if (isFromRule(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

let codes: ReadonlySet<string> | undefined;

function isFromRule(code: string): boolean {
  codes ??= new Set(rules.map((rule) => rule.code));
  return codes.has(code);
}
