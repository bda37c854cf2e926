import { bytesOfPath } from '@smolfile/host';

/**
 * A path as a URI reference: relative as it is, absolute as a `file:` URI. Bytes that are no UTF-8 stay what they are.
 *
 * @param path with forward slashes.
 */
export function fileUri(path: string): string {
  const uri = Array.from(bytesOfPath(path.replaceAll('%', '%25')), (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.~%/!'()*-]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
  if (path.startsWith('/')) return `file://${uri}`;
  // A drive letter; anything else with a colon in front of a slash would read as a scheme.
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path[0]}:${uri.slice(4)}`;
  return uri;
}
