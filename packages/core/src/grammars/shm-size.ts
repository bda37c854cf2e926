import { UNREADABLE, type Grammar } from './grammar.ts';
import { accepted, refused, shown, type Parsed } from './result.ts';
import { parseUnsigned, rustTrim, U64_MAX, U8_MAX } from './rust.ts';

/**
 * Reads the size of `/dev/shm`: a number of bytes, at least 1, with at most one of k, m and g behind it, or a share of
 * the memory from 1% to 100%; case and white space around it do not count (values 17).
 *
 * @returns the size as smolvm stores it: in lower case, trimmed.
 */
export function parseShmSize(text: string): Parsed<string> {
  const size = rustTrim(text).toLowerCase();
  const share = size.endsWith('%') ? parseUnsigned(size.slice(0, -1), U8_MAX) : undefined;
  const bytes = size.endsWith('%') ? undefined : parseUnsigned(size.replace(/[kmg]$/, ''), U64_MAX);
  if ((share !== undefined && share >= 1n && share <= 100n) || (bytes !== undefined && bytes >= 1n))
    return accepted(size);
  return refused({
    reason: 'shm-size',
    message: `${shown(text)} is no size of shared memory`,
    help: 'Write bytes with an optional k, m or g, such as `512m`, or a share of the memory, such as `25%`.',
    from: 0,
    to: text.length,
    smolvm: `invalid --shm-size \`${size}\`: use bytes with an optional k/m/g suffix (e.g. 512m, 2g) or a share of RAM (e.g. 25%)`,
  });
}

export const shmSizeGrammar: Grammar = {
  name: 'shm-size',
  byArgumentParser: true,
  parse: (text) => parseShmSize(text),
  read(text) {
    const parsed = parseShmSize(text);
    return parsed.ok ? { values: [{ value: parsed.value, written: text }] } : UNREADABLE;
  },
};
