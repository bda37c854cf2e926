/** Words that several formats need for the same thing. */
export const WORDS = {
  command:
    'What is written in a Smolfile replaces the image’s ENTRYPOINT and CMD, both; so both are written. smolvm expands and splits nothing.',
  env: 'smolvm substitutes nothing: the value is what stands here.',
  envFile:
    'The values stay in the file: load it into the environment before the machine starts (`set -a; . ./FILE; set +a`), and `[secrets]` refers to it.',
  ports:
    'smolvm opens ports on this computer only (127.0.0.1 and ::1); `SMOLVM_PUBLISH_ADDR=0.0.0.0` in the environment of whoever starts the machine opens them to others.',
  volumes:
    'smolvm mounts folders, looked up from the working directory. A named volume becomes a disk volume of this machine, empty at first.',
  tmpfs: '`/tmp` and `/run` of a machine are in memory anyway; the rest lies on its disk.',
  cpus: 'Whole CPUs, rounded up; smolvm gives 16 at most.',
  memory: 'In MiB, rounded up; the kernel of the machine lives in it too. smolvm’s own default is 8192.',
  noLimit: 'A machine has no such limit: its memory and CPUs are its own.',
  restart:
    'It acts only while `smolvm machine monitor` runs, and a machine must end with its workload: `stop_on_exit`.',
  health:
    'smolvm runs the check outside the image, without its programs, environment and user, and stops the machine when it fails too often; `smolvm machine monitor` must be running.',
  stopSignal: 'The signal that asks the workload to end.',
  stopTimeout: 'In seconds, 300 at most; both wait ten without it.',
  user: 'The workload runs as this user; `init` always as root.',
  workdir: 'The folder that the workload starts in.',
  network:
    'smolvm starts one machine. `--network NAME` lets machines reach each other by IP address; names do not resolve.',
  networkMode: 'A machine has a kernel, and so a network, of its own.',
  hosts: 'A line of `init` appends it to `/etc/hosts` when the machine first starts.',
  dns: '`smolvm machine create --dns IP` sets one IPv4 server.',
  gpu: '`cuda` forwards the CUDA driver to the host; `gpu` gives Vulkan. Neither is the device itself.',
  platform: 'smolvm boots the platform of the host; `machine run --oci-platform` asks for another.',
  shm: '`/dev/shm` is half of the memory; `--shm-size` sets it.',
  name: 'A machine gets its name at `smolvm machine create --name`, as the first lines of the Smolfile say.',
  label: '`smolvm machine create --label` gives a machine labels.',
  privileged: 'The workload has a kernel of its own, and all rights in it.',
  lessPrivilege:
    'The workload has a kernel of its own, and all rights in it; `machine run --unprivileged` takes them.',
  terminal: '`smolvm machine run -it` gives a terminal.',
  kernel: 'The machine has a kernel of its own; set it there, in `init`.',
  hostname: 'A machine is not told a host name.',
  init: 'The machine has an init of its own.',
  logging: 'The output of the workload goes to `smolvm machine logs`.',
  build: 'Something must be built: the archive of the built image is the image.',
  pull: 'smolvm fetches an image when it has not got it.',
  docker: 'It tells Docker, and nobody else, what to do.',
} as const;
