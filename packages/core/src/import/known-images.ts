import { normalizeImage } from '../grammars/index.ts';
import type { ImageFacts } from './image-facts.ts';

const POSIX_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The PATH of an image that sets none: what Docker and smolvm give it. */
export const DEFAULT_PATH: string = POSIX_PATH;

/** What is undefined differs between tags. */
interface Known {
  readonly entrypoint?: readonly string[];
  readonly cmd?: readonly string[];
  readonly stopSignal?: string;
}

/** Images whose ENTRYPOINT, CMD and STOPSIGNAL are the same in all their tags (their Dockerfiles, 2025). */
const IMAGES: Readonly<Record<string, Known>> = {
  'apache/airflow': { entrypoint: ['/usr/bin/dumb-init', '--', '/entrypoint'], cmd: [] },
  'axllent/mailpit': { entrypoint: ['/mailpit'], cmd: [] },
  'cloudflare/cloudflared': { entrypoint: ['cloudflared', '--no-autoupdate'], cmd: ['version'] },
  'grafana/grafana': { entrypoint: ['/run.sh'], cmd: [] },
  'grafana/loki': { entrypoint: ['/usr/bin/loki'] },
  'minio/minio': { entrypoint: ['/usr/bin/docker-entrypoint.sh'], cmd: ['minio'] },
  'ollama/ollama': { entrypoint: ['/bin/ollama'], cmd: ['serve'] },
  'portainer/portainer-ce': { entrypoint: ['/portainer'], cmd: [] },
  'prom/alertmanager': { entrypoint: ['/bin/alertmanager'] },
  'prom/node-exporter': { entrypoint: ['/bin/node_exporter'], cmd: [] },
  'prom/prometheus': { entrypoint: ['/bin/prometheus'] },
  'library/cassandra': { entrypoint: ['docker-entrypoint.sh'], cmd: ['cassandra', '-f'] },
  'library/elasticsearch': {
    entrypoint: ['/bin/tini', '--', '/usr/local/bin/docker-entrypoint.sh'],
    cmd: ['eswrapper'],
  },
  'library/ghost': { entrypoint: ['docker-entrypoint.sh'], cmd: ['node', 'current/index.js'] },
  'library/nextcloud': { entrypoint: ['/entrypoint.sh'] },
  'library/php': { entrypoint: ['docker-php-entrypoint'] },
  'library/wordpress': { entrypoint: ['docker-entrypoint.sh'] },
  'library/alpine': { cmd: ['/bin/sh'] },
  'library/amazonlinux': { cmd: ['/bin/bash'] },
  'library/busybox': { cmd: ['sh'] },
  'library/caddy': {
    cmd: ['caddy', 'run', '--config', '/etc/caddy/Caddyfile', '--adapter', 'caddyfile'],
  },
  'library/debian': { cmd: ['bash'] },
  'library/fedora': { cmd: ['/bin/bash'] },
  'library/golang': { cmd: ['bash'] },
  'library/httpd': { cmd: ['httpd-foreground'], stopSignal: 'SIGWINCH' },
  'library/mariadb': { entrypoint: ['docker-entrypoint.sh'], cmd: ['mariadbd'] },
  'library/memcached': { entrypoint: ['docker-entrypoint.sh'], cmd: ['memcached'] },
  'library/mongo': { entrypoint: ['docker-entrypoint.sh'], cmd: ['mongod'] },
  'library/mysql': { entrypoint: ['docker-entrypoint.sh'], cmd: ['mysqld'] },
  'library/nginx': {
    entrypoint: ['/docker-entrypoint.sh'],
    cmd: ['nginx', '-g', 'daemon off;'],
    stopSignal: 'SIGQUIT',
  },
  'library/node': { entrypoint: ['docker-entrypoint.sh'], cmd: ['node'] },
  'library/postgres': { entrypoint: ['docker-entrypoint.sh'], cmd: ['postgres'], stopSignal: 'SIGINT' },
  'library/python': { cmd: ['python3'] },
  'library/rabbitmq': { entrypoint: ['docker-entrypoint.sh'], cmd: ['rabbitmq-server'] },
  'library/redis': { entrypoint: ['docker-entrypoint.sh'], cmd: ['redis-server'] },
  'library/ruby': { cmd: ['irb'] },
  'library/rust': {},
  'library/traefik': { entrypoint: ['/entrypoint.sh'], cmd: ['traefik'] },
  'library/ubuntu': { cmd: ['/bin/bash'] },
};

/** What is known of an image by its name; nothing of most. */
export function knownImage(reference: string): ImageFacts {
  if (reference === 'scratch') return { entrypoint: [], cmd: [] };
  const { registry, repository } = normalizeImage(reference);
  const facts = registry === 'docker.io' ? IMAGES[repository] : undefined;
  if (!facts) return {};
  return { entrypoint: [], ...facts };
}
