import type { ImportContext } from '../context.ts';
import { SourceError, type SourceFile } from '../place.ts';
import { Plan } from '../plan.ts';
import type { Target } from '../target.ts';
import { itemFor } from './item.ts';
import { loadProject, type Project } from './load.ts';
import { itemsOf, valueAt } from './node.ts';
import { mapService } from './service.ts';

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
  const project = loadProject(file, context.reader, context.variables);
  const names = chosen(project, file, service);
  return names.map((name) => {
    const plan = new Plan(target);
    mapService(plan, project, name, context);
    mapRest(plan, project, names, service);
    return { name, plan };
  });
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

/** What stands beside the service. */
function mapRest(plan: Plan, project: Project, names: readonly string[], service: string | undefined): void {
  for (const [key, entry] of project.root.entries) {
    if (key === 'services') {
      for (const [name, other] of project.services) {
        if (names.includes(name)) continue;
        plan.drop(
          itemFor('services', other),
          service === undefined
            ? `The profile of \`${name}\` is not active: \`--service ${name}\` imports it.`
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
  for (const name of project.overrides) plan.notes.push(`${name} is merged in, as Compose does.`);
  const referred = new Set(
    Array.from(plan.keys.values()).flatMap(({ path, values }) =>
      path.startsWith('secrets.') ? values.map(({ value }) => (value as { from_env?: string }).from_env) : [],
    ),
  );
  const unset = [...new Set(project.unset.map((each) => each.name))].filter((name) => !referred.has(name));
  if (unset.length > 0)
    plan.notes.push(
      `Without a value in \`.env\`, and so empty here: ${unset.join(', ')}. Variables of the environment are not read.`,
    );
}

const DEFINITIONS = {
  volumes: 'A definition: the disk of a machine needs none.',
  networks: 'A definition: machines have the networks of smolvm.',
  secrets: 'A definition: what a service takes of it is said there.',
  configs: 'A definition: what a service takes of it is said there.',
} as const;
