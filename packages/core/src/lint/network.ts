import type { Settings } from '../document/settings.ts';
import { effectiveList } from './context.ts';

/** Whether a file's egress lists switch the network on (facts 2.6): any entry does, whatever it says. */
export function hasEgressList(settings: Settings): boolean {
  return settings.isNonEmpty('network.allow_hosts') || settings.isNonEmpty('network.allow_cidrs');
}

/** Whether the file gives the machine a network in its record: `net`, or any egress list. */
export function opensNetwork(settings: Settings): boolean {
  const implied = ['network.allow_host_patterns', 'network.credentials'].some((path) => settings.isNonEmpty(path));
  return (settings.boolean('net')?.value ?? false) || hasEgressList(settings) || implied;
}

/** Whether the machine boots with a network: published ports bring one too, though the record denies it. */
export function hasNetworkAtBoot(settings: Settings): boolean {
  return opensNetwork(settings) || effectiveList(settings, 'ports') !== undefined;
}
