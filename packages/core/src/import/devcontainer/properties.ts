import { joinWords } from '../../call/words.ts';
import { quoteWord } from '../../text/shell.ts';
import { isCredentialName } from '../../resolve/credentials.ts';
import { mapFlag, mountOf } from '../docker-run/flags.ts';
import { parseRunArgs } from '../docker-run/run-args.ts';
import { mapVariable } from '../map/env.ts';
import { mapMount } from '../map/mounts.ts';
import { mapPort, readPort } from '../map/ports.ts';
import { mapCpus, mapMemory, mapStorage } from '../map/resources.ts';
import { mapUser } from '../map/user.ts';
import { isKnown } from '../table/index.ts';
import { itemOf, type DevParts } from './import.ts';
import { propertiesOf, type Property } from './json.ts';

/** Puts one property into the plan; of those that become nothing the table says why. */
export function mapProperty(property: Property, parts: DevParts): void {
  const map = PROPERTIES[property.name];
  if (map) return map(property, parts);
  const item = itemOf(property);
  if (ELSEWHERE.has(property.name)) return;
  if (isKnown('devcontainer', property.name) && item.row.outcomes[0] === 'kept')
    parts.plan.report(item, 'kept');
  else
    parts.plan.drop(
      item,
      isKnown('devcontainer', property.name)
        ? undefined
        : `Dev containers have no property \`${property.name}\`.`,
    );
}

/** What decides about the image and the command together. */
const ELSEWHERE = new Set([
  'image',
  'build',
  'dockerFile',
  'dockerComposeFile',
  'workspaceFolder',
  'overrideCommand',
]);

type MapProperty = (property: Property, parts: DevParts) => void;

const PROPERTIES: Readonly<Record<string, MapProperty>> = {
  workspaceMount: (property, { plan, fill, context }) => {
    const text = typeof property.value === 'string' ? fill(property.value) : '';
    if (text === '') plan.drop(itemOf(property), 'Empty: nothing is mounted.');
    else mapMount(plan, itemOf(property), mountOf(text), context.reader, context.variables('HOME'));
  },
  mounts: (property, parts) => {
    for (const each of elementsOf(property)) mapDevMount(property, each, parts);
  },
  forwardPorts: (property, { plan }) => {
    for (const port of elementsOf(property)) {
      const item = itemOf(property);
      if (typeof port === 'number' || /^\d+$/.test(String(port)))
        plan.put(item, 'dev.ports', `${String(port)}:${String(port)}`);
      else plan.drop(item, `\`${String(port)}\` is a port of another container.`);
    }
  },
  appPort: (property, { plan }) => {
    for (const port of [property.value].flat()) {
      const read =
        typeof port === 'number'
          ? { address: '127.0.0.1', host: String(port), guest: String(port) }
          : readPort(String(port));
      if (read) mapPort(plan, itemOf(property), read);
      else plan.drop(itemOf(property), `\`${String(port)}\` is no port.`);
    }
  },
  containerEnv: (property, parts) => mapEnvironment(property, parts, 'env'),
  remoteEnv: (property, parts) => mapEnvironment(property, parts, 'dev.env'),
  remoteUser: (property, parts) => mapFirstUser(property, parts),
  containerUser: (property, parts) => mapFirstUser(property, parts),
  onCreateCommand: (property, parts) => mapCommandLines(property, parts),
  updateContentCommand: (property, parts) => mapCommandLines(property, parts),
  postCreateCommand: (property, parts) => mapCommandLines(property, parts),
  runArgs: (property, parts) => mapRunArgs(property, parts),
  hostRequirements: ({ node }, { plan, file }) => {
    for (const each of propertiesOf(file, node)) {
      const name = `hostRequirements.${each.name}`;
      const item = itemOf(each, name);
      if (each.name === 'cpus') mapCpus(plan, item, String(each.value));
      else if (each.name === 'memory') mapMemory(plan, item, String(each.value));
      else if (each.name === 'storage') mapStorage(plan, item, String(each.value));
      else if (each.name === 'gpu' && each.value !== false)
        plan.put(item, 'cuda', true, { changed: item.row.why });
      else plan.drop(item);
    }
  },
  securityOpt: (property, { plan }) => {
    const free = elementsOf(property).every((each) => /unconfined|disable/.test(String(each)));
    if (free)
      plan.report(
        itemOf(property),
        'kept',
        undefined,
        'The workload has a kernel of its own, and all rights in it.',
      );
    else plan.drop(itemOf(property));
  },
  features: (property, { plan, file }) => {
    for (const each of propertiesOf(file, property.node)) {
      plan.drop(
        { ...itemOf(property), place: each.place },
        `${each.name} is not installed. ${itemOf(property).row.why}`,
      );
    }
  },
};

