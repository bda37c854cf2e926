import type { SecretSetting } from '../document/secrets.ts';
import type { RuleContext } from './context.ts';

/** The file's secrets that no flag replaces: a flag of the same name can rescue a broken one (facts 1.4). */
export function secretsOf(context: RuleContext): readonly SecretSetting[] {
  const { secrets } = context.settings;
  if (!context.call || secrets.length === 0) return secrets;
  const kept = new Set(context.merged('secrets').winners.map(({ entry }) => entry));
  return secrets.filter(({ name }) => kept.has(name));
}
