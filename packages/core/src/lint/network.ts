import type { RuleContext } from './context.ts';
import { effectiveList, isOn } from './effective.ts';
import type { Implication } from '../schema/index.ts';

/** Whether the machine has a network in its record: `net`, or something that implies it (facts 2.6). */
export function opensNetwork(context: RuleContext): boolean {
  return isOn(context, 'net') || implied(context, 'merge');
}

/** Whether the machine boots with a network: published ports bring one too, though the record denies it. */
export function hasNetworkAtBoot(context: RuleContext): boolean {
  return opensNetwork(context) || implied(context, 'launch') || effectiveList(context, 'ports').length > 0;
}

function implied(context: RuleContext, stage: Implication['stage']): boolean {
  const { settings, call, command } = context;
  const counts = ({ key, stage: when, commands }: Implication) =>
    key === 'net' && when === stage && (!commands || commands.includes(command));
  const byFlag = call?.uses.some(({ flag }) => flag.implies.some(counts)) ?? false;
  if (byFlag) return true;
  for (const { path, schema } of settings.all()) {
    // `ports` is an alternative to `dev.ports`, and read through the merged list
    if (
      stage === 'merge' &&
      schema.implies?.some((one) => counts(one) && (one.when !== 'non-empty' || settings.isNonEmpty(path)))
    ) {
      return true;
    }
  }
  return false;
}
