import { Transform } from 'node:stream';

/** Bytes of the largest message: a text of the most characters, each an escape of six, and some more. */
export const LARGEST_MESSAGE = 32 << 20;

/**
 * Lets whole lines through, and drops one that is too long: it would have to be kept whole until it ends, and nobody
 * sends one who means well.
 */
export function boundedLines(onDropped: () => void, limit: number = LARGEST_MESSAGE): Transform {
  let kept: Buffer[] = [];
  let length = 0;
  let isDropping = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        if (!isDropping) this.push(Buffer.concat([...kept, chunk.subarray(from, end + 1)]));
        kept = [];
        length = 0;
        isDropping = false;
        from = end + 1;
      }
      const rest = chunk.subarray(from);
      length += rest.length;
      if (length > limit && !isDropping) {
        isDropping = true;
        kept = [];
        onDropped();
      }
      if (!isDropping && rest.length > 0) kept.push(rest);
      done();
    },
  });
}
