/** The image of a starter: small, and with a package manager to try things with. */
export const DEFAULT_IMAGE = 'alpine:3.22';

/**
 * A Smolfile to start from, which lints clean. Lines that begin with `#` and no blank are settings to uncomment.
 *
 * @param image as it is to stand in the file.
 */
export function starter(image: string): string {
  return `# What smolvm should run, and how: https://github.com/smol-machines/smolvm
#
#   smolfile lint                          check this file
#   smolfile resolve                       see what it comes to, without running anything
#   smolvm machine run -s Smolfile         run it once
#   smolvm machine create -s Smolfile      make a machine of it, to start and stop
#
# \`smolfile explain KEY\` explains every key.

# The container image that the machine boots.
image = ${JSON.stringify(image)}

# What it runs: a program and its arguments, each an element. For a shell, name it.
cmd = ["sh", "-c", "echo Hello from smolvm; uname -a"]

# Virtual CPUs, and memory in MiB.
cpus = 2
memory = 1024

# Access to the network: the image is pulled through it.
net = true

# Environment variables, as a list. What is secret belongs under [secrets].
env = ["LANG=C.UTF-8"]

# Everything below is for machines, not for packed applications.
[dev]
# Ports of the host and of the machine; they are published on the host's own addresses only.
#ports = ["8080:80"]

# Folders of the host in the machine; a relative one starts where smolvm is called. \`:ro\` makes it read-only.
#volumes = [".:/workspace/app:ro"]

# Shell commands that prepare the machine. They run until they have succeeded once.
#init = ["apk add --no-cache curl"]

# Read when the machine starts; the values stay on the host. \`smolvm machine run\` cannot do this together with init.
#[secrets.API_TOKEN]
#from_env = "API_TOKEN"
`;
}
