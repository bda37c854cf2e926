import {
  allKeys,
  editSmolfile,
  EVERY_KEY,
  ifPossible,
  moveKey,
  type KeySchema,
  type SmolfileDocument,
  type TextRange,
} from '@smolfile/core';
import { KINDS, meets, type Action, type ActionsAsked } from './action.ts';

/** A list of the top level that a section has a place for. */
interface Legacy {
  readonly name: string;
  readonly range: TextRange;
  /** Where it belongs: `dev.ports`. */
  readonly path: string;
  readonly section: string;
}

/** Moves legacy lists of the top level to where they are meant to be: `ports` to `[dev]`. */
export function legacyActions({ document, range }: ActionsAsked): Action[] {
  const all = legacyOf(document);
  const here = all.filter((one) => meets(one.range, range));
  const each = here.map((one) => action(document, [one], `Move \`${one.name}\` to \`[${one.section}]\``));
  const together =
    here.length > 0 && all.length > 1
      ? [action(document, all, `Move all legacy lists to \`[${all[0]!.section}]\``)]
      : [];
  return [...each, ...together].filter((one) => one !== undefined);
}

function legacyOf(document: SmolfileDocument): Legacy[] {
  if (document.damaged) return [];
  return Array.from(allKeys(EVERY_KEY))
    .filter(({ deprecated }) => deprecated)
    .flatMap((key) => {
      const statement = document.toml.body.find(
        ({ keys }) => keys.length === 1 && keys[0]!.name === key.name,
      );
      const place = placeOf(key);
      if (!statement || !place || document.settings.has(place.path)) return [];
      const [section] = place.path.split('.') as [string];
      return [{ name: key.name, range: statement, path: place.path, section }];
    });
}

function placeOf(legacy: KeySchema): KeySchema | undefined {
  return Array.from(allKeys(EVERY_KEY)).find(
    ({ feeds, path }) => feeds === legacy.path && path.includes('.'),
  );
}

function action(document: SmolfileDocument, moved: readonly Legacy[], title: string): Action | undefined {
  const change = ifPossible(() =>
    editSmolfile(
      document,
      ...moved.map(
        ({ name, path }) =>
          (current: SmolfileDocument) =>
            moveKey(current, name, path),
      ),
    ),
  );
  return change && { title, kind: KINDS.rewrite, edits: change.edits };
}
