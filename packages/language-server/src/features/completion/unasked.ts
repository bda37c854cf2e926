/**
 * What may be offered to somebody who did not ask. Enter takes what is offered in most editors, so that a list which
 * opens by itself must not be there when Enter is the next thing to be typed: behind a whole value, behind a bracket
 * that is just opened, in a comment for people, in a text of several lines.
 */
import type { CommentPlace, KeyPlace, Place, ValuePlace } from '../place.ts';
import type { Asked } from './asked.ts';

/** Brackets that are followed by a new line as often as by a value. */
const OPENING = /[[{]/;

/**
 * Whether nothing is to be offered at a place.
 *
 * An editor does not tell a list that is asked for with a key from one that opens while one types a word, so that what
 * is left out for the second is left out for both; with nothing typed yet, everything is there.
 *
 * @param character that was typed and made the editor ask; undefined when it asks for another reason.
 */
export function isUnwelcome(place: Place, asked: Asked, character: string | undefined): boolean {
  switch (place.kind) {
    case 'key':
      return character === '{' || (character === ' ' && !isAfterBrace(place, asked));
    case 'value':
      return isUnwelcomeValue(place, asked, character);
    case 'comment':
      return isForPeople(place, asked);
    case 'header':
      return character === ' ';
    case 'none':
      return true;
  }
}

function isAfterBrace({ range }: KeyPlace, { document }: Asked): boolean {
  return /[{,]\s*$/.test(document.text.slice(0, range.start).split('\n').at(-1)!);
}

function isUnwelcomeValue(place: ValuePlace, asked: Asked, character: string | undefined): boolean {
  const { document, offset } = asked;
  const { text } = document;
  if (place.string) return place.string.quote.length > 1;
  if (character !== undefined && OPENING.test(character)) return true;
  if (character === ' ' && !/=[ \t]*$/.test(text.slice(0, offset).split('\n').at(-1)!)) return true;
  const typed = text.slice(place.range.start, offset).trim();
  if (typed === '') return false;
  // A number is not the start of another one, and a word without quotes is a slip with a fix of its own.
  return asked.keyAt(place.path)?.type !== 'boolean' || /^(?:true|false)$/.test(typed);
}

/** Directives all start alike; whatever else a comment says is nobody's business. */
function isForPeople({ range }: CommentPlace, { document, offset }: Asked): boolean {
  const typed = document.text.slice(range.start, offset).replace(/^#\s*/, '# ');
  return !typed.startsWith('# sm') || !('# smolfile'.startsWith(typed) || typed.startsWith('# smolfile'));
}
