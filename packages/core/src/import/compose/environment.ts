import { mapVariable } from '../map/env.ts';
import type { Item } from '../plan.ts';
import { readEnvFile } from './env-file.ts';
import { itemFor } from './item.ts';
import { asMap } from './merge.ts';
import { itemsOf, textOf, valueAt, type Entry, type Node } from './node.ts';
import type { ServiceParts } from './service.ts';

/** `env_file`, then `environment`, which beats it; of several files a later one does. */
export function mapEnvironment(parts: ServiceParts): void {
  const { plan, service, wrapper } = parts;
  const environment = service.entries.get('environment');
  const own = environment ? asMap(environment.value).entries : new Map<string, Entry>();
  for (const file of envFiles(valueAt(service, 'env_file'))) mapEnvFile(file, new Set(own.keys()), parts);
  for (const [name, entry] of own) {
    const value = textOf(entry.value);
    const item = itemFor('environment', entry);
    const { raw } = entry.value as { raw?: string };
    const from =
      raw === undefined ? undefined : /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?[-?][^}]*)?\})$/.exec(raw);
    const known = value ?? parts.project.variables(name);
    mapVariable(
      plan,
      item,
      {
        name,
        ...(known !== undefined && { value: known }),
        ...(from && { from: from[1] ?? from[2]! }),
        // `NAME:` takes it away, `- NAME` wants it handed on
        removes: entry.value.tag !== 'bare',
      },
      { path: 'env', wrapper },
    );
  }
}

function envFiles(node: Node | undefined): Node[] {
  return node?.kind === 'map' ? [node] : [...itemsOf(node)];
}

function mapEnvFile(node: Node, own: ReadonlySet<string>, { plan, context, wrapper }: ServiceParts): void {
  const path = textOf(node) ?? textOf(valueAt(node, 'path')) ?? '';
  const item = itemFor('env_file', node);
  const found = context.reader.read(path);
  if (!found || !('text' in found)) {
    const reason = found ? `${path} cannot be read: ${found.refused}.` : `There is no file ${path} here.`;
    return plan.drop(
      item,
      `${reason} Its variables go under \`[secrets]\`: \`NAME = { from_env = "NAME" }\`.`,
    );
  }
  mapEnvNames(item, path, found.text, own, { plan, wrapper });
}

/** The variables of a file: references, never values. */
export function mapEnvNames(
  item: Item,
  path: string,
  text: string,
  own: ReadonlySet<string>,
  { plan, wrapper }: Pick<ServiceParts, 'plan' | 'wrapper'>,
): void {
  const names = new Set(readEnvFile(text).map(({ name }) => name));
  for (const name of names)
    if (!own.has(name)) mapVariable(plan, item, { name, file: path }, { path: 'env', wrapper });
  if (names.size === 0) plan.report(item, 'kept', undefined, `There is no variable in ${path}.`);
  else if ([...names].every((name) => own.has(name)))
    plan.report(item, 'kept', undefined, 'The variables of the service take the place of all of its own.');
}
