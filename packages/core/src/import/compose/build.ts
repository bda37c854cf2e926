import { quoteWord } from '../../text/shell.ts';
import { factsOf, readDockerfile } from '../dockerfile/image.ts';
import type { ImageFacts } from '../image-facts.ts';
import { imageName, mapBuiltImage } from '../map/image.ts';
import { SourceError, SourceFile } from '../place.ts';
import { joinPath, type SourceReader } from '../reader.ts';
import { itemFor } from './item.ts';
import { asMap } from './merge.ts';
import { textOf, valueAt, type Entry } from './node.ts';
import type { ServiceParts } from './service.ts';

/** An image that is built: its archive, with what its Dockerfile says of what it runs. */
export function mapBuild(
  build: Entry,
  image: Entry | undefined,
  { plan, name, context }: ServiceParts,
): ImageFacts {
  const reference = textOf(image?.value);
  const archive = imageName(name);
  const tag = reference ?? archive;
  const save = reference === undefined ? [] : [`docker tag ${quoteWord(tag)} ${archive}`];
  const item = itemFor('build', build);
  mapBuiltImage(plan, item, {
    name: archive,
    commands: [...buildCommand(build, name, reference, archive), ...save],
  });
  if (image) plan.report(itemFor('image', image), 'kept', 'image', `The name of what is built: \`${tag}\`.`);
  return dockerfileFacts(build, context.reader);
}

/** Compose names an image that has no name after the project, so that one is given. */
function buildCommand(build: Entry, name: string, reference: string | undefined, archive: string): string[] {
  if (reference !== undefined) return [`docker compose build ${quoteWord(name)}`];
  const { value } = build;
  const context = textOf(value) ?? textOf(valueAt(value, 'context')) ?? '.';
  const dockerfile = textOf(valueAt(value, 'dockerfile'));
  const target = textOf(valueAt(value, 'target'));
  const flags = [
    ...(dockerfile === undefined ? [] : [`-f ${quoteWord(joinPath(context, dockerfile))}`]),
    ...(target === undefined ? [] : [`--target ${quoteWord(target)}`]),
    ...argsOf(build).map(([key, text]) => `--build-arg ${quoteWord(`${key}=${text}`)}`),
  ];
  return [['docker build', `-t ${archive}`, ...flags, quoteWord(context)].join(' ')];
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
