import type { Row } from './types.ts';

/** A flag of `docker run`: its row, and how it is written. */
export interface RunFlag extends Row {
  /** One letter. */
  readonly short?: string;
  readonly takesValue: boolean;
  /** Whether it may be given several times; of any other the last one counts. */
  readonly repeats: boolean;
}

/** How the flags of `docker run` 28.2 are written, where a name is not all of it. */
const SHORT: Readonly<Record<string, string>> = {
  '--attach': 'a',
  '--cpu-shares': 'c',
  '--detach': 'd',
  '--env': 'e',
  '--hostname': 'h',
  '--interactive': 'i',
  '--label': 'l',
  '--memory': 'm',
  '--publish': 'p',
  '--publish-all': 'P',
  '--quiet': 'q',
  '--tty': 't',
  '--user': 'u',
  '--volume': 'v',
  '--workdir': 'w',
};

/** Flags that are on or off. */
const SWITCHES = new Set([
  '--detach',
  '--disable-content-trust',
  '--help',
  '--init',
  '--interactive',
  '--no-healthcheck',
  '--oom-kill-disable',
  '--privileged',
  '--publish-all',
  '--quiet',
  '--read-only',
  '--rm',
  '--sig-proxy',
  '--tty',
  '--use-api-socket',
]);

/** Flags that may be given several times. */
const LISTS = new Set([
  '--add-host',
  '--annotation',
  '--attach',
  '--blkio-weight-device',
  '--cap-add',
  '--cap-drop',
  '--device',
  '--device-cgroup-rule',
  '--device-read-bps',
  '--device-read-iops',
  '--device-write-bps',
  '--device-write-iops',
  '--dns',
  '--dns-option',
  '--dns-search',
  '--env',
  '--env-file',
  '--expose',
  '--gpus',
  '--group-add',
  '--label',
  '--label-file',
  '--link',
  '--link-local-ip',
  '--log-opt',
  '--mount',
  '--network',
  '--network-alias',
  '--publish',
  '--security-opt',
  '--storage-opt',
  '--sysctl',
  '--tmpfs',
  '--ulimit',
  '--volume',
  '--volumes-from',
]);

/** Other spellings that `docker run` takes. */
export const RUN_ALIASES: Readonly<Record<string, string>> = {
  '--net': '--network',
  '--net-alias': '--network-alias',
  '--dns-opt': '--dns-option',
};

/** The rows that are flags, with how they are written. */
export function runFlags(rows: readonly Row[]): RunFlag[] {
  return rows
    .filter(({ name }) => name.startsWith('--'))
    .map((row) => {
      const short = SHORT[row.name];
      return {
        ...row,
        ...(short !== undefined && { short }),
        takesValue: !SWITCHES.has(row.name),
        repeats: LISTS.has(row.name),
      };
    });
}