function elementsOf({ value }: Property): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function mapDevMount(property: Property, mount: unknown, { plan, fill, context }: DevParts): void {
  const text =
    typeof mount === 'string'
      ? mount
      : Object.entries((mount as Record<string, unknown> | null) ?? {})
          .map(([key, value]) => `${key}=${String(value)}`)
          .join(',');
  mapMount(plan, itemOf(property), mountOf(fill(text)), context.reader, context.variables('HOME'));
}

function mapEnvironment(
  { node, name }: Property,
  { plan, file, fill, wrapper }: DevParts,
  path: 'env' | 'dev.env',
): void {
  for (const each of propertiesOf(file, node)) {
    const item = itemOf(each, name);
    const text =
      typeof each.value === 'string' ? each.value : each.value === null ? '' : JSON.stringify(each.value);
    const from = /^\$\{(?:localEnv|env):(\w+)(?::[^}]*)?\}$/.exec(text)?.[1];
    if (text.includes('${containerEnv:')) plan.drop(item, 'What the container itself has is not known here.');
    else if (path === 'env')
      mapVariable(
        plan,
        item,
        {
          name: each.name,
          value: from !== undefined && isCredentialName(each.name) ? '' : fill(text),
          ...(from !== undefined && { from }),
        },
        { path, wrapper },
      );
    else if (!plan.put(item, path, `${each.name}=${fill(text)}`, { changed: item.row.why })) continue;
  }
}

/** Of `remoteUser` and `containerUser` the first that is given. */
function mapFirstUser(property: Property, { plan, properties, fill }: DevParts): void {
  const item = itemOf(property);
  if (property.name === 'containerUser' && properties.has('remoteUser'))
    return plan.drop(item, '`remoteUser` is the user that works in it.');
  mapUser(plan, item, fill(String(property.value)));
}

/** A string is a line for the shell, a list is words, an object is commands at the same time: here one after another. */
function mapCommandLines(property: Property, { plan, fill, properties }: DevParts): void {
  const item = itemOf(property);
  const user = properties.get('remoteUser')?.value ?? properties.get('containerUser')?.value;
  const commands =
    typeof property.value === 'object' && property.value !== null && !Array.isArray(property.value)
      ? Object.values(property.value)
      : [property.value];
  for (const command of commands) {
    const line = Array.isArray(command)
      ? joinWords(command.map((word) => fill(String(word))))
      : fill(String(command));
    if (line.trim() === '') continue;
    const as =
      typeof user === 'string' && !/^(?:root|0)$/.test(user)
        ? `su ${quoteWord(fill(user))} -c ${quoteWord(line)}`
        : line;
    plan.put(item, 'dev.init', as, {
      changed: `${item.row.why}${as === line ? '' : ' `su` makes it the user’s.'}`,
    });
  }
}

/** Flags for `docker run`, each by its own row. */
function mapRunArgs(property: Property, { plan, context, wrapper, fill }: DevParts): void {
  const words = elementsOf(property).map((word) => fill(String(word)));
  const { used, unknown } = parseRunArgs(words);
  for (const { flag, value } of used)
    mapFlag({ item: { row: flag, place: property.place }, value }, { plan, context, wrapper });
  for (const word of unknown) plan.drop(itemOf(property), `\`docker run\` has no flag \`${word}\`.`);
}
