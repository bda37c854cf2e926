import { importComposeService } from '../compose/import.ts';
import type { ImportContext } from '../context.ts';
import type { ImageFacts } from '../image-facts.ts';
import { knownImage } from '../known-images.ts';
import { mapCommand } from '../map/command.ts';
import { SourceError, SourceFile } from '../place.ts';
import type { Item, Plan } from '../plan.ts';
import { folderOf, joinPath } from '../reader.ts';
import { rowOf } from '../table/index.ts';
import { mapDevBuild } from './build.ts';
import { elementsOf, readJson, type Property } from './json.ts';
import { itemOf, type DevParts } from './parts.ts';
import { mapProperty } from './properties.ts';
import { substitute, type DevVariables } from './variables.ts';

/** A dev container that is told nothing else waits for ever (import 7). */
const IDLE = ['/bin/sh', '-c', 'while sleep 1000 & wait $!; do :; done'];

/** Imports a devcontainer.json. @throws SourceError for what cannot be read. */
export function importDevcontainer(plan: Plan, file: SourceFile, context: ImportContext): void {
  const properties = new Map(readJson(file).map((property) => [property.name, property]));
  const parts = partsOf(plan, file, context, properties);
  const name = properties.get('name');
  if (typeof name?.value === 'string') plan.top.push(name.value);
  const facts = mapSource(parts);
  for (const property of properties.values()) {
    mapProperty(property, parts);
    if (
      typeof property.value === 'object' &&
      property.value !== null &&
      Object.keys(property.value).length === 0
    )
      plan.report(itemOf(property), 'kept', undefined, 'There is nothing in it.');
  }
  mapWorkspace(parts);
  mapWaiting(parts, facts);
}

function partsOf(
  plan: Plan,
  file: SourceFile,
  context: ImportContext,
  properties: ReadonlyMap<string, Property>,
): DevParts {
  const compose = properties.has('dockerComposeFile');
  const folder = context.reader.folder ?? '';
  const basename = folder.slice(folder.lastIndexOf('/') + 1) || 'workspace';
  const given = properties.get('workspaceFolder')?.value;
  const first: DevVariables = {
    local: context.variables,
    folder: folder === '' ? '.' : folder,
    basename,
    workspace: '',
  };
  const workspace =
    typeof given === 'string' ? substitute(given, first) : compose ? '/' : `/workspaces/${basename}`;
  const variables = { ...first, workspace };
  const unset = new Set<string>();
  const fill = (text: string) =>
    substitute(text, variables, (name) => {
      if (!unset.has(name))
        plan.notes.push(`\${localEnv:${name}} is empty here: variables of the environment are not read.`);
      unset.add(name);
    });
  return { plan, file, context, wrapper: [], properties, variables, fill, project: '.', compose };
}

/** The image: named, built, or that of a service. */
function mapSource(parts: DevParts): ImageFacts {
  const { plan, properties } = parts;
  const image = properties.get('image');
  if (parts.compose) return mapComposeService(parts);
  if (properties.has('build') || properties.has('dockerFile')) return mapDevBuild(parts);
  if (typeof image?.value !== 'string')
    throw new SourceError(
      parts.file.place(0, 0),
      'There is no `image`, `build` or `dockerComposeFile` in this devcontainer.json',
    );
  const reference = parts.fill(image.value);
  if (
    !properties.has('remoteUser') &&
    !properties.has('containerUser') &&
    /\/devcontainers\//.test(reference)
  )
    plan.notes.push(
      'Images of dev containers name a user in a label, which smolvm does not read: `docker image inspect` shows it, and `user` is where to write it.',
    );
  plan.put(itemOf(image), 'image', reference);
  return knownImage(reference);
}

/** The service of the compose files, in the same plan; later files count before earlier ones. */
function mapComposeService(parts: DevParts): ImageFacts {
  const { plan, properties, context, file, wrapper } = parts;
  const property = properties.get('dockerComposeFile')!;
  const service = properties.get('service')?.value;
  if (typeof service !== 'string')
    throw new SourceError(property.place, '`dockerComposeFile` needs a `service`');
  const files = elementsOf(property).map(({ value, place }) => {
    const path = joinPath(folderOf(file.path), String(value));
    const found = context.reader.read(path);
    if (found && 'text' in found) return new SourceFile(path, found.text);
    throw new SourceError(
      place,
      found ? `${path} cannot be read: ${found.refused}` : `There is no file ${path}`,
    );
  });
  if (files.length === 0) throw new SourceError(property.place, '`dockerComposeFile` names no file');
  plan.report(itemOf(property), 'kept');
  importComposeService(plan, files, context, service, overridesCommand(parts) ? { waits: wrapper } : {});
  return {};
}

/** Whether the container only waits: so unless told otherwise, or run by Compose. */
function overridesCommand({ properties, compose }: DevParts): boolean {
  const value = properties.get('overrideCommand')?.value;
  return typeof value === 'boolean' ? value : !compose;
}

function mapWorkspace({ plan, properties, variables, compose, file, project }: DevParts): void {
  const folder = properties.get('workspaceFolder');
  const place = file.place(0, 0);
  if (!compose && !properties.has('workspaceMount')) {
    const item: Item = { row: rowOf('devcontainer', 'workspaceMount'), place: folder?.place ?? place };
    plan.put(item, 'dev.volumes', `${project}:/workspaces/${variables.basename}`, { note: 'the project' });
  }
  if (folder) plan.put(itemOf(folder), 'workdir', variables.workspace);
  else plan.write(undefined, 'workdir', variables.workspace);
}

/** What is run: nothing but waiting, unless told otherwise. */
function mapWaiting(parts: DevParts, facts: ImageFacts): void {
  const { plan, properties, compose, wrapper, file } = parts;
  const property = properties.get('overrideCommand');
  const item: Item = property
    ? itemOf(property)
    : { row: rowOf('devcontainer', 'overrideCommand'), place: file.place(0, 0) };
  if (overridesCommand(parts)) {
    mapCommand(plan, {
      image: { entrypoint: [], cmd: [] },
      entrypoint: { words: IDLE, item },
      command: undefined,
      wrapper,
    });
    return;
  }
  if (property) plan.report(item, 'kept', undefined, 'The image’s own command runs.');
  if (!compose) mapCommand(plan, { image: facts, entrypoint: undefined, command: undefined, wrapper });
}
