import { EVERY_KEY } from '../schema/index.ts';

/** The lists of `[dev]`, each with the top-level list that it replaces when it has an entry (facts 2.2). */
export const REPLACING: readonly (readonly [winner: string, loser: string])[] = EVERY_KEY.children!.flatMap(
  ({ path, merge }) =>
    merge?.create?.strategy === 'replace-then-append'
      ? merge.create.layers.flatMap((layer) =>
          typeof layer === 'string' ? [] : layer.slice(0, -1).map((winner) => [winner, path] as const),
        )
      : [],
);
