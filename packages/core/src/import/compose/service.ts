import { quoteWord } from '../../text/shell.ts';
import type { ImportContext } from '../context.ts';
import { inheritStopSignal } from '../dockerfile/import.ts';
import type { ImageFacts } from '../image-facts.ts';
import { knownImage } from '../known-images.ts';
import { seconds } from '../map/amounts.ts';
import { mapCommand, type Given } from '../map/command.ts';
import type { Wrapping } from '../map/env.ts';
import { mapDevice } from '../map/devices.ts';
import { mapDns, mapShm } from '../map/flag.ts';
import { mapHealth } from '../map/health.ts';
import { mapHost } from '../map/hosts.ts';
import { mapTmpfs } from '../map/mounts.ts';
import { mapNetworkMode } from '../map/network.ts';
import { withoutReferences } from '../map/reference.ts';
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
import { mapMentions } from './mentions.ts';
import { asMap } from './merge.ts';
import { isNull, itemsOf, textOf, valueAt, type Entry } from './node.ts';
import type { Project } from './load.ts';
import { referringText, type ServiceParts } from './parts.ts';
import { mapPorts } from './ports.ts';
import { mapConfigs, mapSecrets } from './secrets.ts';
import { shellWords, ShellWordsError } from './shell-words.ts';
import { mapVolumes } from './volumes.ts';

type MapKey = (entry: Entry, parts: ServiceParts) => void;

/** What else decides what becomes of a service. */
export interface ServiceOptions {
  /** Words that go before whatever is run, by somebody else. */
  readonly waits?: Wrapping[];
}

/**
 * Puts one service into a plan.
 *
 * @param options `waits` for a dev container that runs nothing of the service.
 * @throws SourceError for what Compose refuses.
 */
export function mapService(
  plan: Plan,
  project: Project,
  name: string,
  context: ImportContext,
  { waits }: ServiceOptions = {},
): void {
  const entry = project.services.get(name)!;
  const parts: ServiceParts = { plan, project, context, name, service: entry.value, wrapper: waits ?? [] };
  plan.top.push(...project.comments, ...(entry.comments ?? []));
  const facts = mapImage(entry, parts);
  mapEnvironment(parts);
  mapCheck(entry, parts, facts);
  for (const [key, value] of entry.value.entries) keyMapper(key)?.(value, parts);
  if (waits) dropCommand(parts);
  else
    mapCommand(plan, {
      image: facts,
      entrypoint: givenBy('entrypoint', parts),
      command: givenBy('command', parts),
      wrapper: parts.wrapper,
    });
  if (facts.stopSignal !== undefined && !entry.value.entries.has('stop_signal'))
    inheritStopSignal(plan, itemFor('image', entry.value.entries.get('image') ?? entry), facts.stopSignal);
  mapMentions(parts);
  plan.last.push(() => {
    const own = project.own.map((node) => (node?.kind === 'map' ? node.entries.get(name) : undefined));
    for (const each of [...own, entry]) if (each) account(plan, each);
  });
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

/** The health check of the service, or of an image that is built. */
function mapCheck({ value }: Entry, parts: ServiceParts, { health }: ImageFacts): void {
  const own = value.kind === 'map' ? value.entries.get('healthcheck') : undefined;
  const build = parts.service.entries.get('build');
  if (own) mapHealthcheck(own, parts, health);
  else if (health && build) mapHealth(parts.plan, itemFor('healthcheck', build), health);
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
  network_mode: text(({ plan }, entry, value) => mapNetworkMode(plan, itemFor('network_mode', entry), value)),
  depends_on: (entry, { plan }) => {
    const names = [...asMap(entry.value).entries.keys()];
    if (names.length > 0) plan.notes.push(`Start ${names.join(', ')} first.`);
    plan.drop(
      itemFor('depends_on', entry),
      `${names.join(', ')} must be started first: smolvm starts one machine.`,
    );
  },
  dns: ({ value }, { plan }) => {
    for (const each of itemsOf(value)) mapDns(plan, itemFor('dns', each), textOf(each) ?? '');
  },
  shm_size: text(({ plan }, entry, value) => mapShm(plan, itemFor('shm_size', entry), value)),
  extra_hosts: ({ value }, { plan }) => {
    for (const each of asMap(value).entries.values())
      for (const address of itemsOf(each.value))
        mapHost(plan, itemFor('extra_hosts', each), `${each.key}=${textOf(address) ?? ''}`);
  },
  gpus: (entry, { plan }) =>
    void plan.put(itemFor('gpus', entry), 'cuda', true, { changed: itemFor('gpus', entry).row.why }),
  devices: ({ value }, { plan }) => {
    const devices = value.kind === 'list' ? value.items : itemsOf(value);
    for (const device of devices)
      mapDevice(plan, itemFor('devices', device), textOf(device) ?? textOf(valueAt(device, 'source')) ?? '');
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

const ELSEWHERE = new Set([
  'image',
  'build',
  'environment',
  'env_file',
  'command',
  'entrypoint',
  'healthcheck',
]);

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

function dropCommand({ plan, service }: ServiceParts): void {
  for (const key of ['entrypoint', 'command']) {
    const entry = service.entries.get(key);
    if (entry) plan.drop(itemFor(key, entry), 'The dev container waits instead.');
  }
}

/** `command` or `entrypoint`: words as they are, a string split as Compose does. */
function givenBy(key: 'entrypoint' | 'command', { plan, project, service }: ServiceParts): Given | undefined {
  const entry = service.entries.get(key);
  if (!entry || isNull(entry.value)) {
    if (entry) plan.report(itemFor(key, entry), 'kept', undefined, 'Empty: the image’s own runs.');
    return undefined;
  }
  const item = itemFor(key, entry);
  if (entry.value.kind !== 'scalar')
    return { words: itemsOf(entry.value).map((each) => referringText(each, project) ?? ''), item };
  try {
    const { words, cut } = shellWords(referringText(entry.value, project) ?? '');
    const written = entry.value.raw ?? entry.value.text;
    const changed =
      cut === undefined
        ? undefined
        : `Compose passes over \`${withoutReferences(cut.trim())}\`, since it runs no shell, and so it is not here either. \`["sh", "-c", ${quoteWord(written)}]\` would run all of it.`;
    return { words, item, ...(changed !== undefined && { changed }) };
  } catch (error) {
    if (error instanceof ShellWordsError)
      throw new SourceError(entry.value.place, `This is no command line: ${error.message}`);
    throw error;
  }
}
