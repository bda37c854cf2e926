import type { GivenValue } from '../../merge/index.ts';
import { at } from '../places.ts';
import { portsOf } from '../ports.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'port-duplicate-host',
  summary: 'A host port that is published twice',
  why: 'smolvm refuses a machine of which two mappings use the same port of the host. The same guest port twice is fine.',
  help: 'Give each mapping a host port of its own.',
  evidence: 'facts 4.1, 5 row 21; src/data/network.rs:125',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'duplicate-ports',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: 'net = true\n\n[dev]\nports = [\n  "8080:80",\n  "8080:443", # error: port-duplicate-host\n]\n',
      },
    ],
    valid: [{ toml: 'net = true\n\n[dev]\nports = ["8080:80", "8081:80"]\n' }],
  },
  check(context) {
    // TCP and UDP have ports of their own
    const firsts = { tcp: new Map<number, GivenValue>(), udp: new Map<number, GivenValue>() };
    for (const { item, port } of portsOf(context)) {
      if (!port.ok) continue;
      const { protocol, mappings } = port.value;
      const first = firsts[protocol];
      const taken = mappings.find(({ host }) => first.has(host))?.host;
      const other = taken === undefined ? undefined : first.get(taken);
      if (other) {
        context.report({
          ...at(item),
          message: `Host port ${protocol === 'udp' ? `${taken}/udp` : taken} is published twice`,
          related: [{ ...at(other), message: 'first published here' }],
        });
      }
      for (const { host } of mappings) if (!first.has(host)) first.set(host, item);
    }
  },
});
