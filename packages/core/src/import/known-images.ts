import { normalizeImage } from '../values/index.ts';
import type { ImageFacts } from './image-facts.ts';

const POSIX_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The PATH of an image that sets none: what Docker and smolvm give it. */
export const DEFAULT_PATH: string = POSIX_PATH;

/** Official images whose ENTRYPOINT, CMD and STOPSIGNAL are the same in all their tags (docker-library, 2025). */
const IMAGES: Readonly<Record<string, { entrypoint?: string[]; cmd?: string[]; stopSignal?: string }>> = {
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
