/** What a machine publishes on its host. Pure. */
import { isRecord } from './machines.ts';

/** More ports than a person picks from. */
const MOST = 64;

/**
 * The ports of the host that a browser can open: those of TCP.
 *
 * @param config the merged configuration, as `smolfile/resolve` answers it: pairs of host and guest.
 */
export function webPorts(config: unknown): number[] {
  const ports = isRecord(config) ? config['ports'] : undefined;
  if (!Array.isArray(ports)) return [];
  const hosts = ports.map((pair: unknown): unknown => (Array.isArray(pair) ? pair[0] : undefined));
  return [...new Set(hosts.filter((host) => typeof host === 'number'))].slice(0, MOST);
}
