import type { LocatedString } from '../document/setting.ts';
import { parseRestartPolicy } from '../grammars/index.ts';
import type { RuleContext } from './context.ts';

/** What the file says about restarting. */
export interface RestartSetting {
  readonly written: LocatedString | undefined;
  /** `unknown` where smolvm refuses what is written. */
  readonly policy: 'never' | 'some' | 'unknown';
}

/** The restart policy of the file; where it names none, machines are never restarted. */
export function restartOf({ settings }: RuleContext): RestartSetting {
  const written = settings.string('restart.policy');
  if (!written) return { written, policy: settings.has('restart.policy') ? 'unknown' : 'never' };
  const parsed = parseRestartPolicy(written.value);
  return { written, policy: !parsed.ok ? 'unknown' : parsed.value === 'never' ? 'never' : 'some' };
}
