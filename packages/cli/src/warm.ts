import { lint, parseSmolfile } from '@smolfile/core';

/** A file as people write them, with the keys that most have. */
const TYPICAL = `# A service, in development
image = "python:3.12-slim"
cmd = ["python", "-m", "http.server", "8000"]
workdir = "/app"
env = ["PORT=8000", "DEBUG"]
cpus = 2
memory = 1024
net = true

[network]
allow_hosts = ["pypi.org"]
allow_cidrs = ["10.0.0.0/8"]

[dev]
ports = ["8000:8000"]
volumes = ["./src:/app", "./data:/data:ro"]
init = ["pip install -r requirements.txt"]

[health]
exec = ["curl", "-f", "http://localhost:8000/"]
interval = "10s"
timeout = "2s"
retries = 3

[restart]
policy = "on-failure"
max_backoff = "1m"
`;

/** Calls what a lint of most files calls, so that what is kept of it does not depend on the file that came first. */
export function warm(): void {
  lint(parseSmolfile(TYPICAL));
}
