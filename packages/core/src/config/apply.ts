import picomatch from 'picomatch';
import type { SmolfileDocument } from '../document/document.ts';
import type { LintOptions } from '../lint/lint.ts';
import { isSupportedVersion } from '../lint/version.ts';
import type { Config, ConfigSettings } from './config.ts';

/**
 * Whether a search leaves a file out.
 *
 * @param path of the file, relative to the configuration's folder, with `/`.
 */
export function isIgnored(config: Config, path: string): boolean {
  return matches(config.ignore, path);
}

/**
 * What a configuration says of one file, its overrides applied.
 *
 * @param path of the file, relative to the configuration's folder, with `/`.
 */
export function settingsFor(config: Config, path: string): ConfigSettings {
  const { ignore: _ignore, overrides, ...rest } = config;
  const layers = overrides.filter(({ files }) => matches(files, path)).map(({ files: _, ...layer }) => layer);
  if (layers.length === 0) return rest;
  const severities = new Map([rest, ...layers].flatMap((layer) => [...layer.severities]));
  return Object.assign({}, rest, ...layers, { severities }) as ConfigSettings;
}

/**
 * The options to lint a document with: what somebody asked for beats what the file says of itself, that beats
 * the configuration, and that beats the defaults. A comment in the file is nearer to it than a configuration.
 *
 * @param asked by flags or by settings of an editor. Its severities are put over those of the configuration.
 */
export function withSettings(
  document: SmolfileDocument,
  { smolvm, commands, severities }: ConfigSettings,
  asked: LintOptions = {},
): LintOptions {
  const pinned = document.pin !== undefined && isSupportedVersion(document.pin.version);
  const version = asked.smolvm ?? (pinned ? undefined : smolvm);
  const targets = asked.commands ?? commands;
  return {
    ...asked,
    ...(version !== undefined && { smolvm: version }),
    ...(targets && { commands: targets }),
    severities: new Map([...severities, ...(asked.severities ?? [])]),
  };
}

const compiled = new Map<string, (path: string) => boolean>();

/** Whether a pattern matches a file, or a folder that it is in. One without `/` matches at any depth. */
function matches(globs: readonly string[], path: string): boolean {
  const parts = path.split('/');
  const places = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return globs.some((glob) => {
    const test = compiled.get(glob) ?? compile(glob);
    compiled.set(glob, test);
    // picomatch takes a second argument, which `some` would fill.
    return places.some((place) => test(place));
  });
}

function compile(glob: string): (path: string) => boolean {
  const pattern = glob.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  const anywhere = !glob.replace(/\/+$/, '').includes('/');
  return picomatch(anywhere ? `**/${pattern}` : pattern, { dot: true, windows: false, noextglob: true });
}
