import { chacha20 } from '@noble/ciphers/chacha.js';
import { sha256 } from 'js-sha256';

/** What a cipher begins with, in bytes: no two texts have the same. It tells also what a disk did to the rest. */
const NONCE = 12;

function nonceOf(bytes: Uint8Array): Uint8Array {
  return Buffer.from(sha256(bytes), 'hex').subarray(0, NONCE);
}

/** @param key 32 bytes. */
export function enciphered(text: string, key: Uint8Array): Buffer {
  const bytes = Buffer.from(text);
  const nonce = nonceOf(bytes);
  return Buffer.concat([nonce, chacha20(key, nonce, bytes)]);
}

/**
 * @param key 32 bytes.
 * @returns undefined where it is not as it was written.
 */
export function deciphered(whole: Buffer, key: Uint8Array): string | undefined {
  if (whole.length < NONCE) return undefined;
  const nonce = whole.subarray(0, NONCE);
  const bytes = Buffer.from(chacha20(key, nonce, whole.subarray(NONCE)));
  return nonce.equals(nonceOf(bytes)) ? bytes.toString() : undefined;
}
