import { mapMount } from '../map/mounts.ts';
import type { Plan } from '../plan.ts';
import { joinPath } from '../reader.ts';
import { itemFor } from './item.ts';
import { textOf, valueAt, type Entry, type Node } from './node.ts';
import type { ServiceParts } from './parts.ts';

/**
 * Secrets, which Compose shows as files `/run/secrets/NAME`, and smolvm as variables. An image that takes a credential
 * from `X_FILE` takes it from `X` as well, so `X` becomes one (import 4).
 */
export function mapSecrets({ value }: Entry, { plan, project, context }: ServiceParts): void {
  if (value.kind !== 'list') return;
  for (const node of value.items) {
    const name = textOf(node) ?? textOf(valueAt(node, 'source')) ?? '';
    const target = textOf(valueAt(node, 'target')) ?? name;
    const path = target.startsWith('/') ? target : `/run/secrets/${target}`;
    const item = itemFor('secrets', node);
    const variable = takeFileVariable(plan, path);
    const file = textOf(valueAt(project.root, 'secrets', name, 'file'));
    const environment = textOf(valueAt(project.root, 'secrets', name, 'environment'));
    const key = variable ?? (environment === undefined ? undefined : name);
    if (key === undefined || (file === undefined && environment === undefined)) {
      plan.drop(item, `${item.row.why} No variable here is set to ${path}.`);
    } else if (environment !== undefined) {
      plan.put(
        item,
        `secrets.${key}`,
        { from_env: environment },
        { changed: `Given as the variable ${key}, not as a file.` },
      );
    } else if (context.reader.folder === undefined && !file!.startsWith('/')) {
      plan.drop(
        item,
        `smolvm wants the whole path of ${file}: \`${key} = { from_file = "/…" }\` under \`[secrets]\`.`,
      );
    } else {
      const whole = joinPath(context.reader.folder ?? '/', file!);
      plan.put(
        item,
        `secrets.${key}`,
        { from_file: whole },
        {
          changed: `Given as the variable ${key}, not as a file; the path must be whole, so it holds on this computer only.`,
        },
      );
    }
  }
}

/** The name before `_FILE` of the variable that is set to a path; it is taken out of `env`. */
function takeFileVariable(plan: Plan, path: string): string | undefined {
  const key = plan.keys.get('env');
  const ending = `_FILE=${path}`;
  const taken = plan.elements('env').find((value) => value.endsWith(ending));
  if (!key || taken === undefined) return undefined;
  const kept = key.values.filter(({ value }) => value !== taken);
  key.values.splice(0, key.values.length, ...kept);
  if (kept.length === 0) plan.keys.delete('env');
  return taken.slice(0, -ending.length);
}

/** Configs: files that are mounted. */
export function mapConfigs({ value }: Entry, { plan, project, context }: ServiceParts): void {
  if (value.kind !== 'list') return;
  for (const node of value.items) mapConfig(node, { plan, project, context });
}

function mapConfig(
  node: Node,
  { plan, project, context }: Pick<ServiceParts, 'plan' | 'project' | 'context'>,
): void {
  const name = textOf(node) ?? textOf(valueAt(node, 'source')) ?? '';
  const item = itemFor('configs', node);
  const source = textOf(valueAt(project.root, 'configs', name, 'file'));
  const target = textOf(valueAt(node, 'target')) ?? `/${name}`;
  if (source === undefined)
    plan.drop(item, 'Its content is written in the compose file: put it into the image.');
  else mapMount(plan, item, { type: 'bind', source, target, readOnly: true }, context.reader, undefined);
}
