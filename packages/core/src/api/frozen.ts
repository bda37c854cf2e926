/**
 * Freezes what everybody shares, all the way down: a caller that changed it would change it for others.
 *
 * @returns the same object.
 */
export function frozen<T>(shared: T): T {
  if (typeof shared !== 'object' || shared === null || Object.isFrozen(shared)) return shared;
  Object.freeze(shared);
  Object.values(shared).forEach(frozen);
  return shared;
}
