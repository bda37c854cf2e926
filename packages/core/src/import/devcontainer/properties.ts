import type { Word } from '../../call/call.ts';
import { readableLine, readableWord } from '../shell.ts';
import { isCredentialName } from '../../resolve/credentials.ts';
import type { TextRange } from '../../text/range.ts';
import { mapFlag, mountOf, ownNames } from '../docker-run/flags.ts';
import { isAboutOnce } from '../docker-run/once.ts';
import { inForce, readFlags, type UsedFlag } from '../docker-run/read-flags.ts';
import { mapVariable } from '../map/env.ts';
import { imageName } from '../map/image.ts';
import { mapMount } from '../map/mounts.ts';
import { mapPort, readPort } from '../map/ports.ts';
import { mapCpus, mapMemory, mapStorage } from '../map/resources.ts';
import { mapUser } from '../map/user.ts';
import type { Item } from '../plan.ts';
import { isKnown } from '../table/index.ts';
import { itemOf, type DevParts } from './parts.ts';
import { elementsOf, propertiesOf, type Property } from './json.ts';

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
    for (const each of elementsOf(property)) mapDevMount(each, parts);
  },
  forwardPorts: (property, { plan }) => {
    for (const each of elementsOf(property)) {
      const port = String(each.value);
      if (/^\d+$/.test(port)) mapPort(plan, itemOf(each), { address: '127.0.0.1', host: port, guest: port });
      else plan.drop(itemOf(each), `\`${port}\` is a port of another container.`);
    }
  },
  appPort: (property, { plan }) => {
    for (const each of elementsOf(property)) {
      const port = String(each.value);
      const read =
        typeof each.value === 'number' ? { address: '127.0.0.1', host: port, guest: port } : readPort(port);
      if (read) mapPort(plan, itemOf(each), read);
      else plan.drop(itemOf(each), `\`${port}\` is no port.`);
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
      else if (each.name === 'gpu' && each.value === 'optional')
        plan.drop(item, 'It does without one, too: `cuda = true` asks for it.');
      else if (each.name === 'gpu' && each.value !== false)
        plan.put(item, 'cuda', true, { changed: item.row.why });
      else plan.drop(item);
    }
  },
  securityOpt: (property, { plan }) => {
    for (const each of elementsOf(property)) {
      if (/unconfined|disable/.test(String(each.value)))
        plan.report(
          itemOf(each),
          'kept',
          undefined,
          'The workload has a kernel of its own, and all rights in it.',
        );
      else plan.drop(itemOf(each));
    }
  },
  features: (property, { plan, file, variables }) => {
    const name = imageName(variables.basename);
    for (const each of propertiesOf(file, property.node)) {
      plan.drop(
        { ...itemOf(property), place: each.place },
        `${each.name} is not installed. \`devcontainer build --workspace-folder . --image-name ${name}\` makes an image that has it, \`docker save ${name} -o ${name}.tar\` an archive that \`image\` can be.`,
      );
    }
  },
};

function mapDevMount(element: Property, { plan, fill, context }: DevParts): void {
  const { value } = element;
  const text =
    typeof value === 'string'
      ? value
      : Object.entries((value as Record<string, unknown> | null) ?? {})
          .map(([key, each]) => `${key}=${String(each)}`)
          .join(',');
  mapMount(plan, itemOf(element), mountOf(fill(text)), context.reader, context.variables('HOME'));
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
      ? readableLine(command.map((word) => fill(String(word))))
      : fill(String(command));
    if (line.trim() === '') continue;
    const as =
      typeof user === 'string' && !/^(?:root|0)$/.test(user)
        ? `su ${readableWord(fill(user))} -c ${readableWord(line)}`
        : line;
    plan.put(item, 'dev.init', as, {
      changed: `${item.row.why}${as === line ? '' : ' `su` makes it the user’s.'}`,
    });
  }
}

/** Flags for `docker run`, each by its own row. */
function mapRunArgs(property: Property, { plan, file, context, wrapper, fill }: DevParts): void {
  let words = elementsOf(property).map(({ value, place: { range } }): Word => ({
    value: fill(String(value)),
    range,
  }));
  const unknown = (message: string, { start, end }: TextRange) =>
    plan.drop({ ...itemOf(property), place: file.place(start, end) }, `${message}.`);
  const all: UsedFlag[] = [];
  while (words.length > 0) {
    const { used, next } = readFlags(words, unknown);
    all.push(...used);
    const word = words[next];
    if (word) unknown(`\`${word.value}\` is no flag of \`docker run\``, word.range);
    words = words.slice(next + 1);
  }
  const { counts, replaced } = inForce(all);
  const own = ownNames(counts);
  const itemFor = ({ flag, range }: UsedFlag): Item => ({
    row: flag,
    place: file.place(range.start, range.end),
  });
  for (const each of replaced) plan.passOver(itemFor(each), 'A later one counts.');
  for (const each of counts) {
    const { flag, value } = each;
    const item = itemFor(each);
    if (isAboutOnce(flag.name)) plan.passOver(item, 'A dev container stays, and talks to nobody.');
    else if (flag.name === '--entrypoint')
      plan.drop(item, 'What a dev container starts is said by `overrideCommand`.');
    else mapFlag({ item, value, takesValue: flag.takesValue }, { plan, context, wrapper, own });
  }
}
