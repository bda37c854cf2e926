import type { Config, ConfigSettings } from './config.ts';
import { compileGlob } from './glob.ts';

/**
 * Whether a search leaves a file out.
 *
 * @param path of the file, relative to the configuration's folder, with `/`.
 * @example
 * ```ts
 * const { config } = parseConfig('ignore = ["vendor/**"]\n', 'smolfile.config.toml');
 * isIgnored(config!, 'vendor/Smolfile'); // true
 * ```
 */
export function isIgnored(config: Config, path: string): boolean {
  return matches(config.ignore, path);
}

/**
 * What a configuration says of one file, its overrides applied.
 *
 * @param path of the file, relative to the configuration's folder, with `/`.
 * @example
 * ```ts
 * const { config } = parseConfig('smolvm = "1.14.0"\n', 'smolfile.config.toml');
 * settingsFor(config!, 'Smolfile').smolvm; // '1.14.0'
 * ```
 */
export function settingsFor(config: Config, path: string): ConfigSettings {
  const { ignore: _ignore, overrides, ...rest } = config;
  const layers = overrides.filter(({ files }) => matches(files, path)).map(({ files: _, ...layer }) => layer);
  if (layers.length === 0) return rest;
  const severities = new Map([rest, ...layers].flatMap((layer) => [...layer.severities]));
  return Object.assign({}, rest, ...layers, { severities }) as ConfigSettings;
}

const compiled = new Map<string, (path: string) => boolean>();

/** Whether a pattern matches a file, or a folder that it is in. One without `/` matches at any depth. */
function matches(globs: readonly string[], path: string): boolean {
  const parts = path.split('/');
  const places = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return globs.some((glob) => {
    const test = compiled.get(glob) ?? compile(glob);
    compiled.set(glob, test);
    return places.some(test);
  });
}

function compile(glob: string): (path: string) => boolean {
  const pattern = glob.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  const anywhere = !glob.replace(/\/+$/, '').includes('/');
  return compileGlob(anywhere ? `**/${pattern}` : pattern);
}
