import { isCredentialName } from '../../resolve/credentials.ts';
import { mapVariable } from '../map/env.ts';
import { mapEnvFile } from '../map/env-file.ts';
import { variablesIn } from './interpolate.ts';
import { itemFor } from './item.ts';
import { asMap } from './merge.ts';
import { itemsOf, textOf, valueAt, type Entry, type Node } from './node.ts';
import type { ServiceParts } from './parts.ts';

/** `env_file`, then `environment`, which beats it; of several files a later one does. */
export function mapEnvironment(parts: ServiceParts): void {
  const { plan, project, context, service, wrapper } = parts;
  const environment = service.entries.get('environment');
  const own = environment ? asMap(environment.value).entries : new Map<string, Entry>();
  for (const node of envFiles(valueAt(service, 'env_file'))) {
    const file = {
      path: textOf(node) ?? textOf(valueAt(node, 'path')) ?? '',
      raw: textOf(valueAt(node, 'format')) === 'raw',
      optional: textOf(valueAt(node, 'required')) === 'false',
      own: new Set(own.keys()),
    };
    mapEnvFile(plan, itemFor('env_file', node), file, context.reader);
  }
  for (const [name, entry] of own) {
    const value = textOf(entry.value);
    const item = itemFor('environment', entry);
    const { raw } = entry.value as { raw?: string };
    const from =
      raw === undefined ? undefined : /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?[-?][^}]*)?\})$/.exec(raw);
    const known = value ?? project.variables(name);
    mapVariable(
      plan,
      item,
      {
        name,
        ...(known !== undefined && { value: known }),
        ...(from && { from: from[1] ?? from[2]! }),
        // what `.env` has of credentials is not copied, in no part of a value
        secret: raw !== undefined && variablesIn(raw).some(isCredentialName),
        // `NAME:` takes it away, `- NAME` wants it handed on
        removes: entry.value.tag !== 'bare',
      },
      { path: 'env', wrapper },
    );
  }
  if (project.env) plan.start.files.set(project.env.path, project.env);
}

function envFiles(node: Node | undefined): Node[] {
  return node?.kind === 'map' ? [node] : [...itemsOf(node)];
}
