import { WORDS } from './shared.ts';
import type { Row } from './types.ts';
import { rowsOf } from './types.ts';

/** A flag of `docker run`: its row, and how it is written. */
export interface RunFlag extends Row {
  /** One letter. */
  readonly short?: string;
  readonly takesValue: boolean;
}

/**
 * Every flag of `docker run` 28.2, hidden ones aside, with what becomes of it (import 6): letter, whether it takes a
 * value, outcomes, keys, words.
 */
const FLAGS: readonly (readonly [string, string, boolean, string, string, string])[] = [
  ['add-host', '', true, 'cd', 'dev.init', WORDS.hosts],
  ['annotation', '', true, 'd', '', WORDS.label],
  ['attach', 'a', true, 'd', '', WORDS.terminal],
  ['blkio-weight', '', true, 'd', '', WORDS.noLimit],
  ['blkio-weight-device', '', true, 'd', '', WORDS.noLimit],
  ['cap-add', '', true, 'k', '', WORDS.privileged],
  ['cap-drop', '', true, 'd', '', WORDS.lessPrivilege],
  ['cgroup-parent', '', true, 'd', '', WORDS.networkMode],
  ['cgroupns', '', true, 'd', '', WORDS.networkMode],
  ['cidfile', '', true, 'd', '', WORDS.docker],
  ['cpu-count', '', true, 'd', '', WORDS.noLimit],
  ['cpu-percent', '', true, 'd', '', WORDS.noLimit],
  ['cpu-period', '', true, 'd', '', WORDS.noLimit],
  ['cpu-quota', '', true, 'd', '', WORDS.noLimit],
  ['cpu-rt-period', '', true, 'd', '', WORDS.noLimit],
  ['cpu-rt-runtime', '', true, 'd', '', WORDS.noLimit],
  ['cpu-shares', 'c', true, 'd', '', WORDS.noLimit],
  ['cpus', '', true, 'kc', 'cpus', WORDS.cpus],
  ['cpuset-cpus', '', true, 'd', '', WORDS.noLimit],
  ['cpuset-mems', '', true, 'd', '', WORDS.noLimit],
  ['detach', 'd', false, 'k', '', '`smolvm machine create` and `machine start`.'],
  ['detach-keys', '', true, 'd', '', WORDS.docker],
  ['device', '', true, 'dc', 'gpu', `Devices of the host are not in a machine. ${WORDS.gpu}`],
  ['device-cgroup-rule', '', true, 'd', '', 'Devices of the host are not in a machine.'],
  ['device-read-bps', '', true, 'd', '', WORDS.noLimit],
  ['device-read-iops', '', true, 'd', '', WORDS.noLimit],
  ['device-write-bps', '', true, 'd', '', WORDS.noLimit],
  ['device-write-iops', '', true, 'd', '', WORDS.noLimit],
  ['disable-content-trust', '', false, 'd', '', WORDS.docker],
  ['dns', '', true, 'd', '', WORDS.dns],
  ['dns-option', '', true, 'd', '', WORDS.dns],
  ['dns-search', '', true, 'd', '', WORDS.dns],
  ['domainname', '', true, 'd', '', WORDS.hostname],
  ['entrypoint', '', true, 'kc', 'entrypoint', WORDS.command],
  ['env', 'e', true, 'kcd', 'env secrets', WORDS.env],
  ['env-file', '', true, 'cd', 'secrets', WORDS.envFile],
  ['expose', '', true, 'd', '', 'It publishes nothing: other containers reach the port anyway.'],
  ['gpus', '', true, 'c', 'cuda', WORDS.gpu],
  ['group-add', '', true, 'd', '', 'A Smolfile names a user and one group: `user`.'],
  ['health-cmd', '', true, 'cd', 'health', WORDS.health],
  ['health-interval', '', true, 'kcd', 'health', WORDS.health],
  ['health-retries', '', true, 'kcd', 'health', WORDS.health],
  ['health-start-interval', '', true, 'd', '', 'smolvm checks at one interval only.'],
  ['health-start-period', '', true, 'kcd', 'health', WORDS.health],
  ['health-timeout', '', true, 'kcd', 'health', WORDS.health],
  ['help', '', false, 'd', '', WORDS.docker],
  ['hostname', 'h', true, 'd', '', WORDS.hostname],
  ['init', '', false, 'd', '', WORDS.init],
  ['interactive', 'i', false, 'd', '', WORDS.terminal],
  ['io-maxbandwidth', '', true, 'd', '', WORDS.noLimit],
  ['io-maxiops', '', true, 'd', '', WORDS.noLimit],
  ['ip', '', true, 'd', '', WORDS.network],
  ['ip6', '', true, 'd', '', WORDS.network],
  ['ipc', '', true, 'd', '', WORDS.networkMode],
  ['isolation', '', true, 'd', '', WORDS.docker],
  ['kernel-memory', '', true, 'd', '', WORDS.noLimit],
  ['label', 'l', true, 'd', '', WORDS.label],
  ['label-file', '', true, 'd', '', WORDS.label],
  ['link', '', true, 'd', '', WORDS.network],
  ['link-local-ip', '', true, 'd', '', WORDS.network],
  ['log-driver', '', true, 'd', '', WORDS.logging],
  ['log-opt', '', true, 'd', '', WORDS.logging],
  ['mac-address', '', true, 'd', '', WORDS.networkMode],
  ['memory', 'm', true, 'kc', 'memory', WORDS.memory],
  ['memory-reservation', '', true, 'd', '', WORDS.noLimit],
  ['memory-swap', '', true, 'd', '', WORDS.noLimit],
  ['memory-swappiness', '', true, 'd', '', WORDS.noLimit],
  ['mount', '', true, 'kcd', 'dev.volumes', WORDS.volumes],
  ['name', '', true, 'k', '', WORDS.name],
  ['network', '', true, 'cd', 'net', WORDS.network],
  ['network-alias', '', true, 'd', '', WORDS.network],
  ['no-healthcheck', '', false, 'k', '', 'smolvm never takes a check from an image.'],
  ['oom-kill-disable', '', false, 'd', '', WORDS.noLimit],
  ['oom-score-adj', '', true, 'd', '', WORDS.noLimit],
  ['pid', '', true, 'd', '', WORDS.networkMode],
  ['pids-limit', '', true, 'd', '', WORDS.noLimit],
  ['platform', '', true, 'dc', 'rosetta', WORDS.platform],
  ['privileged', '', false, 'k', '', WORDS.privileged],
  ['publish', 'p', true, 'kcd', 'dev.ports', WORDS.ports],
  [
    'publish-all',
    'P',
    false,
    'd',
    '',
    'It publishes what the image exposes, at random ports; write the ports that you need under `[dev]`.',
  ],
  ['pull', '', true, 'd', '', WORDS.pull],
  ['quiet', 'q', false, 'd', '', WORDS.docker],
  ['read-only', '', false, 'd', '', WORDS.lessPrivilege],
  ['restart', '', true, 'kc', 'restart stop_on_exit', WORDS.restart],
  ['rm', '', false, 'k', '', '`smolvm machine run` leaves no machine behind.'],
  ['runtime', '', true, 'd', '', WORDS.docker],
  ['security-opt', '', true, 'kd', '', WORDS.lessPrivilege],
  ['shm-size', '', true, 'd', '', WORDS.shm],
  ['sig-proxy', '', false, 'd', '', WORDS.docker],
  ['stop-signal', '', true, 'kcd', 'stop_signal', WORDS.stopSignal],
  ['stop-timeout', '', true, 'kcd', 'stop_timeout', WORDS.stopTimeout],
  ['storage-opt', '', true, 'd', '', '`storage` sets the size of the disk.'],
  ['sysctl', '', true, 'd', '', WORDS.kernel],
  ['tmpfs', '', true, 'kd', '', WORDS.tmpfs],
  ['tty', 't', false, 'd', '', WORDS.terminal],
  ['ulimit', '', true, 'd', '', WORDS.kernel],
  [
    'use-api-socket',
    '',
    false,
    'd',
    '',
    '`smolvm machine create --mount-socket HOST:GUEST` shows a socket of the host.',
  ],
  ['user', 'u', true, 'kd', 'user', WORDS.user],
  ['userns', '', true, 'd', '', WORDS.networkMode],
  ['uts', '', true, 'd', '', WORDS.networkMode],
  ['volume', 'v', true, 'kcd', 'dev.volumes', WORDS.volumes],
  ['volume-driver', '', true, 'd', '', WORDS.docker],
  [
    'volumes-from',
    '',
    true,
    'd',
    '',
    'Machines share no volumes; a folder of the host can be mounted in both.',
  ],
  ['workdir', 'w', true, 'k', 'workdir', WORDS.workdir],
];

/** Other spellings that `docker run` takes. */
export const RUN_ALIASES: Readonly<Record<string, string>> = {
  net: 'network',
  'net-alias': 'network-alias',
  'dns-opt': 'dns-option',
};

/** The flags, in the order of `docker run --help`. */
export const RUN_FLAGS: readonly RunFlag[] = FLAGS.map(([name, short, takesValue, letters, to, why]) => ({
  ...rowsOf([[`--${name}`, letters, to, why]])[0]!,
  ...(short !== '' && { short }),
  takesValue,
}));

/** What stands in a `docker run` line beside its flags. */
export const DOCKER_RUN: readonly Row[] = [
  ...RUN_FLAGS,
  ...rowsOf([
    ['IMAGE', 'k', 'image', 'The image to boot.'],
    ['COMMAND', 'kc', 'cmd', WORDS.command],
    ['unknown', 'd', '', 'Words before the image that are no flags of `docker run`.'],
  ]),
];
