/** What a machine publishes on its host. Pure. */
import { parsePort } from '@smolfile/core';
import { isRecord } from './machines.ts';

/** More ports than a person picks from. */
const MOST = 64;

/**
 * The ports of the host that a browser can open: those of TCP.
 *
 * @param config the merged configuration, as `smolfile/resolve` answers it.
 */
export function webPorts(config: unknown): number[] {
  const ports = isRecord(config) ? config['ports'] : undefined;
  if (!Array.isArray(ports)) return [];
  const found = ports.flatMap((port: unknown): number[] => {
    if (typeof port === 'string') {
      const parsed = parsePort(port);
      if (!parsed.ok || parsed.value.protocol !== 'tcp') return [];
      return parsed.value.mappings.map(({ host }) => host);
    }
    const isTcp = isRecord(port) && port['protocol'] !== 'udp';
    return isTcp && typeof port['host'] === 'number' ? [port['host']] : [];
  });
  return [...new Set(found)].slice(0, MOST);
}
