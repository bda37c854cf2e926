import { isWellFormed, nameText } from './write.ts';

/** A name, or the index of an element. */
export type PathStep = string | number;

/**
 * Where a value stands: `'dev.ports'`, or step by step, `['secrets', 'a.b', 'from_env']` and `['dev', 'ports', 0]`,
 * where a name has a dot in it or an element of a list is meant.
 */
export type KeyPath = string | readonly PathStep[];

/** @throws TypeError if it is no path, or an empty one. */
export function stepsOf(path: KeyPath): readonly PathStep[] {
  const steps = typeof path === 'string' ? path.split('.') : path;
  const sound =
    Array.isArray(steps) &&
    steps.length > 0 &&
    steps.every((step) =>
      typeof step === 'string' ? isWellFormed(step) : Number.isSafeInteger(step) && step >= 0,
    );
  if (!sound || (typeof path === 'string' && steps.includes('')) || typeof steps[0] === 'number') {
    throw new TypeError(
      `Expected the path of a key, such as 'dev.ports' or ['secrets', 'TOKEN'], but got ${shownPath(path)}`,
    );
  }
  return steps as readonly PathStep[];
}

function shownPath(path: unknown): string {
  return typeof path === 'string' || Array.isArray(path) ? JSON.stringify(path) : String(path);
}

/** A path as a person writes it: `dev.ports[0]`. */
export function pathText(steps: readonly PathStep[]): string {
  return steps
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${keyText([step])}`,
    )
    .join('');
}

/** Names as TOML writes them: `dev.ports`, `secrets."a.b"`. */
export function keyText(names: readonly string[]): string {
  return names.map(nameText).join('.');
}
