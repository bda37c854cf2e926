import { formatPort, type PortMapping } from '../../grammars/index.ts';
import { at, partOf } from '../places.ts';
import { replaceString } from '../fixes.ts';
import { portsOf } from '../ports.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'port-privileged',
  summary: 'A host port below 1024',
  why: 'smolvm listens on the port of the host as the user who starts the machine, and most systems let only root listen below 1024: the machine is created, and publishing the port fails when it starts.',
  help: 'Use a host port from 1024 on; the guest port may stay.',
  evidence: 'facts 4.1, 5 row 22; tcp_listeners.rs',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'net = true\n\n[dev]\nports = ["80:8080"] # info: port-privileged\n' },
      { toml: 'net = true\n\n[dev]\nports = [\n  "443", # info: port-privileged\n]\n' },
      { toml: 'net = true\n', flags: '-p 80:80', expect: ['flags: info: port-privileged'] },
    ],
    valid: [{ toml: 'net = true\n\n[dev]\nports = ["8080:80", "1024:22"]\n' }],
  },
  check(context) {
    const ports = portsOf(context);
    let taken: ReadonlySet<number> | undefined;
    for (const { item, port } of ports) {
      const [first, ...others] = port.ok ? port.value.mappings : [];
      if (!port.ok || !first || first.host >= 1024) continue;
      const { host, guest } = first;
      const isOne = others.length === 0;
      const colon = item.value.indexOf(':');
      // the habit of everybody else: 80 becomes 8080, 443 becomes 8443
      const free = host === 80 ? 8080 : host + 8000;
      taken ??= new Set(ports.flatMap((one) => (one.port.ok ? one.port.value.mappings.map(hostOf) : [])));
      context.report({
        ...at(item),
        range: partOf(context, item, 0, colon === -1 ? item.value.length : colon),
        message: `Only root may listen on port ${host} of most hosts`,
        ...(!item.source &&
          isOne &&
          !taken.has(free) && {
            fix: replaceString(item, formatPort({ host: free, guest }, port.value.protocol), false),
          }),
      });
    }
  },
});

function hostOf({ host }: PortMapping): number {
  return host;
}
