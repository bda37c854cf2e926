import type { Command, Severity } from '../model/diagnostic.ts';
import { inOrder } from '../lint/merge.ts';
import { problemsOf, type RawConfig, type RawSettings } from './check.ts';
import type { Config, ConfigSettings } from './config.ts';
import type { ConfigProblem } from './data.ts';
import { readJson } from './read-json.ts';
import { readToml } from './read-toml.ts';

/** A configuration, or what is wrong with it. */
export type ParsedConfig =
  | { readonly config: Config; readonly problems: readonly [] }
  | { readonly config: undefined; readonly problems: readonly ConfigProblem[] };

/**
 * Reads a configuration file. Never throws; a configuration with a problem is not used at all, since half of one
 * would check other things than its author believes.
 *
 * @param name of the file: what ends with `.json` is JSON, everything else TOML.
 * @example
 * ```ts
 * parseConfig('smolvm = "banana"\n', 'smolfile.config.toml').problems.length; // 1
 * ```
 */
export function parseConfig(text: string, name: string): ParsedConfig {
  const data = /\.json$/i.test(name) ? readJson(text) : readToml(text);
  const problems = data.problems.length > 0 ? data.problems : problemsOf(data);
  if (problems.length > 0) return { config: undefined, problems };
  const { ignore = [], overrides = [], ...settings } = data.value as RawConfig;
  const config = {
    ...settingsOf(settings),
    ignore,
    overrides: overrides.map(({ files, ...rest }) => ({ files, ...settingsOf(rest) })),
  };
  return { config, problems: [] };
}

function settingsOf(raw: RawSettings): ConfigSettings {
  const { smolvm, for: commands, severity = {}, 'fail-on': failOn, 'host-checks': hostChecks } = raw;
  return {
    ...(smolvm !== undefined && { smolvm }),
    ...(commands && { commands: inOrder(commands as readonly Command[]) }),
    severities: new Map(Object.entries(severity) as [string, Severity | 'off'][]),
    ...(failOn !== undefined && { failOn: failOn as Severity | 'never' }),
    ...(hostChecks !== undefined && { hostChecks }),
  };
}
