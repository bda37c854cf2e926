import { COMMANDS, type Command } from '@smolfile/core';
import type { Input } from '../outcome.ts';

type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value };
type Keys = Readonly<Record<string, Value | null>>;

/** What one check of smolvm refuses, so that it can be put beside what another one refuses. */
interface Mistake {
  /** Keys of the file; `null` takes one of the plain file away. */
  readonly file?: Keys;
  readonly args?: readonly string[];
  readonly commands?: readonly Command[];
}

const section = (name: string, keys: Keys): Keys => ({ [name]: keys as Value });
const machine = ['create', 'run'] as const;
const credential = (more: Readonly<Record<string, Value>>): Keys =>
  section('network', {
    credentials: [{ name: 'n', environment_variable: 'E', allowed_hosts: ['x.org'], ...more }],
  });

/** By the check of smolvm that refuses it (schemas/commands.json). Hosts without a proxy or an agent are not asked. */
export const MISTAKES: Readonly<Record<string, readonly Mistake[]>> = {
  'allow-host': [{ args: ['--allow-host', 'a.com:80'], commands: machine }],
  'allow-host-pattern': [{ args: ['--allow-host-pattern', '*'], commands: machine }],
  label: [{ args: ['--label', 'x'], commands: ['create'] }],
  output: [{ args: ['--output', 'out.smolmachine'], commands: ['pack'] }],
  parse: [{ file: { typo: 1 } }],
  fork: [{ file: section('fork', { pool_size: 0 }) }],
  ports: [{ file: { ports: ['x'] } }, { args: ['-p', '1-100'], commands: machine }],
  'net-backend': [{ file: { net_backend: 'x' } }],
  'block-io': [{ file: { block_io: 'x' } }],
  'disk-durability': [{ file: { disk_durability: 'x' } }],
  'host-patterns': [{ file: section('network', { allow_host_patterns: ['*'] }) }],
  'allow-cidrs': [{ file: section('network', { allow_cidrs: ['x'] }) }],
  'deny-cidrs': [{ file: section('network', { deny_cidrs: ['x'] }) }],
  'allow-udp': [{ file: section('network', { allow_udp: ['x'] }) }],
  'restart-policy': [{ file: section('restart', { policy: 'x' }) }],
  'stop-settings': [{ file: { stop_signal: 'x' } }, { file: { stop_timeout: 301 } }],
  disk: [{ args: ['--disk', 'x'], commands: machine }],
  'cache-disk': [{ args: ['--cache-disk', 'x'], commands: machine }],
  image: [
    { file: { image: './none.tar' } },
    { file: { image: 'file:///x' } },
    { args: ['-I', './none.tar'] },
  ],
  'credential-flag': [{ args: ['--credential', 'x'], commands: machine }],
  'trust-host-certs': [{ args: ['--trust-host-certs', '--credential', 'x'], commands: machine }],
  'mount-socket': [{ args: ['--mount-socket', 'x'], commands: machine }],
  'expose-socket': [{ args: ['--expose-socket', ''], commands: machine }],
  'secret-env': [{ args: ['--secret-env', 'x'], commands: machine }],
  'secret-file': [{ args: ['--secret-file', 'x'], commands: machine }],
  'secret-keychain': [{ args: ['--secret-keychain', 'x'], commands: machine }],
  cpus: [{ file: { cpus: 0 } }],
  memory: [{ file: { memory: 1 } }],
  storage: [{ file: { storage: 0 } }],
  overlay: [{ file: { overlay: 0 } }],
  'build-storage': [{ args: ['--storage', '0'], commands: ['pack'] }],
  'duplicate-ports': [{ file: { ports: ['80:80', '80:81'] } }],
  backend: [
    { file: { net_backend: 'virtio-net', net: null } },
    { file: { net_backend: 'tsi' }, args: ['-p', '90:90'], commands: machine },
    { file: { net_backend: 'tsi' }, args: ['--allow-cidr', '10.0.0.0/8'], commands: machine },
  ],
  'remote-volume': [{ file: { volumes: ['s3://:/m'] } }],
  volumes: [
    { file: { volumes: ['x'] } },
    { file: { volumes: ['./none:/n'] } },
    { file: { volumes: ['/usr:/u'] } },
  ],
  'duplicate-targets': [{ file: { volumes: ['./src:/t', './app:/t'] } }],
  'remote-duplicates': [{ file: { volumes: ['s3://b:/s', 's3://c:/s'] } }],
  'remote-targets': [{ file: { volumes: ['s3://b:/u', './src:/u'] } }],
  'disk-targets': [{ file: { volumes: ['s3://b:/v', '/v'] } }],
  'image-platform': [{ file: { image: './src', artifact: { oci_platform: 'x' } }, commands: ['pack'] }],
  secrets: [{ file: { secrets: { S: {} } } }, { file: { secrets: { F: { from_file: 'x' } } } }],
  'gpu-vram': [{ file: { gpu_vram: 0 } }],
  credentials: [
    { file: credential({ name: 'a b' }) },
    { file: credential({ methods: [] }) },
    { args: ['--credential', 'm=1E@y.org'], commands: machine },
  ],
  'remote-volume-needs': [
    { file: { volumes: ['s3://b:/r'], image: null } },
    { file: { volumes: ['s3://b:/r'], net: null } },
  ],
  'image-network': [{ file: { net: null } }],
  command: [
    { file: { cmd: null }, commands: ['run'] },
    { file: { cmd: null, image: null }, args: ['--', 'a:b'], commands: ['run'] },
  ],
};

