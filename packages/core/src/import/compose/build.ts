import { shellWord } from '../../text/shell.ts';
import { factsOf, readDockerfile } from '../dockerfile/image.ts';
import type { ImageFacts } from '../image-facts.ts';
import { imageName, mapBuiltImage } from '../map/image.ts';
import { SourceError, SourceFile } from '../place.ts';
import { joinPath, type SourceReader } from '../reader.ts';
import { itemFor } from './item.ts';
import { asMap } from './merge.ts';
import { textOf, valueAt, type Entry } from './node.ts';
import type { ServiceParts } from './parts.ts';

/** An image that is built: its archive, with what its Dockerfile says of what it runs. */
export function mapBuild(
  build: Entry,
  image: Entry | undefined,
  { plan, name, project, context }: ServiceParts,
): ImageFacts {
  const tag = textOf(image?.value) ?? `${project.name}-${name}`;
  mapBuiltImage(plan, itemFor('build', build), {
    name: imageName(name),
    tag,
    command: `${project.command} build ${shellWord(name)}`,
  });
  if (image) plan.report(itemFor('image', image), 'kept', 'image', `The name of what is built: \`${tag}\`.`);
  return dockerfileFacts(build, context.reader);
}

function argsOf({ value }: Entry): [string, string][] {
  const args = valueAt(value, 'args');
  if (!args) return [];
  return Array.from(asMap(args).entries, ([key, entry]): [string, string] => [
    key,
    textOf(entry.value) ?? '',
  ]);
}

/** What can be read of the image in its Dockerfile; nothing where there is none, or a broken one. */
function dockerfileFacts(build: Entry, reader: SourceReader): ImageFacts {
  const { value } = build;
  const inline = textOf(valueAt(value, 'dockerfile_inline'));
  const context = textOf(value) ?? textOf(valueAt(value, 'context')) ?? '.';
  const path = joinPath(context, textOf(valueAt(value, 'dockerfile')) ?? 'Dockerfile');
  const found = inline === undefined ? reader.read(path) : { text: inline };
  if (!found || !('text' in found)) return {};
  try {
    return factsOf(
      readDockerfile(new SourceFile(path, found.text), {
        target: textOf(valueAt(value, 'target')),
        args: new Map(argsOf(build)),
      }),
    );
  } catch (error) {
    if (error instanceof SourceError) return {};
    throw error;
  }
}
