/**
 * An example of the schema as TOML writes it on one line.
 *
 * @param stops numbers the strings and numbers of it as tab stops, from this one on.
 */
export function tomlOf(value: unknown, stops?: { next: number }): string {
  if (Array.isArray(value)) return `[${value.map((each) => tomlOf(each, stops)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, each]) => `${name} = ${tomlOf(each, stops)}`);
    return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
  }
  if (typeof value === 'string') {
    const text = JSON.stringify(value);
    return stops ? `"‹${stops.next++}:${text.slice(1, -1)}›"` : text;
  }
  return stops && typeof value === 'number' ? `‹${stops.next++}:${value}›` : String(value);
}
