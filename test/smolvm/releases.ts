/** Orders releases, `1.9.1` before `1.10.0`. */
export function byRelease(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => text.split('.').map(Number)) as [number[], number[]];
  const at = one.findIndex((part, index) => part !== other[index]);
  return at === -1 ? 0 : one[at]! - (other[at] ?? 0);
}
