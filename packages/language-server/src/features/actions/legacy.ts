import {
  allKeys,
  applyEdits,
  parseSmolfile,
  EVERY_KEY,
  type KeySchema,
  type KeyValueNode,
  type SmolfileDocument,
  type TextEdit,
} from '@smolfile/core';
import { KINDS, meets, type Action, type ActionsAsked } from './action.ts';
import { editBetween } from './edit.ts';
import { appendSection, appendTo, headerOf, linesOf, ownsLines, statementOf } from './lines.ts';

/** A list of the top level that a section has a place for. */
interface Legacy {
  readonly statement: KeyValueNode;
  readonly section: string;
  readonly name: string;
}

/** Moves legacy lists of the top level to where they are meant to be: `ports` to `[dev]`. */
export function legacyActions({ document, range }: ActionsAsked): Action[] {
  const all = legacyOf(document);
  const here = all.filter(({ statement }) => meets(statement, range));
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
      const statement = statementOf(document, key.name);
      const place = placeOf(key);
      if (!statement || !place || document.settings.has(place.path)) return [];
      const [section] = place.path.split('.') as [string];
      return ownsLines(document, statement) ? [{ statement, section, name: key.name }] : [];
    });
}

function placeOf(legacy: KeySchema): KeySchema | undefined {
  return Array.from(allKeys(EVERY_KEY)).find(
    ({ feeds, path }) => feeds === legacy.path && path.includes('.'),
  );
}

function action(document: SmolfileDocument, moved: readonly Legacy[], title: string): Action | undefined {
  const [{ section: name }] = moved as [Legacy];
  const header = headerOf(document, [name]);
  const present = document.settings.get(name);
  // Written as an inline table or with dots: renaming the key in place does it for the latter.
  if (present && !header) {
    const dotted = document.toml.body.some(({ keys }) => keys.length > 1 && keys[0]!.name === name);
    if (!dotted) return undefined;
    const edits = moved.map(({ statement: { start } }): TextEdit => {
      return { range: { start, end: start }, text: `${name}.` };
    });
    return { title, kind: KINDS.rewrite, edits };
  }
  const ranges = moved.map(({ statement }) => linesOf(document, statement));
  const lines = ranges.map(({ start, end }) => document.text.slice(start, end).replace(/\r?\n$/, ''));
  const cuts = ranges.map((range): TextEdit => ({ range, text: '' }));
  if (header)
    return { title, kind: KINDS.rewrite, edits: [...cuts, appendTo(document, header, lines.join('\n'))] };
  const rest = parseSmolfile(applyEdits(document.text, cuts));
  const section = appendSection(rest, `[${name}]\n${lines.join('\n')}`);
  const edit = editBetween(document.text, applyEdits(rest.text, [section]));
  return { title, kind: KINDS.rewrite, edits: [edit] };
}
