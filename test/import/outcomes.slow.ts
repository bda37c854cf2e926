/** The table of outcomes, from which IMPORT.md is made, against what reports say: neither may promise what the other does not. */
import {
  importSource,
  OUTCOMES,
  type ImportOptions,
  type ReportLine,
  type SourceKind,
} from '@smolfile/core/import';
import { describe, expect, test } from 'vitest';
import { corpus } from './corpus.ts';
import { readerOf, type Files } from './harness.ts';
import { PROBES } from './probes.ts';

const KINDS = Object.keys(OUTCOMES) as SourceKind[];
/** The newest release, and some that know less. */
const RELEASES = [undefined, '1.27.3', '1.9.1', '1.4.0', '1.2.0'] as const;

/** What is said of a switch that is off: it is nothing. */
const OFF = 'Off.';

/** A line of a report with the format that its name is of. */
interface Seen {
  readonly kind: SourceKind;
  readonly line: ReportLine;
}

/** A dev container brings flags of docker and keys of compose files along. */
function kindOf({ name, source }: ReportLine, from: SourceKind): SourceKind {
  if (name.startsWith('--')) return 'docker-run';
  return from === 'devcontainer' && /\.ya?ml$/.test(source.path) ? 'compose' : from;
}

function linesOf(text: string, files: Files, options: ImportOptions): Seen[] {
  return RELEASES.flatMap((smolvm) => {
    const { from, files: made } = importSource(text, {
      reader: readerOf(files),
      variables: (name) => (name === 'HOME' ? '/home/me' : undefined),
      ...options,
      ...(smolvm !== undefined && { smolvm }),
    });
    return made
      .flatMap(({ report }) => report.map((line) => ({ kind: kindOf(line, from!), line })))
      .filter(({ line }) => line.why !== OFF);
  });
}

const seen = [
  ...corpus().flatMap(({ text, files, options }) => linesOf(text, files, options)),
  ...PROBES.flatMap(({ text, files = {}, ...options }) => linesOf(text, files, options)),
];

/** `health.exec` is one of `health`, `dev.ports` a key of its own. */
function isOf(to: string, key: string): boolean {
  return to === key || to.startsWith(`${key}.`);
}

test('what a report says is in the table', () => {
  const wrong = seen.filter(({ kind, line }) => {
    const row = OUTCOMES[kind].find(({ name }) => name === line.name);
    if (!row) return line.kind !== 'dropped';
    const { to } = line;
    return !row.outcomes.includes(line.kind) || (to !== undefined && !row.to.some((key) => isOf(to, key)));
  });
  const said = wrong.map(
    ({ kind, line: { name, kind: outcome, to = '' } }) => `${kind} ${name}: ${outcome} ${to}`,
  );
  expect([...new Set(said)]).toEqual([]);
});

describe.each(KINDS)('%s', (kind) => {
  test.each(OUTCOMES[kind].map((row) => [row.name, row] as const))(
    '%s comes to all that the table says',
    (name, row) => {
      const isKnown = (each: string) => OUTCOMES[kind].some((other) => other.name === each);
      const own = seen
        .filter((each) => each.kind === kind)
        .map(({ line }) => line)
        .filter((line) => (name === 'unknown' ? !isKnown(line.name) : line.name === name));
      expect([...new Set(own.map((line) => line.kind))].toSorted()).toEqual(row.outcomes.toSorted());
      const keys = row.to.filter((key) => own.some(({ to }) => to !== undefined && isOf(to, key)));
      expect(keys).toEqual(row.to);
    },
  );
});
