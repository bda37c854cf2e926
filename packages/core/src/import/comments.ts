/** A comment of the source must not become a direction to this toolkit. */
export function harmless(line: string): string {
  return line.replace(/^\s*(?=smolfile\s*(?::|-ignore))/, '> ');
}
