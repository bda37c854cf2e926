/**
 * A path as a URI reference: relative as it is, absolute as a `file:` URI.
 *
 * @param path with forward slashes.
 */
export function fileUri(path: string): string {
  const uri = path
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  if (path.startsWith('/')) return `file://${uri}`;
  // A drive letter; anything else with a colon in front of a slash would read as a scheme.
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path[0]}:${uri.slice(4)}`;
  return uri;
}
