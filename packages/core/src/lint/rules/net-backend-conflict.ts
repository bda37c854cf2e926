import { at, effectiveList, effectiveValue, type Contribution } from '../effective.ts';
import { hasNetworkAtBoot } from '../network.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'net-backend-conflict',
  summary: 'A network backend that cannot do what the machine asks for',
  why: 'The backend `tsi` only lets connections out: it can neither publish ports nor enforce an egress list, and smolvm refuses the combination. `virtio-net` needs a network to be there. Without a choice, smolvm takes the right one by itself.',
  help: 'Leave the backend out, or choose `virtio-net`.',
  evidence: 'facts 2.6; src/network/launch.rs:34-155',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'backend',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: 'net = true\n\n[dev]\nports = ["8080:80"]\n',
        flags: '--net-backend tsi',
        expect: ['flags: error: net-backend-conflict'],
      },
      {
        toml: '[network]\nallow_hosts = ["example.com"]\n',
        flags: '--net-backend tsi',
        expect: ['flags: error: net-backend-conflict'],
      },
      {
        toml: 'cpus = 2\n',
        flags: '--net-backend virtio-net',
        expect: ['flags: error: net-backend-conflict'],
      },
      {
        toml: 'net = true\nnet_backend = "tsi" # error: net-backend-conflict\n\n[dev]\nports = ["8080:80"]\n',
        smolvm: '1.21.0',
      },
    ],
    valid: [
      { toml: 'net = true\n\n[dev]\nports = ["8080:80"]\n', flags: '--net-backend virtio-net' },
      { toml: 'net = true\n', flags: '--net-backend tsi' },
      {
        toml: '[dev]\nvolumes = []\n\n[network]\nallow_hosts = ["example.com"]\n',
        flags: '--net-backend virtio-net',
      },
    ],
  },
  check(context) {
    const { document, settings, call, report } = context;
    const backend = effectiveValue(context, 'net_backend');
    if (!backend) return;
    if (backend.value === 'virtio-net') {
      if (document.damaged || hasNetworkAtBoot(context)) return;
      const off = settings.boolean('net');
      report({
        ...at(backend),
        message: 'The backend `virtio-net` needs a network, and this machine has none',
        help: 'Add `net = true` to the file, or `--net` to the call.',
        related: off ? [{ range: off.range, message: 'switched off here' }] : [],
        // a call may yet switch the network on
        ...(!call && { severity: 'warning' }),
      });
      return;
    }
    if (backend.value !== 'tsi') return;
    const ports = effectiveList(context, 'ports')[0];
    const policy = [
      ...effectiveList(context, 'network.allow_cidrs'),
      ...effectiveList(context, 'network.allow_hosts'),
    ][0];
    const reason: Contribution | undefined = ports ?? policy;
    if (!reason) return;
    report({
      ...at(backend),
      message: ports
        ? 'The backend `tsi` cannot publish ports'
        : 'The backend `tsi` does not enforce an egress list',
      related: [{ ...at(reason), message: ports ? 'this port is published' : 'this is to be enforced' }],
    });
  },
});
