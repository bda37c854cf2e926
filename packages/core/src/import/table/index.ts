import { COMPOSE } from './compose.ts';
import { DEVCONTAINER } from './devcontainer.ts';
import { DOCKER_RUN } from './docker-run.ts';
import { DOCKERFILE } from './dockerfile.ts';
import type { Row, SourceKind } from './types.ts';

export type { Row, SourceKind } from './types.ts';
export { RUN_ALIASES, RUN_FLAGS, type RunFlag } from './docker-run.ts';

/** What becomes of everything that an import reads, by format. */
export const OUTCOMES: Readonly<Record<SourceKind, readonly Row[]>> = {
  dockerfile: DOCKERFILE,
  compose: COMPOSE,
  devcontainer: DEVCONTAINER,
  'docker-run': DOCKER_RUN,
};

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
