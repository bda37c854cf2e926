import type { GivenText } from '../merge/index.ts';
import type { RuleContext } from './context.ts';
import { shellCommands, type ShellCommand } from './shell.ts';

/** One command line of the merged `init`. */
export interface InitItem {
  readonly item: GivenText;
  /** The programs that it calls. */
  readonly commands: readonly ShellCommand[];
}

/** The command lines of `init` and its flag, read as a shell would. */
export function initOf(context: RuleContext): readonly InitItem[] {
  return context.once(initOf, () =>
    context.merged('init').texts.map((item) => ({ item, commands: shellCommands(item.value) })),
  );
}
