import type { CheckName, Command } from '../model/diagnostic.ts';
import { patched, type Release } from '../release/index.ts';
import { COMMANDS } from './generated/keys.ts';

/** What a command of a release checks after its arguments, in its order (values 27 to 29). */
export function checksOf(command: Command, release: Release): readonly CheckName[] {
  return patched(COMMANDS[command], release)!.checks;
}

/** How many checks come before one; all of them where it is not in the list. */
export function placeIn(checks: readonly CheckName[], check: CheckName): number {
  const index = checks.indexOf(check);
  return index < 0 ? checks.length : index;
}
