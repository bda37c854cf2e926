import type { SourceKind } from './table/types.ts';

/** Names that `smolfile import` looks for in a folder, the first that is there wins. */
export const SOURCE_NAMES: readonly string[] = Object.freeze([
  'compose.yaml',
  'compose.yml',
  'docker-compose.yaml',
  'docker-compose.yml',
  'Dockerfile',
  'Containerfile',
  '.devcontainer/devcontainer.json',
  '.devcontainer.json',
]);

/**
 * What a source is, by its name, else by its first words; undefined when neither says.
 *
 * @example
 * ```ts
 * detectSource('compose.yaml', ''); // 'compose'
 * detectSource('', 'docker run alpine'); // 'docker-run'
 * ```
 */
export function detectSource(path: string, text: string): SourceKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/^(?:dockerfile|containerfile)(?:\.|$)|\.(?:dockerfile|containerfile)$/.test(name)) return 'dockerfile';
  if (/\.jsonc?$/.test(name)) return 'devcontainer';
  if (/\.ya?ml$/.test(name)) return 'compose';
  if (/^\s*(?:sudo\s+)?(?:docker|podman|nerdctl)\s+(?:container\s+)?(?:run|create)\b/.test(text))
    return 'docker-run';
  if (/^(?:\s*#.*\n|\s*\n)*\s*(?:FROM|ARG)\s/i.test(text)) return 'dockerfile';
  if (/^services:/m.test(text)) return 'compose';
  if (/^\s*(?:\/\/.*\n|\/\*[\s\S]*?\*\/|\s)*\{/.test(text)) return 'devcontainer';
  return undefined;
}
