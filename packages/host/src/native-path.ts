import { isUtf8 } from 'node:buffer';

/**
 * Names of files are bytes; JavaScript's are UTF-16. A byte that is no UTF-8 is kept as a half of a surrogate pair, as
 * Python does it (PEP 383), so that a path stays a string and no file is lost for its name.
 */
const ESCAPED = /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/;

/** A name as the file system has it, as a string. */
export function pathOfBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString();
  let path = '';
  for (let at = 0; at < bytes.length;) {
    const length = [1, 2, 3, 4].find((each) => isUtf8(bytes.subarray(at, at + each))) ?? 0;
    path +=
      length === 0 ? String.fromCharCode(0xdc00 + bytes[at]!) : bytes.subarray(at, at + length).toString();
    at += length || 1;
  }
  return path;
}

/** A path for a call to the file system. */
export function nativePath(path: string): string | Buffer {
  return ESCAPED.test(path) ? bytesOfPath(path) : path;
}

/** The bytes of a path, as the file system has them. */
export function bytesOfPath(path: string): Buffer {
  const parts = path.split(/((?<![\uD800-\uDBFF])[\uDC80-\uDCFF])/);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 1 ? Buffer.from([part.charCodeAt(0) - 0xdc00]) : Buffer.from(part),
    ),
  );
}
