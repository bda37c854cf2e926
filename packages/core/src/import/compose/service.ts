import { quoteWord } from '../../text/shell.ts';
import type { ImportContext } from '../context.ts';
import { inheritStopSignal } from '../dockerfile/import.ts';
import type { ImageFacts } from '../image-facts.ts';
import { knownImage } from '../known-images.ts';
import { seconds } from '../map/amounts.ts';
import { mapCommand, type Given } from '../map/command.ts';
import type { Wrapping } from '../map/env.ts';
import { imageName } from '../map/image.ts';
import { mapHost } from '../map/hosts.ts';
import { mapTmpfs } from '../map/mounts.ts';
import { mapCpus, mapMemory } from '../map/resources.ts';
import { mapRestart, readRestart } from '../map/restart.ts';
import { mapStopSignal, mapStopTimeout } from '../map/stop.ts';
import { mapUser, mapWorkdir } from '../map/user.ts';
import { SourceError } from '../place.ts';
import type { Plan } from '../plan.ts';
import { account } from './account.ts';
import { mapBuild } from './build.ts';
import { mapDeploy } from './deploy.ts';
import { mapEnvironment } from './environment.ts';
import { mapHealthcheck } from './health.ts';
import { isKey, itemFor } from './item.ts';
import type { Project } from './load.ts';
import { asMap } from './merge.ts';
import { isNull, itemsOf, textOf, valueAt, type Entry, type MapNode } from './node.ts';
import { mapPorts } from './ports.ts';
import { mapConfigs, mapSecrets } from './secrets.ts';
import { shellWords, ShellWordsError } from './shell-words.ts';
import { mapVolumes } from './volumes.ts';

/** What the functions for the keys of a service are given. */
export interface ServiceParts {
  readonly plan: Plan;
  readonly project: Project;
  readonly context: ImportContext;
  readonly name: string;
  readonly service: MapNode;
  readonly wrapper: Wrapping[];
}

type MapKey = (entry: Entry, parts: ServiceParts) => void;

/** Puts one service into a plan. @throws SourceError for what Compose refuses. */
export function mapService(plan: Plan, project: Project, name: string, context: ImportContext): void {
  const entry = project.services.get(name)!;
  const parts: ServiceParts = { plan, project, context, name, service: entry.value, wrapper: [] };
  plan.top.push(...project.comments, ...(entry.comments ?? []));
  const facts = mapImage(entry, parts);
  mapEnvironment(parts);
  for (const [key, value] of entry.value.entries) keyMapper(key)?.(value, parts);
  const given = (key: string) => givenBy(key, parts);
  mapCommand(plan, {
    image: facts,
    entrypoint: given('entrypoint'),
    command: given('command'),
    wrapper: parts.wrapper,
  });
  if (facts.stopSignal !== undefined && !entry.value.entries.has('stop_signal'))
    inheritStopSignal(plan, itemFor('image', entry.value.entries.get('image') ?? entry), facts.stopSignal);
  mentionServices(parts);
  const own = project.own?.kind === 'map' ? project.own.entries.get(name) : undefined;
  for (const each of [own, entry]) if (each) account(plan, each);
}

function mapImage(entry: Entry, parts: ServiceParts): ImageFacts {
  const { plan, service } = parts;
  const image = service.entries.get('image');
  const build = service.entries.get('build');
  if (build) return mapBuild(build, image, parts);
  const reference = textOf(image?.value);
  if (!image || reference === undefined || reference === '')
    throw new SourceError(entry.place, `The service \`${parts.name}\` has neither \`image\` nor \`build\``);
  plan.put(itemFor('image', image), 'image', reference);
  return knownImage(reference);
}

const text =
  (map: (parts: ServiceParts, entry: Entry, value: string) => void): MapKey =>
  (entry, parts) => {
    const value = textOf(entry.value);
    if (value !== undefined) map(parts, entry, value);
  };

