/** Writes the tables that core's `release/` reads: releases, named behaviours, and what differs in grammars. */
import type { Generated } from './generated.ts';
import { jsonText } from './json-text.ts';
import { loadData, type Data } from './schema.ts';

const PATH = 'packages/core/src/release/generated/tables.ts';
const FOREIGN_PATH = 'packages/core/src/schema/generated/foreign.ts';

export function generateTables(): Generated {
  const data = loadData();
  const behaviours = Object.fromEntries(
    Object.entries(data.behaviours).map(([name, { summary: _summary, evidence: _evidence, ...rest }]) => [
      name,
      rest,
    ]),
  );
  const grammars = Object.fromEntries(
    Object.entries(data.grammars).map(([name, { options, 'x-changes': changes = [] }]) => [
      name,
      { options, changes: changes.flatMap(ofCore) },
    ]),
  );
  const text = `// Generated from schemas/ by \`pnpm generate\`. Do not edit.
import type { BehaviourEntry, GrammarEntry } from '../types.ts';

/** A behaviour that \`schemas/behaviours.json\` names. */
export type BehaviourName = ${namesOf(behaviours)};

/** A grammar whose options \`schemas/grammars.json\` lists. */
export type GrammarName = ${namesOf(grammars)};

/** Parses anew at each call. */
export const readTables = (): {
  /** Versions, oldest first, with blanks between them. */
  readonly releases: string;
  readonly behaviours: Readonly<Record<BehaviourName, BehaviourEntry>>;
  readonly grammars: Readonly<Record<GrammarName, GrammarEntry>>;
} => JSON.parse(${jsonText({
    releases: data.releases.map(({ version }) => version).join(' '),
    behaviours,
    grammars,
  })});
`;
  return new Map([
    [PATH, text],
    [FOREIGN_PATH, foreignText(data)],
  ]);
}

/** The words of other tools, for core's `schema/`. */
function foreignText({ foreign }: Data): string {
  return `// Generated from schemas/foreign.json by \`pnpm generate\`. Do not edit.
import type { ForeignWords } from '../foreign-types.ts';

/** Parses anew at each call. */
export const readForeign = (): readonly ForeignWords[] => JSON.parse(${jsonText(foreign)});
`;
}

function namesOf(entries: object): string {
  return Object.keys(entries)
    .map((name) => `'${name}'`)
    .join(' | ');
}

/** A change without what only the pages and other editors need; none where nothing is left. */
function ofCore({ evidence: _evidence, patch, ...rest }: GrammarChange): object[] {
  if (!patch) return [rest];
  const { jsonSchema: _jsonSchema, ...options } = patch as { jsonSchema?: unknown };
  return Object.keys(options).length > 0 ? [{ ...rest, patch: options }] : [];
}

type GrammarChange = NonNullable<Data['grammars'][string]['x-changes']>[number];
