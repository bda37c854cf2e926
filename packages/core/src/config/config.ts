import type { Command, Severity } from '../model/diagnostic.ts';

/** The names under which a configuration is looked for, in each folder from a file upwards. */
export const CONFIG_FILE_NAMES = ['smolfile.config.toml', 'smolfile.config.json'] as const;

/** What a configuration says of the files it applies to; what it leaves open is absent. */
export interface ConfigSettings {
  /** The version of smolvm for files that name none themselves. */
  readonly smolvm?: string;
  /** The commands of smolvm to check for. Never empty. */
  readonly commands?: readonly Command[];
  /** Other severities than the rules' own, by code. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** The severity from which on a finding fails a check. */
  readonly failOn?: Severity | 'never';
  /** Whether rules look at the host; they do when left out. */
  readonly hostChecks?: boolean;
}

/** Settings for the files that match a pattern. */
export interface ConfigOverride extends ConfigSettings {
  /** Globs, relative to the configuration's folder. */
  readonly files: readonly string[];
}

/** A configuration file that was read without a problem. */
export interface Config extends ConfigSettings {
  /** Globs of files that a search leaves out, relative to the configuration's folder. */
  readonly ignore: readonly string[];
  /** In order: later ones beat earlier ones, and all of them the rest. */
  readonly overrides: readonly ConfigOverride[];
}