const PLAIN: Keys = { image: 'alpine', net: true, cmd: ['x'] };
/** With these, run bakes a layer, and so makes the checks of create as well. */
const BAKED: Keys = { ...PLAIN, init: ['x'] };

/** Two mistakes of every two checks, in one file and call, for each command that makes both. */
export function orderInputs(): Input[] {
  const all = Object.values(MISTAKES).flat();
  const pairs = all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));
  const inputs = COMMANDS.flatMap((command) =>
    (command === 'run' ? [PLAIN, BAKED] : [PLAIN]).flatMap((plain) =>
      pairs.flatMap(([one, other]) => together(command, plain, one, other)),
    ),
  );
  return inputs.map((input, index) => ({ ...input, id: `o${String(index + 1).padStart(4, '0')}` }));
}

function together(command: Command, plain: Keys, one: Mistake, other: Mistake): Input[] {
  if ([one, other].some(({ commands }) => commands && !commands.includes(command))) return [];
  const own = joined(one.file ?? {}, other.file ?? {});
  if (!own) return [];
  const keys = Object.entries({ ...plain, ...own }).filter(([, value]) => value !== null);
  const smolfile = keys.map(([name, value]) => `${name} = ${toml(value!)}\n`).join('');
  const args = [...(one.args ?? []), ...(other.args ?? [])];
  const words = args.indexOf('--');
  // a command comes last
  const ordered = words < 0 || words === args.length - 2 ? args : [...args.slice(2), ...args.slice(0, 2)];
  return [{ id: '', command, smolfile, args: ordered }];
}

/** Both mistakes in one file, or nothing where a key cannot be both. */
function joined(one: Keys, other: Keys): Keys | undefined {
  const whole: Record<string, Value | null> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const before = whole[name];
    if (before === undefined || before === value) whole[name] = value;
    else if (Array.isArray(before) && Array.isArray(value))
      whole[name] = [...(before as Value[]), ...(value as Value[])];
    else if (isTable(before) && isTable(value)) {
      const inner = joined(before, value);
      if (!inner) return undefined;
      whole[name] = inner as Value;
    } else return undefined;
  }
  return whole;
}

function isTable(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toml(value: Value): string {
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(toml).join(', ')}]`;
  if (!isTable(value)) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, one]) => `${name} = ${toml(one)}`)
    .join(', ')} }`;
}
