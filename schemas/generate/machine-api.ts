/** Writes the tables that core's `serve/` reads: the HTTP API of each release, and what of a Smolfile it carries. */
import type { ApiTables } from '../../packages/core/src/serve/types.ts';
import { read, type Generated } from './generated.ts';
import { jsonText } from './json-text.ts';

const PATH = 'packages/core/src/serve/generated/tables.ts';

type Written = Readonly<Record<string, unknown>>;

export function generateMachineApi(): Generated {
  const byHand = JSON.parse(read('schemas/machine-api.json')) as ApiTables & { $comment?: string };
  const { objects, observed, routes } = JSON.parse(read('schemas/machine-api.recorded.json')) as {
    readonly objects: Readonly<
      Record<string, Written & { readonly properties: Readonly<Record<string, Written>> }>
    >;
    readonly observed: readonly string[];
    readonly routes: Readonly<Record<string, Written>>;
  };
  const { $comment: _, ...own } = byHand;
  const tables = {
    ...own,
    observed: [observed[0], observed.at(-1)],
    objects: mapped(objects, ({ properties, ...object }) => ({
      ...ofCore(object),
      properties: mapped(properties, ofCore),
    })),
    routes: mapped(routes, ofCore),
  };
  const text = `// Generated from schemas/ by \`pnpm generate\`. Do not edit.
import type { ApiTables } from '../types.ts';

/** Parses anew at each call. */
export const readApiTables = (): ApiTables => JSON.parse(${jsonText(tables)});
`;
  return new Map([[PATH, text]]);
}

function mapped<From, To>(
  whole: Readonly<Record<string, From>>,
  change: (one: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(whole).map(([name, one]) => [name, change(one)]));
}

/** An entry in the words of core, without what only readers of the data need. */
function ofCore({ about: _, 'x-changes': changes, 'x-absent': absent, ...own }: Written): Written {
  return {
    ...own,
    ...(changes !== undefined && { changes }),
    ...(absent !== undefined && { absent }),
  };
}
