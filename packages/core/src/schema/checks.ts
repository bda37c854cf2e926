import type { CheckName, Command } from '../model/diagnostic.ts';
import { patched, type Release } from '../release/index.ts';
import { COMMANDS } from './generated/keys.ts';

/** What a command of a release checks after its arguments, in its order (values 27 to 29). */
export function checksOf(command: Command, release: Release): readonly CheckName[] {
  return patched(COMMANDS[command], release)!.checks;
}
