/** A text that the benches parse. */
export interface BenchDocument {
  readonly name: string;
  readonly text: string;
}

const SMOLFILE = `# Web service with its dependencies
image = "ghcr.io/acme/api:1.4.2"
entrypoint = ["/bin/sh", "-c"]
cmd = ["node server.js --port 8080"]
workdir = "/app"
cpus = 4
memory = 2048
net = true
storage = 40 # GiB

[dev]
volumes = ["./src:/app/src", "./config:/etc/api:ro"]
env = [
  "NODE_ENV=development",
  "LOG_LEVEL=debug", # noisy
  "DATABASE_URL=postgres://db.internal/api",
]
init = ["npm ci", "npm run migrate"]
ports = ["8080:80", "9229"]

[network]
allow_hosts = ["registry.npmjs.org", "api.github.com"]
allow_cidrs = ["10.0.0.0/8"]

[health]
exec = ["curl", "-fsS", "http://localhost:8080/healthz"]
interval = "10s"
retries = 3

[secrets.API_TOKEN]
from_env = "ACME_API_TOKEN"
`;

/** One more section of a large file; sections differ, as those of real files do. */
function section(index: number): string {
  return `
# Service ${index}
[services.api-${index}]
image = "registry.example.com/team-${index % 7}/api:${index}.${index % 10}"
replicas = ${1 + (index % 9)}
weight = ${(index % 100) / 4}
enabled = ${index % 3 === 0}
since = 2024-0${1 + (index % 9)}-1${index % 10}T08:30:00Z
ports = ["${8000 + (index % 1000)}:80", "${9000 + (index % 1000)}:90"]
env = [
  "NAME=api-${index}",
  "PATH_PREFIX=/v${index % 4}",
]
note = 'C:\\srv\\${index}'
"display name" = "API \\"${index}\\""
limits.cpus = ${1 + (index % 4)}
limits.memory = ${256 * (1 + (index % 16))}
health = { path = "/healthz", timeout = ${index % 30}, retries = 3 }
`;
}

function large(enough: (text: string, lines: number) => boolean): string {
  let text = SMOLFILE;
  let lines = 30;
  for (let index = 0; !enough(text, lines); index++) {
    text += section(index);
    lines += 18;
  }
  // Joined pieces are a rope inside V8; a file that was read is flat, which is what is to be measured.
  return Buffer.from(text).toString();
}

/** What the benches parse: a typical Smolfile and two sizes that no Smolfile has. */
export const BENCH_DOCUMENTS: readonly BenchDocument[] = [
  { name: '30 lines', text: SMOLFILE },
  { name: '1,000 lines', text: large((_, lines) => lines >= 1000) },
  { name: '1 MB', text: large((text) => text.length >= 1_000_000) },
];
