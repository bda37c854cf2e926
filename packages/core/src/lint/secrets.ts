import { usesOf } from '../call/call.ts';
import type { SecretSetting } from '../document/settings.ts';
import type { RuleContext } from './context.ts';

/** The file's secrets that no flag replaces: a flag of the same name can rescue a broken one (facts 1.4). */
export function secretsOf({ settings, call }: RuleContext): readonly SecretSetting[] {
  if (!call) return settings.secrets;
  const flags = ['secret-env', 'secret-file'].flatMap((flag) => usesOf(call, flag));
  const replaced = new Set(flags.map(({ value }) => value?.split('=', 1)[0]));
  return settings.secrets.filter(({ name }) => !replaced.has(name));
}
