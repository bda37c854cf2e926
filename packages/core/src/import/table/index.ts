import { frozen } from '../../api/frozen.ts';
import { MEANINGS } from './meanings.ts';
import { runFlags, type RunFlag } from './run-flags.ts';
import type { Row, SourceKind } from './types.ts';

export type { Row, SourceKind } from './types.ts';
export { RUN_ALIASES, type RunFlag } from './run-flags.ts';

const LETTERS: Readonly<Record<string, Row['outcomes'][number]>> = {
  k: 'kept',
  c: 'changed',
  d: 'dropped',
};

/** The rows of one format, in the order of the table. */
function rowsOf(kind: SourceKind): Row[] {
  return MEANINGS.flatMap(({ names, to = '', why }) =>
    Object.entries(names[kind] ?? {}).flatMap(([letters, list]) =>
      list.split(', ').map((name) => ({
        name,
        outcomes: Array.from(letters, (letter) => LETTERS[letter]!),
        to: to.split(' ').filter(Boolean),
        why,
      })),
    ),
  );
}

/** What becomes of everything that an import reads, by format. */
export const OUTCOMES: Readonly<Record<SourceKind, readonly Row[]>> = frozen({
  dockerfile: rowsOf('dockerfile'),
  compose: rowsOf('compose'),
  devcontainer: rowsOf('devcontainer'),
  'docker-run': rowsOf('docker-run'),
});

/** The flags of `docker run`. */
export const RUN_FLAGS: readonly RunFlag[] = runFlags(OUTCOMES['docker-run']);

const byName = new Map(
  Object.entries(OUTCOMES).map(([kind, rows]) => [kind, new Map(rows.map((row) => [row.name, row]))]),
);

/** The row of an instruction, key or flag; that of the unknown where there is none. */
export function rowOf(kind: SourceKind, name: string): Row {
  const rows = byName.get(kind);
  const row = rows?.get(name);
  if (row) return row;
  const unknown = rows?.get('unknown');
  return { name, outcomes: ['dropped'], to: [], why: unknown?.why ?? '' };
}

/** Whether the table has a row of this name. */
export function isKnown(kind: SourceKind, name: string): boolean {
  return byName.get(kind)?.has(name) ?? false;
}
