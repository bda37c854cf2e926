import type { RuleContext } from './context.ts';

/** Whether the machine has a network in its record: `net`, or something that implies it (facts 2.6). */
export function opensNetwork(context: RuleContext): boolean {
  return context.merged('net').isOn || isImplied(context, ['merge']);
}

/** Whether the machine boots with a network: published ports bring one too, though the record denies it. */
export function hasNetworkAtBoot(context: RuleContext): boolean {
  return context.merged('net').isOn || isImplied(context, ['merge', 'launch']);
}

function isImplied(context: RuleContext, stages: readonly string[]): boolean {
  return context.merged('net').implied.some(({ stage }) => stages.includes(stage));
}
