/**
 * A name for the machine of a file: that of its folder, and of the file where that says more than `Smolfile`.
 * smolvm takes every name that this makes: letters, digits, `_` and single hyphens, none at an end (facts 4.7).
 *
 * @param path with `/` or `\` between its parts.
 */
export function suggestedName(path: string): string {
  const [file = '', folder = ''] = path.split(/[/\\]/).toReversed();
  const own = file.replace(/^\.?Smolfile\.?|[-_.]?Smolfile$|\.smolfile$/gi, '');
  const name = [folder, own]
    .join('-')
    .normalize('NFKD')
    .replaceAll(/[^\w-]+/g, '-')
    .replaceAll(/-{2,}/g, '-')
    .replace(/^[-_]+/, '')
    .slice(0, 128)
    .replace(/-+$/, '');
  return name === '' ? 'machine' : name;
}
