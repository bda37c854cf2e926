import type { RuleContext } from './context.ts';
import type { Severity } from '../model/diagnostic.ts';

/**
 * How bad it is that a path of the host is not there: a call is about this host, a file may be meant for another, and
 * a relative path for another directory.
 */
export function missingSeverity({ call, host }: RuleContext, path: string): Severity {
  if (call) return 'error';
  return host?.isGuess && !/^(?:\/|[A-Za-z]:[\\/])/.test(path) ? 'info' : 'warning';
}
