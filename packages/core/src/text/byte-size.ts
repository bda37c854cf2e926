/**
 * Reads a size as Docker does: `512m`, `1.5g`, `2GiB`; all units are binary, and a bare number is bytes.
 *
 * @returns bytes; undefined for what is none.
 */
export function bytes(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp])?i?b?$/i.exec(text.trim());
  if (!match) return undefined;
  const power = match[2] === undefined ? 0 : 'kmgtp'.indexOf(match[2].toLowerCase()) + 1;
  return Number(match[1]) * 1024 ** power;
}
