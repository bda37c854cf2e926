import { isUtf8 } from 'node:buffer';

/** Bytes as text. */
export interface Decoded {
  /** What is not UTF-8 is replaced by U+FFFD; a byte order mark stays. */
  readonly text: string;
  /** The first byte that is not UTF-8. */
  readonly invalid?: {
    /** 0-based. */
    readonly byte: number;
    /** Where it is in `text`. */
    readonly offset: number;
    /** Its value. */
    readonly value: number;
  };
}

/** Decodes UTF-8 and says where it is none: Rust, unlike Node, refuses a file for it. */
export function decode(bytes: Buffer): Decoded {
  const text = bytes.toString();
  if (isUtf8(bytes)) return { text };
  let byte = 0;
  let offset = 0;
  for (const character of text) {
    if (character === '\uFFFD' && !isReplacement(bytes, byte)) break;
    byte += Buffer.byteLength(character);
    offset += character.length;
  }
  return { text, invalid: { byte, offset, value: bytes[byte] ?? 0 } };
}

/** Whether the file itself contains U+FFFD here. */
function isReplacement(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
}
