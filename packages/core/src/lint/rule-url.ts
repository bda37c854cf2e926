/** Where the rules are documented, one heading a code. */
const DOCUMENTATION = 'https://github.com/smolfile/toolkit/blob/main/RULES.md';

/**
 * The page that explains a code.
 *
 * @example
 * ```ts
 * ruleUrl('unknown-key'); // 'https://github.com/smolfile/toolkit/blob/main/RULES.md#unknown-key'
 * ```
 */
export function ruleUrl(code: string): string {
  return `${DOCUMENTATION}#${code}`;
}
