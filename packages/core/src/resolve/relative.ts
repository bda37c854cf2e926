import type { Config, ConfigValue, Resolution } from './resolution.ts';

/**
 * A configuration with the host paths of its volumes relative to a directory, as the conformance vectors have them:
 * `./src` for what lies below it, `.` for the directory itself.
 *
 * @param cwd absolute, with every symbolic link resolved, like the paths of the configuration.
 */
export function relativeToDirectory(config: Config, cwd: string): Config {
  const { volumes } = config;
  if (!Array.isArray(volumes)) return config;
  return { ...config, volumes: volumes.map((volume: ConfigValue) => relativeVolume(volume, cwd)) };
}

/** A resolution with host paths as `relativeToDirectory` shows them. */
export function relativeResolution(resolution: Resolution, cwd: string): Resolution {
  return resolution.accepted
    ? { ...resolution, config: relativeToDirectory(resolution.config, cwd) }
    : resolution;
}

/** One volume `[host, guest, readOnly]` with its host path relative to a directory where it lies below it. */
export function relativeVolume(volume: ConfigValue, cwd: string): ConfigValue {
  const [source, ...rest] = volume as readonly [string, ...ConfigValue[]];
  return [relativePath(source, cwd), ...rest];
}

function relativePath(path: string, cwd: string): string {
  const separator = cwd.includes('\\') ? '\\' : '/';
  const directory = cwd.endsWith(separator) ? cwd : cwd + separator;
  if (path === cwd || path + separator === directory) return '.';
  return path.startsWith(directory) ? `./${path.slice(directory.length)}` : path;
}
