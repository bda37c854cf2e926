import type { Meaning } from './types.ts';

const COMMAND =
  'What is written in a Smolfile replaces the image’s ENTRYPOINT and CMD, both; so both are written.';
const NO_LIMIT = 'A machine has no such limit: its memory and CPUs are its own.';
const OWN_KERNEL = 'A machine has a kernel, and so a network, of its own.';
const EXEC = '`smolvm machine exec` runs a command in a machine that is up.';
const STAGE = 'A stage that other stages take from is built with them.';

/**
 * What becomes of everything that an import reads (import 3 to 7): one row for one meaning, whatever the formats call
 * it. The pages and the reports are made from it.
 */
export const MEANINGS: readonly Meaning[] = [
  // the image
  {
    names: { dockerfile: { kcd: 'FROM' } },
    to: 'image',
    why: `A stage that only adds settings needs no build: its base is the image. One with RUN, COPY or ADD must be built: \`docker build\`, \`docker save\`, and the archive is the image. ${STAGE}`,
  },
  {
    names: { compose: { kc: 'image' }, devcontainer: { k: 'image' }, 'docker-run': { kc: 'IMAGE' } },
    to: 'image',
    why: 'The image to boot.',
  },
  {
    names: { compose: { c: 'build' }, devcontainer: { c: 'build, dockerFile' } },
    to: 'image',
    why: 'Something must be built: the archive of the built image is the image.',
  },
  { names: { devcontainer: { k: 'context' } }, why: 'The folder that the image is built in.' },
  {
    names: {
      dockerfile: { d: 'FROM --platform' },
      compose: { d: 'platform' },
      'docker-run': { d: '--platform' },
    },
    why: 'smolvm boots the platform of the host; `machine run --oci-platform`, or `oci_platform` under `[artifact]`, asks for another.',
  },
  {
    names: { compose: { d: 'pull_policy' }, 'docker-run': { d: '--pull' } },
    why: 'smolvm fetches an image when it has not got it.',
  },
  {
    names: { devcontainer: { d: 'features, overrideFeatureInstallOrder' } },
    why: 'Features are built into an image: `devcontainer build --image-name NAME`, and use that image.',
  },

  // what is done when an image is built
  {
    names: { dockerfile: { kd: 'ARG' } },
    to: 'image',
    why: 'Its value is put where it is used; nothing of it is left in the image, nor in the machine.',
  },
  {
    names: { dockerfile: { kcd: 'RUN' } },
    to: 'image dev.init',
    why: 'It is done when the image is built: once, and not at every start. `--init` puts it under `[dev]` instead, to be run as root when the machine first starts.',
  },
  {
    names: { dockerfile: { kcd: 'COPY' } },
    to: 'image dev.volumes',
    why: 'It is done when the image is built. With `--init` a folder is mounted under `[dev]` instead: live, written back, with its own owner, and without `.dockerignore`.',
  },
  {
    names: { dockerfile: { kcd: 'ADD' } },
    to: 'image dev.volumes',
    why: 'It is done when the image is built. With `--init` a folder is mounted under `[dev]` instead; nothing is unpacked or fetched.',
  },
  {
    names: { dockerfile: { kd: 'SHELL' } },
    to: 'image',
    why: 'It decides how the shell form of RUN, CMD, ENTRYPOINT and HEALTHCHECK is run, and has gone into those.',
  },
  { names: { dockerfile: { d: 'ONBUILD' } }, why: 'It acts only in images that are built on this one.' },

  // what is run
  { names: { dockerfile: { kcd: 'ENTRYPOINT' } }, to: 'entrypoint', why: COMMAND },
  { names: { 'docker-run': { kd: '--entrypoint' } }, to: 'entrypoint cmd', why: COMMAND },
  { names: { compose: { kcd: 'entrypoint' } }, to: 'entrypoint cmd secrets', why: COMMAND },
  {
    names: { dockerfile: { kcd: 'CMD' }, 'docker-run': { kcd: 'COMMAND' } },
    to: 'cmd',
    why: `${COMMAND} smolvm expands and splits nothing.`,
  },
  {
    names: { compose: { kcd: 'command' } },
    to: 'cmd secrets',
    why: `${COMMAND} smolvm expands and splits nothing.`,
  },
  {
    names: { devcontainer: { k: 'overrideCommand' } },
    to: 'entrypoint',
    why: 'A dev container waits; neither ENTRYPOINT nor CMD of its image runs. With false, they do.',
  },
  {
    names: { dockerfile: { kd: 'WORKDIR' } },
    to: 'workdir image',
    why: 'The folder that the workload starts in; smolvm wants the path whole.',
  },
  {
    names: {
      compose: { k: 'working_dir' },
      devcontainer: { k: 'workspaceFolder' },
      'docker-run': { k: '--workdir' },
    },
    to: 'workdir',
    why: 'The folder that the workload starts in; smolvm wants the path whole.',
  },
  {
    names: { dockerfile: { kd: 'USER' } },
    to: 'user image',
    why: 'The workload runs as this user; `init` always as root.',
  },
  {
    names: {
      compose: { kd: 'user' },
      devcontainer: { kd: 'remoteUser, containerUser' },
      'docker-run': { kd: '--user' },
    },
    to: 'user',
    why: 'The workload runs as this user; `init` always as root.',
  },
  {
    names: { devcontainer: { d: 'updateRemoteUserUID' } },
    why: 'smolvm leaves numbers of users alone: files of mounts have the owner that they have on the host.',
  },
  {
    names: { compose: { d: 'group_add' }, 'docker-run': { d: '--group-add' } },
    why: 'A Smolfile names a user and one group: `user`.',
  },
  {
    names: { devcontainer: { c: 'onCreateCommand, updateContentCommand, postCreateCommand' } },
    to: 'dev.init',
    why: 'A line of `init`: run as root when the machine first starts, before the workload.',
  },
  { names: { devcontainer: { d: 'initializeCommand' } }, why: 'It runs on the host; run it yourself.' },
  { names: { devcontainer: { d: 'postStartCommand' } }, why: `It runs at every start; ${EXEC}` },
  {
    names: { devcontainer: { d: 'postAttachCommand' } },
    why: `It runs whenever an editor attaches; ${EXEC}`,
  },
  { names: { compose: { d: 'post_start, pre_stop' } }, why: `smolvm has no such step; ${EXEC}` },
  {
    names: { compose: { d: 'develop' } },
    why: 'A folder that is mounted is live anyway; `smolvm machine exec` does the rest.',
  },
  {
    names: { compose: { d: 'tty, stdin_open' }, 'docker-run': { kd: '--tty, --interactive' } },
    why: '`smolvm machine run -it` gives a terminal.',
  },
  {
    names: { compose: { d: 'init' }, devcontainer: { d: 'init' }, 'docker-run': { d: '--init' } },
    why: 'The machine has an init of its own.',
  },

  // variables and secrets
  {
    names: { dockerfile: { kcd: 'ENV' } },
    to: 'env secrets entrypoint image',
    why: 'smolvm substitutes nothing: the value stands as Docker works it out.',
  },
  {
    names: {
      compose: { kcd: 'environment' },
      devcontainer: { kcd: 'containerEnv' },
      'docker-run': { kcd: '--env' },
    },
    to: 'env secrets entrypoint',
    why: 'smolvm substitutes nothing: the value stands as Docker works it out.',
  },
  {
    names: { compose: { kcd: 'env_file' }, 'docker-run': { kcd: '--env-file' } },
    to: 'secrets',
    why: 'The values stay in the file: it is loaded into the environment before the machine starts, and `[secrets]` refers to it.',
  },
  {
    names: { devcontainer: { cd: 'remoteEnv' } },
    to: 'dev.env',
    why: 'In a dev container these are for the editor’s tools and terminals only; in a machine everything has them.',
  },
  {
    names: { compose: { cd: 'secrets' } },
    to: 'secrets',
    why: 'smolvm has secrets as variables only: what the image reads as NAME_FILE is given as NAME.',
  },
  {
    names: { devcontainer: { d: 'secrets' } },
    why: 'It recommends variables to the user; `[secrets]` can refer to them.',
  },

  // ports
  {
    names: { dockerfile: { cd: 'EXPOSE' } },
    to: 'dev.ports',
    why: 'In Docker it publishes nothing by itself; smolvm opens the port on this computer only (127.0.0.1 and ::1).',
  },
  {
    names: {
      compose: { kcd: 'ports' },
      devcontainer: { kcd: 'appPort' },
      'docker-run': { kcd: '--publish' },
    },
    to: 'dev.ports',
    why: 'smolvm opens ports on this computer only (127.0.0.1 and ::1); `SMOLVM_PUBLISH_ADDR=0.0.0.0` in the environment of whoever starts the machine opens them to others.',
  },
  {
    names: { devcontainer: { kd: 'forwardPorts' } },
    to: 'dev.ports',
    why: 'The same port on this computer.',
  },
  {
    names: { compose: { d: 'expose' }, 'docker-run': { d: '--expose' } },
    why: 'It publishes nothing: other containers reach the port anyway.',
  },
  {
    names: { 'docker-run': { d: '--publish-all' } },
    why: 'It publishes what the image exposes, at random ports; write the ports that you need under `[dev]`.',
  },

  // files
  {
    names: {
      compose: { kcd: 'volumes' },
      devcontainer: { kcd: 'mounts' },
      'docker-run': { kcd: '--volume, --mount' },
    },
    to: 'dev.volumes auth.ssh_agent',
    why: 'smolvm mounts folders, looked up from the working directory. A named volume becomes a disk volume of this machine, empty at first.',
  },
  {
    names: { dockerfile: { cd: 'VOLUME' } },
    to: 'dev.volumes',
    why: 'Docker fills the volume from the image; the disk volume of a machine is empty at first. Where the release has none, the machine’s own disk keeps what is written.',
  },
  {
    names: { devcontainer: { kcd: 'workspaceMount' } },
    to: 'dev.volumes',
    why: 'The folder with the source, mounted.',
  },
  {
    names: { compose: { cd: 'configs' } },
    to: 'dev.volumes',
    why: 'A file that is mounted: smolvm mounts folders only.',
  },
  {
    names: { compose: { kd: 'tmpfs' }, 'docker-run': { kd: '--tmpfs' } },
    why: '`/tmp` and `/run` of a machine are in memory anyway; the rest lies on its disk.',
  },
  {
    names: { compose: { d: 'volumes_from' }, 'docker-run': { d: '--volumes-from' } },
    why: 'Machines share no volumes; a folder of the host can be mounted in both.',
  },
  {
    names: { compose: { kcd: 'shm_size' }, 'docker-run': { kcd: '--shm-size' } },
    why: '`/dev/shm` is half of the memory; `--shm-size` sets it.',
  },
  {
    names: { compose: { d: 'storage_opt' }, 'docker-run': { d: '--storage-opt' } },
    why: '`storage` sets the size of the disk.',
  },
  {
    names: { compose: { d: 'use_api_socket' }, 'docker-run': { d: '--use-api-socket' } },
    why: '`smolvm machine create --mount-socket HOST:GUEST` shows a socket of the host.',
  },

  // memory, CPUs, devices
  {
    names: {
      compose: { kcd: 'cpus, deploy.resources.limits.cpus' },
      devcontainer: { kcd: 'hostRequirements.cpus' },
      'docker-run': { kcd: '--cpus' },
    },
    to: 'cpus',
    why: 'Whole CPUs, rounded up; smolvm gives 16 at most.',
  },
  {
    names: {
      compose: { kcd: 'mem_limit, deploy.resources.limits.memory' },
      devcontainer: { kcd: 'hostRequirements.memory' },
      'docker-run': { kcd: '--memory' },
    },
    to: 'memory',
    why: 'In MiB, rounded up; the kernel of the machine lives in it too. smolvm’s own default is 8192.',
  },
  { names: { devcontainer: { cd: 'hostRequirements.storage' } }, to: 'storage', why: 'In GiB, rounded up.' },
  {
    names: { compose: { dc: 'deploy.resources.reservations' } },
    to: 'cuda',
    why: 'The memory and CPUs of a machine are its own. Of the devices, an NVIDIA GPU becomes `cuda`.',
  },
  {
    names: {
      compose: { cd: 'gpus' },
      devcontainer: { cd: 'hostRequirements.gpu' },
      'docker-run': { cd: '--gpus' },
    },
    to: 'cuda',
    why: '`cuda` forwards the CUDA driver to the host; it is not the device itself.',
  },
  {
    names: { compose: { dc: 'devices' }, 'docker-run': { dc: '--device' } },
    to: 'gpu cuda',
    why: 'Devices of the host are not in a machine. `cuda` forwards the CUDA driver to the host; `gpu` gives Vulkan.',
  },
  {
    names: {
      compose: {
        d: 'deploy.resources.limits.pids, memswap_limit, mem_reservation, mem_swappiness, pids_limit, cpuset, cpu_shares, cpu_quota, cpu_period, cpu_rt_period, cpu_rt_runtime, cpu_count, cpu_percent, blkio_config, oom_score_adj, oom_kill_disable',
      },
      'docker-run': {
        d: '--blkio-weight, --blkio-weight-device, --cpu-count, --cpu-percent, --cpu-period, --cpu-quota, --cpu-rt-period, --cpu-rt-runtime, --cpu-shares, --cpuset-cpus, --cpuset-mems, --device-read-bps, --device-read-iops, --device-write-bps, --device-write-iops, --io-maxbandwidth, --io-maxiops, --kernel-memory, --memory-reservation, --memory-swap, --memory-swappiness, --oom-kill-disable, --oom-score-adj, --pids-limit',
      },
    },
    why: NO_LIMIT,
  },
  {
    names: { compose: { d: 'device_cgroup_rules' }, 'docker-run': { d: '--device-cgroup-rule' } },
    why: 'Devices of the host are not in a machine.',
  },

  // how it ends
  {
    names: { compose: { kcd: 'restart' }, 'docker-run': { kc: '--restart' } },
    to: 'restart',
    why: 'It acts only while `smolvm machine monitor` runs, and a machine must end with its workload: `stop_on_exit`.',
  },
  {
    names: { compose: { ck: 'deploy.restart_policy' } },
    to: 'restart',
    why: 'It counts before `restart`, and acts only while `smolvm machine monitor` runs; `stop_on_exit` ends the machine with its workload.',
  },
  {
    names: {
      dockerfile: { kcd: 'HEALTHCHECK' },
      compose: { kcd: 'healthcheck' },
      'docker-run': {
        cd: '--health-cmd',
        kd: '--health-interval, --health-timeout, --health-retries, --health-start-period',
      },
    },
    to: 'health',
    why: 'smolvm runs the check outside the image, without its programs, environment and user, and stops the machine when it fails too often; `smolvm machine monitor` must be running.',
  },
  { names: { 'docker-run': { d: '--health-start-interval' } }, why: 'smolvm checks at one interval only.' },
  { names: { 'docker-run': { k: '--no-healthcheck' } }, why: 'smolvm never takes a check from an image.' },
  {
    names: {
      dockerfile: { kcd: 'STOPSIGNAL' },
      compose: { kcd: 'stop_signal' },
      'docker-run': { kcd: '--stop-signal' },
    },
    to: 'stop_signal',
    why: 'The signal that asks the workload to end.',
  },
  {
    names: { compose: { kcd: 'stop_grace_period' }, 'docker-run': { kcd: '--stop-timeout' } },
    to: 'stop_timeout',
    why: 'In seconds, 300 at most; both wait ten without it.',
  },

  // network
  {
    names: {
      compose: { d: 'depends_on, links, external_links, networks' },
      devcontainer: { d: 'runServices' },
      'docker-run': { d: '--ip, --ip6, --link, --link-local-ip, --network-alias' },
    },
    why: 'smolvm starts one machine. `--network NAME` lets machines reach each other by IP address; names do not resolve.',
  },
  {
    names: { compose: { kcd: 'network_mode' }, 'docker-run': { kcd: '--network' } },
    to: 'net',
    why: 'Machines in one network reach each other by IP address; names do not resolve.',
  },
  {
    names: { compose: { cd: 'extra_hosts' }, 'docker-run': { cd: '--add-host' } },
    to: 'dev.init',
    why: 'A line of `init` appends it to `/etc/hosts` when the machine first starts.',
  },
  {
    names: {
      compose: { cd: 'dns', d: 'dns_search, dns_opt' },
      'docker-run': { cd: '--dns', d: '--dns-search, --dns-option' },
    },
    why: '`smolvm machine create --dns IP` sets one IPv4 server.',
  },
  {
    names: { compose: { d: 'hostname, domainname' }, 'docker-run': { d: '--hostname, --domainname' } },
    why: 'A machine is not told a host name.',
  },
  {
    names: {
      compose: { d: 'pid, ipc, uts, userns_mode, cgroup, cgroup_parent, mac_address' },
      'docker-run': { d: '--cgroup-parent, --cgroupns, --ipc, --mac-address, --pid, --userns, --uts' },
    },
    why: OWN_KERNEL,
  },
  {
    names: { compose: { d: 'ulimits, sysctls' }, 'docker-run': { d: '--sysctl, --ulimit' } },
    why: 'The machine has a kernel of its own; set it there, in `init`.',
  },

  // rights
  {
    names: {
      compose: { k: 'privileged, cap_add' },
      devcontainer: { k: 'privileged, capAdd' },
      'docker-run': { k: '--privileged, --cap-add' },
    },
    why: 'The workload has a kernel of its own, and all rights in it.',
  },
  {
    names: {
      compose: { d: 'cap_drop, read_only', kd: 'security_opt' },
      devcontainer: { kd: 'securityOpt' },
      'docker-run': { d: '--cap-drop, --read-only', kd: '--security-opt' },
    },
    why: 'The workload has a kernel of its own, and all rights in it; `machine run --unprivileged` takes them.',
  },

  // names and notes
  {
    names: { compose: { k: 'container_name' }, 'docker-run': { k: '--name' } },
    why: 'A machine gets its name at `smolvm machine create --name`, as the first lines of the Smolfile say.',
  },
  {
    names: {
      dockerfile: { d: 'LABEL' },
      compose: { d: 'labels, label_file, annotations' },
      'docker-run': { d: '--annotation, --label, --label-file' },
    },
    why: 'A Smolfile has no labels; `smolvm machine create --label` gives a machine some.',
  },
  { names: { dockerfile: { d: 'MAINTAINER' } }, why: 'A Smolfile names nobody; a comment can.' },
  { names: { devcontainer: { k: 'name' } }, why: 'It stands at the top, as a comment.' },
  {
    names: { compose: { d: 'logging' }, 'docker-run': { d: '--log-driver, --log-opt' } },
    why: 'The output of the workload goes to `smolvm machine logs`.',
  },

  // what only Docker, or an editor, has to do with
  { names: { 'docker-run': { kd: '--detach' } }, why: '`smolvm machine create` and `machine start`.' },
  { names: { 'docker-run': { kd: '--rm' } }, why: '`smolvm machine run` leaves no machine behind.' },
  {
    names: { 'docker-run': { d: '--attach' } },
    why: '`smolvm machine run` shows the output; `machine logs` does later.',
  },
  {
    names: {
      compose: { d: 'attach, isolation, models, provider, runtime, credential_spec' },
      'docker-run': {
        d: '--cidfile, --detach-keys, --disable-content-trust, --help, --isolation, --quiet, --runtime, --sig-proxy, --volume-driver',
      },
    },
    why: 'It tells Docker, and nobody else, what to do.',
  },
  {
    names: {
      devcontainer: {
        d: '$schema, customizations, devPort, extensions, otherPortsAttributes, portsAttributes, settings, shutdownAction, userEnvProbe, waitFor',
      },
    },
    why: 'It is for the editor.',
  },

  // how the source is put together
  {
    names: { compose: { d: 'deploy.replicas, scale' } },
    why: 'One machine is one machine.',
  },
  { names: { compose: { d: 'deploy' } }, why: 'It is for a swarm.' },
  {
    names: { compose: { k: 'profiles' } },
    why: 'It decides whether the service is started unasked; a Smolfile is started when somebody does.',
  },
  { names: { compose: { k: '<<' } }, why: 'What the anchor has is merged in.' },
  { names: { compose: { k: 'extends' } }, why: 'What the other service has is merged in.' },
  { names: { compose: { k: 'include' } }, why: 'What the other file has is read with this one.' },
  {
    names: { compose: { d: 'definitions' } },
    why: 'What stands beside the services under `volumes`, `networks`, `secrets` and `configs`: what a service takes of it is said there.',
  },
  { names: { compose: { d: 'services' } }, why: 'Another service: a Smolfile of its own (`--service`).' },
  { names: { compose: { d: 'version' } }, why: 'Compose itself takes no notice of it.' },
  { names: { compose: { d: 'name' } }, why: 'The name of the project; machines have names of their own.' },
  { names: { compose: { d: 'x-' } }, why: 'An extension, which Compose passes over.' },
  {
    names: { devcontainer: { k: 'dockerComposeFile' } },
    why: 'The compose file is read, and the service in it.',
  },
  { names: { devcontainer: { k: 'service' } }, why: 'The service of the compose file.' },
  {
    names: { devcontainer: { d: 'runArgs' } },
    why: 'Each is a flag of `docker run`, and has a line of its own.',
  },
  { names: { dockerfile: { d: 'unknown' } }, why: 'Docker has no such instruction.' },
  { names: { compose: { d: 'unknown' } }, why: 'Compose has no such key.' },
  {
    names: { devcontainer: { d: 'unknown' } },
    why: 'The specification of dev containers has no such property.',
  },
];
