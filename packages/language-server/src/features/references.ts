import {
  allKeys,
  EVERY_KEY,
  type KeySchema,
  type SmolfileDocument,
  type TextEdit,
  type TextRange,
} from '@smolfile/core';
import { namedPlaces, type NamedPlace } from './names.ts';
import { findAt, touches } from './spot.ts';

/** A place that belongs together with the one under the cursor. */
export interface Highlight {
  readonly range: TextRange;
  readonly role: 'set' | 'read';
}

/** Every place that names the same variable, or the same key of one list: the one under the cursor among them. */
export function highlights(document: SmolfileDocument, offset: number): Highlight[] {
  const places = placesOf(document, offset);
  if (places.length > 0) return places.map(({ range, role }) => ({ range, role }));
  return relatedKeys(document, offset).map((range) => ({ range, role: 'set' as const }));
}

/** Every place that names the variable under the cursor. */
export function placesOf(document: SmolfileDocument, offset: number): NamedPlace[] {
  const all = namedPlaces(document);
  const here = all.find(({ range }) => touches(range, offset));
  return here ? all.filter(({ name }) => name === here.name) : [];
}

/**
 * Where what is under the cursor is decided: the `[dev]` list that replaces or follows a list of the top level, the
 * secret that overrules a variable, and what sets a variable that a command reads.
 */
export function definitions(document: SmolfileDocument, offset: number): TextRange[] {
  const places = placesOf(document, offset);
  const here = places.find(({ range }) => touches(range, offset));
  if (here) {
    const others = places.filter((place) => place !== here && place.role === 'set');
    const secrets = others.filter(({ from }) => from === 'secrets');
    // The value of a secret wins over that of `env`.
    const decisive = secrets.length > 0 && here.from !== 'secrets' ? secrets : others;
    return decisive.map(({ range }) => range);
  }
  return relatedKeys(document, offset).filter((range) => !touches(range, offset));
}

/** The keys that give one value together: `ports` and `dev.ports`, `artifact` and `pack`. */
function relatedKeys(document: SmolfileDocument, offset: number): TextRange[] {
  const { spot } = findAt(document, offset);
  if (spot?.kind !== 'key') return [];
  const path = spot.path.join('.');
  const all = Array.from(allKeys(EVERY_KEY));
  const key = all.find((candidate) => candidate.path === path);
  if (!key) return [];
  const root = rootOf(key);
  const family = all.filter((candidate) => rootOf(candidate) === root).map((candidate) => candidate.path);
  const found = family.flatMap((one) => document.settings.get(one)?.key ?? []);
  return found.length > 1 || found.some((range) => touches(range, offset)) ? found : [];
}

function rootOf({ path, feeds, aliasOf }: KeySchema): string {
  return feeds ?? aliasOf ?? path;
}

/** What a rename would change, or why it cannot. */
export interface Renaming {
  readonly range: TextRange;
  readonly name: string;
}

/** The name under the cursor, if it is one that the file itself gives. */
export function renameable(document: SmolfileDocument, offset: number): Renaming | undefined {
  const places = placesOf(document, offset);
  const here = places.find(({ range }) => touches(range, offset));
  if (!here || !places.some(({ role }) => role === 'set')) return undefined;
  const { range, quoted, name } = here;
  return { range: quoted ? { start: range.start + 1, end: range.end - 1 } : range, name };
}

/**
 * Renames a variable of the guest wherever the file names it. The host's variable keeps its name: a secret goes on
 * to read `from_env`; an entry that is a bare name cannot, since it is both.
 *
 * @throws Error with a sentence for the person who asked, when the name cannot be one or is taken.
 */
export function rename(document: SmolfileDocument, offset: number, name: string): TextEdit[] {
  const places = placesOf(document, offset);
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw new Error('A variable has letters, digits and underscores, and does not start with a digit.');
  }
  const all = namedPlaces(document);
  if (all.some((place) => place.name === name && place.role === 'set' && !places.includes(place))) {
    throw new Error(`The file has a variable ${name} already.`);
  }
  if (places.some(({ bare }) => bare)) {
    throw new Error(
      'An entry without = takes the value of the host by this very name. Write NAME=value, or a secret with from_env.',
    );
  }
  return places.map(({ range }) => ({ range, text: name }));
}
