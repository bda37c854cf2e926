import { END, OTHER } from './characters.ts';

/** The part of it that is used: core has no types of any platform, and each of them has this. */
declare const TextEncoder: new () => {
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
};

/** How many `END`s stand behind a text: nothing looks further ahead. */
const ENDS = 8;

/** The room for a text up to this long is kept for the next one. Characters. */
const MOST_KEPT = 1 << 16;

let room = new Uint8Array(0);
let encoder: InstanceType<typeof TextEncoder> | undefined;

/**
 * The characters of a text, a byte each: those of ASCII as they are, `OTHER` for any other, and behind the last one
 * `END`. An element of an array is read several times as fast as a character of a string, which V8 looks for in
 * whatever the string is made of.
 *
 * @returns what holds until the next call only, and may go on behind the `END`s.
 */
export function codesOf(text: string): Uint8Array {
  const { length } = text;
  const codes = roomFor(length);
  if (length > 0 && !isAsciiOnly(text, codes)) {
    for (let at = 0; at < length; at++) codes[at] = Math.min(text.charCodeAt(at), OTHER);
  }
  return codes.fill(END, length, length + ENDS);
}

function roomFor(length: number): Uint8Array {
  if (room.length >= length + ENDS) return room;
  if (length > MOST_KEPT) return new Uint8Array(length + ENDS);
  return (room = new Uint8Array(2 * length + ENDS));
}

/** Whether all of a text is ASCII; it is in `codes` then. */
function isAsciiOnly(text: string, codes: Uint8Array): boolean {
  encoder ??= new TextEncoder();
  // Any other character takes more bytes than code units, and so does half of one, which becomes U+FFFD.
  const { read, written } = encoder.encodeInto(text, codes);
  return read === text.length && written === read;
}