/** What is done for keys that become something; of every other key the table says why it does not. */
const KEYS: Readonly<Record<string, MapKey>> = {
  working_dir: text(({ plan }, entry, value) => mapWorkdir(plan, itemFor('working_dir', entry), value)),
  user: text(({ plan }, entry, value) => mapUser(plan, itemFor('user', entry), value)),
  ports: (entry, parts) => mapPorts(entry, parts),
  volumes: (entry, parts) => mapVolumes(entry, parts),
  secrets: (entry, parts) => mapSecrets(entry, parts),
  configs: (entry, parts) => mapConfigs(entry, parts),
  healthcheck: (entry, parts) => mapHealthcheck(entry, parts),
  deploy: (entry, parts) => mapDeploy(entry, parts),
  tmpfs: ({ value }, { plan }) => {
    for (const item of itemsOf(value))
      mapTmpfs(plan, itemFor('tmpfs', item), (textOf(item) ?? '').replace(/:.*$/, ''));
  },
  cpus: text(({ plan }, entry, value) => mapCpus(plan, itemFor('cpus', entry), value)),
  mem_limit: text(({ plan }, entry, value) => mapMemory(plan, itemFor('mem_limit', entry), value)),
  restart: text(({ plan, service }, entry, value) => {
    if (valueAt(service, 'deploy', 'restart_policy'))
      plan.drop(itemFor('restart', entry), '`deploy.restart_policy` counts instead.');
    else mapRestart(plan, itemFor('restart', entry), readRestart(value));
  }),
  stop_signal: text(({ plan }, entry, value) => mapStopSignal(plan, itemFor('stop_signal', entry), value)),
  stop_grace_period: text(({ plan }, entry, value) => {
    const amount = seconds(value);
    const item = itemFor('stop_grace_period', entry);
    if (amount === undefined) plan.drop(item, `\`${value}\` is no duration.`);
    else mapStopTimeout(plan, item, amount);
  }),
  network_mode: text(({ plan }, entry, value) => {
    const item = itemFor('network_mode', entry);
    if (value === 'none') {
      plan.offline = item;
    } else if (value === 'host')
      plan.drop(
        item,
        'A machine has a network of its own: publish the ports that the workload listens on under `[dev]`.',
      );
    else plan.drop(item, `A machine has a network of its own, and cannot share that of ${value}.`);
  }),
  extra_hosts: ({ value }, { plan }) => {
    for (const each of asMap(value).entries.values())
      for (const address of itemsOf(each.value))
        mapHost(plan, itemFor('extra_hosts', each), `${each.key}=${textOf(address) ?? ''}`);
  },
  gpus: (entry, { plan }) =>
    void plan.put(itemFor('gpus', entry), 'cuda', true, { changed: itemFor('gpus', entry).row.why }),
  devices: ({ value }, { plan }) => {
    for (const device of itemsOf(value)) mapDevice(plan, device);
    if (value.kind === 'list')
      for (const each of value.items.filter(({ kind }) => kind === 'map'))
        plan.drop(itemFor('devices', each));
  },
  platform: text(({ plan }, entry, value) => {
    const item = itemFor('platform', entry);
    plan.drop(
      item,
      value.includes('amd64')
        ? `${item.row.why} On a Mac with Apple silicon \`rosetta = true\` runs it.`
        : undefined,
    );
  }),
  security_opt: ({ value }, { plan }) => {
    for (const each of itemsOf(value)) {
      const item = itemFor('security_opt', each);
      if (/unconfined|disable/.test(textOf(each) ?? ''))
        plan.report(item, 'kept', undefined, 'The workload has a kernel of its own, and all rights in it.');
      else plan.drop(item);
    }
  },
  container_name: text(({ plan }, entry, value) => {
    plan.machine = value;
    plan.report(itemFor('container_name', entry), 'kept');
  }),
  extends: (entry, { plan }) => plan.report(itemFor('extends', entry), 'kept'),
  profiles: (entry, { plan }) => plan.report(itemFor('profiles', entry), 'kept'),
  privileged: (entry, { plan }) => plan.report(itemFor('privileged', entry), 'kept'),
  cap_add: (entry, { plan }) => plan.report(itemFor('cap_add', entry), 'kept'),
};

const ELSEWHERE = new Set(['image', 'build', 'environment', 'env_file', 'command', 'entrypoint']);

function keyMapper(key: string): MapKey | undefined {
  if (ELSEWHERE.has(key)) return undefined;
  return (
    KEYS[key] ??
    ((entry, { plan }) =>
      plan.drop(
        itemFor(key.startsWith('x-') ? 'x-' : key, entry),
        isKey(key) || key.startsWith('x-') ? undefined : `Compose has no key \`${key}\`.`,
      ))
  );
}

/** A device of the host, `/dev/x[:/dev/y]`. */
function mapDevice(plan: Plan, device: Parameters<typeof itemFor>[1] & { readonly kind: string }): void {
  const item = itemFor('devices', device);
  const path = textOf(device as Entry['value']) ?? '';
  if (path.startsWith('/dev/dri')) plan.put(item, 'gpu', true, { changed: item.row.why });
  else if (path.startsWith('/dev/nvidia')) plan.put(item, 'cuda', true, { changed: item.row.why });
  else plan.drop(item);
}

/** `command` or `entrypoint`: words as they are, a string split as Compose does. */
function givenBy(key: string, { plan, service }: ServiceParts): Given | undefined {
  const entry = service.entries.get(key);
  if (!entry || isNull(entry.value)) {
    if (entry) plan.report(itemFor(key, entry), 'kept', undefined, 'Empty: the image’s own runs.');
    return undefined;
  }
  const item = itemFor(key, entry);
  if (entry.value.kind !== 'scalar')
    return { words: itemsOf(entry.value).map((each) => textOf(each) ?? ''), item };
  try {
    const { words, cut } = shellWords(entry.value.text);
    if (cut !== undefined)
      plan.report(
        item,
        'dropped',
        undefined,
        `Compose passes over \`${cut.trim()}\`, since it runs no shell, and so it is not here either. \`["sh", "-c", ${quoteWord(entry.value.text)}]\` would run all of it.`,
      );
    return { words, item };
  } catch (error) {
    if (error instanceof ShellWordsError)
      throw new SourceError(entry.value.place, `This is no command line: ${error.message}`);
    throw error;
  }
}

/** Names of other services do not resolve: where one is used, an address is needed (import 4, trap 30). */
function mentionServices({ plan, project, name, service }: ServiceParts): void {
  const others = [...project.services.keys()].filter((other) => other !== name);
  const values = ['env', 'entrypoint', 'cmd'].flatMap((path) =>
    plan.elements(path).map((value) => ({ path, value })),
  );
  for (const other of others) {
    const word = new RegExp(
      `(?:^|[\\s=@/,;])${other.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?:$|[\\s:/,;?])`,
    );
    const used = values
      .filter(({ value }) => word.test(value))
      .map(({ path, value }) => (path === 'env' ? value.split('=', 1)[0]! : `\`${path}\``));
    const asked = valueAt(service, 'depends_on') && used.length === 0 ? [] : used;
    if (asked.length > 0)
      plan.notes.push(
        `${[...new Set(asked)].join(', ')}: the name \`${other}\` does not resolve. Put both machines into a network (\`--network ${imageName(name)}\`), and the address of ${other} here.`,
      );
  }
}
