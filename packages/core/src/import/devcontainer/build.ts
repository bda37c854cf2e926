import { shellWord } from '../../text/shell.ts';
import { looksLikeCredential } from '../../grammars/credential.ts';
import { factsOf, readDockerfile } from '../dockerfile/image.ts';
import type { ImageFacts } from '../image-facts.ts';
import { imageName, mapBuiltImage } from '../map/image.ts';
import { SourceError, SourceFile } from '../place.ts';
import { folderOf, joinPath } from '../reader.ts';
import { itemOf, type DevParts } from './parts.ts';

/** An image that is built from a Dockerfile beside the devcontainer.json. */
export function mapDevBuild({ plan, properties, file, context, variables, fill }: DevParts): ImageFacts {
  const property = properties.get('build') ?? properties.get('dockerFile')!;
  const build =
    typeof property.value === 'object' && property.value !== null
      ? (property.value as Record<string, unknown>)
      : {};
  const own = folderOf(file.path);
  const textAt = (value: unknown) => (typeof value === 'string' ? fill(value) : undefined);
  const dockerfile = joinPath(
    own,
    textAt(build['dockerfile']) ??
      textAt(build['dockerFile']) ??
      textAt(properties.get('dockerFile')?.value) ??
      'Dockerfile',
  );
  const folder = joinPath(own, textAt(build['context']) ?? textAt(properties.get('context')?.value) ?? '.');
  const target = textAt(build['target']);
  const args = Object.entries((build['args'] as Record<string, unknown> | undefined) ?? {}).map(
    ([key, value]): [string, string] => [key, fill(String(value))],
  );
  // without a value docker takes the host's, and nobody reads it here
  const hidden = new Set(args.filter(([key, value]) => looksLikeCredential(key, value)).map(([key]) => key));
  for (const key of hidden) plan.start.exports.add(key);
  const name = imageName(variables.basename);
  const flags = [
    `-f ${shellWord(dockerfile)}`,
    ...(target === undefined ? [] : [`--target ${shellWord(target)}`]),
    ...args.map(([key, value]) => `--build-arg ${shellWord(hidden.has(key) ? key : `${key}=${value}`)}`),
  ];
  mapBuiltImage(plan, itemOf(property), {
    name,
    tag: name,
    command: ['docker build', `-t ${name}`, ...flags, shellWord(folder)].join(' '),
  });
  const found = context.reader.read(dockerfile);
  if (!found || !('text' in found)) return {};
  try {
    return factsOf(readDockerfile(new SourceFile(dockerfile, found.text), { target, args: new Map(args) }));
  } catch (error) {
    if (error instanceof SourceError) return {};
    throw error;
  }
}
