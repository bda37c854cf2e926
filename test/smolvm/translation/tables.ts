/**
 * smolvm's record and boot configuration, and the toolkit's `config`, are brought to one form: flat, with the toolkit's
 * names, without what is empty or off. Only names that smolvm's side can show are compared.
 */
export type Facts = Readonly<Record<string, unknown>>;

export type Reader = (value: never, whole: Readonly<Record<string, unknown>>) => Facts;
/** By smolvm's name: the toolkit's, or what it says in several. */
export type Table = Readonly<Record<string, string | Reader>>;

interface EgressRule {
  readonly cidr: string;
  readonly action: 'allow' | 'deny';
  readonly ports?: { readonly start: number; readonly end: number };
}

const egress = (rules: readonly EgressRule[]): Facts => ({
  deny_cidrs: rules.filter(({ action }) => action === 'deny').map(({ cidr }) => cidr),
  allow_udp: rules.filter(({ action }) => action === 'allow').map(udp),
});

function udp({ cidr, ports }: EgressRule): string {
  if (!ports) return cidr;
  const range = ports.start === ports.end ? `${ports.start}` : `${ports.start}-${ports.end}`;
  return cidr.includes(':') ? `[${cidr}]:${range}` : `${cidr}:${range}`;
}

const blockPrivate = (exceptions: readonly string[]): Facts => ({
  block_private: true,
  allow_private: exceptions,
});

/** What a machine's record has of each (`machine create`). */
export const RECORD: Table = {
  image: 'image',
  cpus: 'cpus',
  mem: 'memory',
  network: 'net',
  storage_gb: 'storage',
  overlay_gb: 'overlay',
  gpu: 'gpu',
  gpu_vram_mib: 'gpu_vram',
  entrypoint: 'entrypoint',
  cmd: 'cmd',
  env: 'env',
  workdir: 'workdir',
  user: 'user',
  init: 'init',
  ports: 'ports',
  udp_ports: 'udp_ports',
  mounts: 'volumes',
  staged_mounts: (mounts: readonly (readonly [number, string, string])[]) => ({
    staged_volumes: mounts.map(([, source, target]) => [source, target]),
  }),
  disk_volumes: 'disk_volumes',
  remote_volumes: 'remote_volumes',
  allowed_cidrs: 'allow_cidrs',
  dns_filter_hosts: (hosts: readonly string[]) => ({ hosts: hosts.toSorted() }),
  egress_rules: egress,
  block_private: blockPrivate,
  credential_policy: ({ credentials }: { readonly credentials: unknown }) => ({ credentials }),
  ssh_agent: 'ssh_agent',
  secret_refs: 'secrets',
  restart: ({
    policy,
    max_retries: retries,
    max_backoff_secs: backoff,
  }: Readonly<Record<string, unknown>>) => ({
    'restart.policy': policy,
    'restart.max_retries': retries,
    'restart.max_backoff_secs': backoff,
  }),
  health_cmd: 'health.exec',
  health_interval_secs: 'health.interval_secs',
  health_timeout_secs: 'health.timeout_secs',
  health_retries: 'health.retries',
  health_startup_grace_secs: 'health.startup_grace_secs',
  block_io: 'block_io',
  disk_durability: 'disk_durability',
  network_backend: 'net_backend',
  network_name: 'network',
  stop_on_exit: 'stop_on_exit',
  stop_signal: 'stop_signal',
  stop_timeout_secs: 'stop_timeout',
  cuda: 'cuda',
  rosetta: 'rosetta',
  docker_socket: 'docker_socket',
  forkable: 'forkable',
  fork_pool_size: 'fork_pool_size',
  // where CUDA is on, from 1.28.1
  cuda_fork_pool_size: 'fork_pool_size',
  cuda_vram_limit_mib: 'cuda_vram_limit_mib',
  shm_size: 'shm_size',
  dns: 'dns',
  dns_options: 'dns_options',
  guest_subnet: 'guest_subnet',
  nested_virt: 'nested',
  labels: 'labels',
  published_sockets: 'published_sockets',
  disks: 'disks',
  cache_disk: 'cache_disk',
};

interface BootMount {
  readonly source: string;
  readonly target: string;
  readonly read_only: boolean;
  readonly staged?: boolean;
}
interface BootPort {
  readonly host: number;
  readonly guest: number;
  readonly protocol?: string;
}

/** What a machine's boot configuration has of each (`machine run`); nothing of the workload. */
export const BOOT: Table = {
  mounts: (mounts: readonly BootMount[]) => ({
    volumes: mounts.filter(({ staged }) => !staged).map((one) => [one.source, one.target, one.read_only]),
    staged_volumes: mounts.filter(({ staged }) => staged).map((one) => [one.source, one.target]),
  }),
  ports: (ports: readonly BootPort[]) => ({
    ports: ports.filter(({ protocol }) => protocol !== 'udp').map(({ host, guest }) => [host, guest]),
    udp_ports: ports.filter(({ protocol }) => protocol === 'udp').map(({ host, guest }) => [host, guest]),
  }),
  dns_filter_hosts: (hosts: readonly string[]) => ({ hosts: hosts.toSorted() }),
  credentials: ({ policy }: { readonly policy: { readonly credentials: unknown } }) => ({
    credentials: policy.credentials,
  }),
  ssh_agent_socket: () => ({ ssh_agent: true }),
  expose_docker: 'docker_socket',
  // from 1.6.1 on among the resources as well
  cuda: 'cuda',
  published_sockets: 'published_sockets',
  resources: (resources: Readonly<Record<string, unknown>>) => read(resources, RESOURCES),
};

export const RESOURCES: Table = {
  cpus: 'cpus',
  memory_mib: 'memory',
  network: 'net',
  storage_gib: 'storage',
  overlay_gib: 'overlay',
  gpu: 'gpu',
  gpu_vram_mib: 'gpu_vram',
  cuda: 'cuda',
  rosetta: 'rosetta',
  allowed_cidrs: 'allow_cidrs',
  egress_rules: egress,
  block_private: blockPrivate,
  disk_volumes: 'disk_volumes',
  block_io: 'block_io',
  disk_durability: 'disk_durability',
  network_backend: 'net_backend',
  network_name: 'network',
  shm_size: 'shm_size',
  dns: 'dns',
  dns_options: 'dns_options',
  guest_subnet: 'guest_subnet',
  nested_virt: 'nested',
};

/** What smolvm's side says, by the toolkit's names. */
export function read(from: Readonly<Record<string, unknown>>, table: Table): Facts {
  const facts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(from)) {
    const to = table[name];
    if (typeof to === 'string') facts[to] = value;
    else if (to) Object.assign(facts, to(value as never, from));
  }
  return facts;
}
