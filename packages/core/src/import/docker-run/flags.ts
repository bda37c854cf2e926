import type { ImportContext } from '../context.ts';
import { seconds } from '../map/amounts.ts';
import { mapDevice } from '../map/devices.ts';
import { mapVariable, type Wrapping } from '../map/env.ts';
import { mapEnvFile } from '../map/env-file.ts';
import { mapDns, mapShm } from '../map/flag.ts';
import { mapHost } from '../map/hosts.ts';
import { mapMount, mapTmpfs, readMount, type Mount } from '../map/mounts.ts';
import { mapNetworkMode } from '../map/network.ts';
import { mapPort, readPort } from '../map/ports.ts';
import { mapCpus, mapMemory } from '../map/resources.ts';
import { mapRestart, readRestart } from '../map/restart.ts';
import { mapStopSignal, mapStopTimeout } from '../map/stop.ts';
import { mapUser, mapWorkdir } from '../map/user.ts';
import type { Item, Plan } from '../plan.ts';

/** A flag of `docker run` with its value; `runArgs` of a dev container are such flags, too. */
export interface FlagUse {
  readonly item: Item;
  readonly value: string;
  readonly takesValue: boolean;
}

/** What the flags have to do with besides the plan. */
export interface FlagParts {
  readonly plan: Plan;
  readonly context: ImportContext;
  readonly wrapper: Wrapping[];
  /** Names of the variables that `--env` sets, which count before those of files. */
  readonly own: ReadonlySet<string>;
}

/** The names that flags set with `--env`. */
export function ownNames(
  used: readonly { readonly flag: { readonly name: string }; readonly value: string }[],
): Set<string> {
  return new Set(
    used.filter(({ flag }) => flag.name === '--env').map(({ value }) => value.split('=', 1)[0] ?? ''),
  );
}

/**
 * Puts one flag into the plan. What belongs together (`--entrypoint`, `--health-*`) is left to the caller; of a flag
 * that becomes nothing the table says why.
 */
export function mapFlag(use: FlagUse, parts: FlagParts): void {
  if (use.value === 'false' && !use.takesValue) return parts.plan.report(use.item, 'kept', undefined, 'Off.');
  const map = FLAGS[use.item.row.name];
  if (map) map(use, parts);
  else if (use.item.row.outcomes[0] === 'kept') parts.plan.report(use.item, 'kept');
  else parts.plan.drop(use.item);
}

type MapFlag = (use: FlagUse, parts: FlagParts) => void;

const FLAGS: Readonly<Record<string, MapFlag>> = {
  '--env': ({ item, value }, { plan, wrapper }) => {
    const equals = value.indexOf('=');
    const name = equals < 0 ? value : value.slice(0, equals);
    mapVariable(
      plan,
      item,
      { name, ...(equals >= 0 && { value: value.slice(equals + 1) }) },
      { path: 'env', wrapper },
    );
  },
  '--env-file': ({ item, value }, { plan, context, own }) =>
    mapEnvFile(plan, item, { path: value, raw: true, own }, context.reader),
  '--publish': ({ item, value }, { plan }) => {
    const port = readPort(value);
    if (port) mapPort(plan, item, port);
    else plan.drop(item, `\`${value}\` is no port.`);
  },
  '--volume': ({ item, value }, { plan, context }) => {
    const mount = readMount(value);
    if (mount) mapMount(plan, item, mount, context.reader, context.variables('HOME'));
    else plan.drop(item, `\`${value}\` is no mount.`);
  },
  '--mount': ({ item, value }, { plan, context }) =>
    mapMount(plan, item, mountOf(value), context.reader, context.variables('HOME')),
  '--tmpfs': ({ item, value }, { plan }) => mapTmpfs(plan, item, value.replace(/:.*$/, '')),
  '--cpus': ({ item, value }, { plan }) => mapCpus(plan, item, value),
  '--memory': ({ item, value }, { plan }) => mapMemory(plan, item, value),
  '--restart': ({ item, value }, { plan }) => mapRestart(plan, item, readRestart(value)),
  '--stop-signal': ({ item, value }, { plan }) => mapStopSignal(plan, item, value),
  '--stop-timeout': ({ item, value }, { plan }) => mapStopTimeout(plan, item, seconds(`${value}s`) ?? -1),
  '--user': ({ item, value }, { plan }) => mapUser(plan, item, value),
  '--workdir': ({ item, value }, { plan }) => mapWorkdir(plan, item, value),
  '--shm-size': ({ item, value }, { plan }) => mapShm(plan, item, value),
  '--dns': ({ item, value }, { plan }) => mapDns(plan, item, value),
  '--add-host': ({ item, value }, { plan }) => mapHost(plan, item, value),
  '--name': ({ item, value }, { plan }) => {
    plan.machine = value;
    plan.report(item, 'kept');
  },
  '--gpus': ({ item }, { plan }) => void plan.put(item, 'cuda', true, { changed: item.row.why }),
  '--device': ({ item, value }, { plan }) => mapDevice(plan, item, value),
  '--network': ({ item, value }, { plan }) => mapNetworkMode(plan, item, value),
  '--platform': ({ item, value }, { plan }) =>
    plan.drop(
      item,
      value.includes('amd64')
        ? `${item.row.why} On a Mac with Apple silicon \`rosetta = true\` runs it.`
        : undefined,
    ),
  '--security-opt': ({ item, value }, { plan }) => {
    if (/unconfined|disable/.test(value))
      plan.report(item, 'kept', undefined, 'The workload has a kernel of its own, and all rights in it.');
    else plan.drop(item);
  },
};

/** Reads `type=bind,source=…,target=…,readonly`. */
export function mountOf(text: string): Mount {
  const fields = new Map(
    csvFields(text).map((field): [string, string] => {
      const equals = field.indexOf('=');
      return equals < 0
        ? [field.trim().toLowerCase(), 'true']
        : [field.slice(0, equals).trim().toLowerCase(), field.slice(equals + 1)];
    }),
  );
  const get = (...names: string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined);
  const type = get('type') ?? 'volume';
  return {
    type: type === 'bind' || type === 'volume' || type === 'tmpfs' ? type : 'other',
    source: get('source', 'src') ?? '',
    target: get('target', 'destination', 'dst') ?? '',
    readOnly: /^(?:true|1)$/.test(get('readonly', 'ro') ?? ''),
  };
}

/** Fields with commas between them; one in double quotes may hold commas, and doubled quotes. */
function csvFields(text: string): string[] {
  return Array.from(text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain = '']) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}
