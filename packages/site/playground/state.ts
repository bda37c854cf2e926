import type { Question } from '@smolfile/preview/question';

/** All that a link carries. */
export interface State extends Question {
  readonly text: string;
}

/** The order in a link; new ones go to the end, so that old links stay readable. */
const PARTS = ['text', 'command', 'smolvm', 'flags'] as const;

/** What the address has after `#`: the state, compressed, in letters that need no escape. */
export async function toHash(state: State): Promise<string> {
  const values = PARTS.map((part) => state[part]);
  const bytes = new TextEncoder().encode(JSON.stringify(values));
  return base64(await through(bytes, new CompressionStream('deflate-raw')));
}

/** @returns undefined for what is no such text. */
export async function fromHash(hash: string): Promise<State | undefined> {
  try {
    const bytes = await through(bytesOf(hash), new DecompressionStream('deflate-raw'));
    const values: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!Array.isArray(values)) return undefined;
    const [text, command, smolvm = '', flags = ''] = values as unknown[];
    if (typeof text !== 'string' || typeof smolvm !== 'string' || typeof flags !== 'string') return undefined;
    if (command !== 'create' && command !== 'run' && command !== 'pack') return undefined;
    return { text, command, smolvm, flags };
  } catch {
    return undefined;
  }
}

/** A text of a few kilobytes may claim to be gigabytes. */
const MOST_BYTES = 2 ** 20;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    // Each piece follows the one before.
    // oxlint-disable-next-line no-await-in-loop
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) throw new RangeError('More than a link can be about.');
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function base64(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.codePointAt(0) ?? 0);
}
