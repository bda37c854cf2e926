import type { ImportContext } from '../context.ts';
import { SourceError, type Place, type SourceFile } from '../place.ts';
import { Plan } from '../plan.ts';
import type { Target } from '../target.ts';
import { itemFor } from './item.ts';
import { loadProject, type Project } from './load.ts';
import { itemsOf, valueAt, type Node } from './node.ts';
import { mapService, type ServiceOptions } from './service.ts';

/** A service and the Smolfile that is made of it. */
export interface ImportedService {
  readonly name: string;
  readonly plan: Plan;
}

/**
 * Imports the services of a compose file, each into a plan of its own.
 *
 * @param service the only one, whether its profile is active or not; every active one when left out.
 * @throws SourceError for what Compose refuses.
 */
export function importCompose(
  target: Target,
  file: SourceFile,
  context: ImportContext,
  service: string | undefined,
): ImportedService[] {
  const project = loadProject([file], context.reader, context.variables);
  const names = chosen(project, file, service);
  return names.map((name) => {
    const plan = new Plan(target);
    mapService(plan, project, name, context);
    mapRest(plan, project, { name, names, service });
    return { name, plan };
  });
}

/**
 * Imports the service of a dev container into its plan.
 *
 * @param files a later one counts before an earlier one.
 * @throws SourceError for what Compose refuses.
 */
export function importComposeService(
  plan: Plan,
  files: readonly SourceFile[],
  context: ImportContext,
  service: string,
  options: ServiceOptions,
): void {
  const project = loadProject(files, context.reader, context.variables);
  const [name = ''] = chosen(project, files[0]!, service);
  mapService(plan, project, name, context, options);
  mapRest(plan, project, { name, names: [name], service: name });
}

function chosen({ services }: Project, file: SourceFile, service: string | undefined): string[] {
  const all = [...services.keys()];
  if (service !== undefined) {
    if (services.has(service)) return [service];
    throw new SourceError(
      file.place(0, 0),
      `There is no service \`${service}\``,
      `There is ${all.map((name) => `\`${name}\``).join(', ')}.`,
    );
  }
  const active = all.filter((name) => itemsOf(valueAt(services.get(name)?.value, 'profiles')).length === 0);
  if (active.length > 0) return active;
  throw new SourceError(
    file.place(0, 0),
    'No service is started unasked: all have profiles',
    `Choose one: \`--service ${all[0] ?? 'NAME'}\`.`,
  );
}

/** Which services are imported. */
interface Chosen {
  /** The one that this is about. */
  readonly name: string;
  readonly names: readonly string[];
  /** As it was asked for. */
  readonly service: string | undefined;
}

/** What stands beside the service. */
function mapRest(plan: Plan, project: Project, { name, names, service }: Chosen): void {
  for (const [key, entry] of project.root.entries) {
    if (key === 'services') {
      for (const [other, entryOf] of project.services) {
        if (names.includes(other)) continue;
        plan.drop(
          itemFor('services', entryOf),
          service === undefined
            ? `The profile of \`${other}\` is not active: \`--service ${other}\` imports it.`
            : undefined,
        );
      }
    } else if (key === 'include') {
      plan.report(itemFor(key, entry), 'kept');
    } else if (key === 'volumes' || key === 'networks' || key === 'secrets' || key === 'configs') {
      plan.drop(itemFor('definitions', entry), DEFINITIONS[key]);
    } else {
      plan.drop(itemFor(key.startsWith('x-') ? 'x-' : key, entry));
    }
  }
  for (const each of project.overrides) plan.notes.push(`${each} is merged in, as Compose does.`);
  const own = placesIn(project.services.get(name)!.value);
  const unset = new Set(
    project.unset
      .filter(({ name: each, place }) => own.has(place) && !isGiven(plan, each))
      .map((each) => each.name),
  );
  if (unset.size > 0)
    plan.notes.push(
      `Without a value in \`.env\`, and so empty here: ${[...unset].join(', ')}. Variables of the environment are not read.`,
    );
}

/** Whether `[secrets]` takes a variable from the host. */
function isGiven({ keys }: Plan, name: string): boolean {
  return Array.from(keys.values()).some(
    ({ path, values }) =>
      path.startsWith('secrets.') &&
      values.some(({ value }) => (value as { from_env?: string }).from_env === name),
  );
}

/** The places of all scalars. */
function placesIn(node: Node): Set<Place> {
  if (node.kind === 'scalar') return new Set([node.place]);
  const children =
    node.kind === 'list' ? node.items : Array.from(node.entries.values(), ({ value }) => value);
  return new Set(children.flatMap((child) => [...placesIn(child)]));
}

const DEFINITIONS = {
  volumes: 'A definition: the disk of a machine needs none.',
  networks: 'A definition: machines have the networks of smolvm.',
  secrets: 'A definition: what a service takes of it is said there.',
  configs: 'A definition: what a service takes of it is said there.',
} as const;
