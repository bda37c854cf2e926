/** Where the rules are documented, a page for each code: the site that this repository builds. */
const DOCUMENTATION = 'https://smolfile.github.io/toolkit/rules';

/**
 * The page that explains a code.
 *
 * @example
 * ```ts
 * ruleUrl('unknown-key'); // 'https://smolfile.github.io/toolkit/rules/unknown-key'
 * ```
 */
export function ruleUrl(code: string): string {
  return `${DOCUMENTATION}/${code}`;
}
