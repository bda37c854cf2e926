import { usesOf } from '../../call/call.ts';
import type { RelatedPlace } from '../../model/diagnostic.ts';
import type { RuleContext } from '../context.ts';
import type { GivenValue } from '../../merge/index.ts';
import { at } from '../places.ts';
import { opensNetwork } from '../network.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'net-backend-conflict',
  summary: 'A network backend that cannot do what the machine asks for',
  why: 'The backend `tsi` only lets connections out: it can neither publish ports nor enforce what `[network]` allows or denies, and has no networks with names or of a chosen range; smolvm refuses the combination. Credentials work with both. `virtio-net` needs a network to be there. Without a choice, smolvm takes the right one by itself.',
  help: 'Leave the backend out, or choose `virtio-net`.',
  evidence: 'facts 2.6, values 8; src/network/launch.rs:34-155',
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
      { toml: 'net_backend = "virtio-net" # error: net-backend-conflict\n' },
      {
        toml: 'net_backend = "tsi" # error: net-backend-conflict\n\n[network]\nblock_private = true\n',
      },
      {
        toml: 'net = true\n',
        flags: '--net-backend tsi --guest-subnet 10.200.0.0/30',
        expect: ['flags: error: net-backend-conflict'],
      },
      {
        toml: 'net = true\nnet_backend = "tsi" # error: net-backend-conflict\n\n[dev]\nports = ["8080:80"]\n',
        smolvm: '1.21.0',
      },
    ],
    valid: [
      {
        toml: 'net_backend = "tsi"\n\n[[network.credentials]]\nname = "npm"\nenvironment_variable = "NPM_TOKEN"\nallowed_hosts = ["registry.npmjs.org"]\n',
        note: 'Credentials are no egress list.',
      },
      { toml: 'net = true\n\n[dev]\nports = ["8080:80"]\n', flags: '--net-backend virtio-net' },
      { toml: 'net = true\n', flags: '--net-backend tsi' },
      {
        toml: '[dev]\nvolumes = []\n\n[network]\nallow_hosts = ["example.com"]\n',
        flags: '--net-backend virtio-net',
      },
    ],
  },
  check(context) {
    const { document, settings, report } = context;
    const backend = context.merged('net_backend').value;
    if (!backend) return;
    if (backend.value === 'virtio-net') {
      // `--network` alone brings none as long as there is a file (values 8)
      if (document.damaged || opensNetwork(context) || context.merged('ports').texts.length > 0) return;
      const off = settings.boolean('net');
      report({
        ...at(backend),
        message: 'The backend `virtio-net` needs a network, and this machine has none',
        help: 'Add `net = true` to the file, or `--net` to the call.',
        related: off ? [{ range: off.range, message: 'switched off here' }] : [],
      });
      return;
    }
    if (backend.value !== 'tsi') return;
    const conflict = conflictOf(context);
    if (!conflict) return;
    report({ ...at(backend), message: conflict.message, related: [conflict.with] });
  },
});

/** What only `virtio-net` can do, in the order in which smolvm asks (values 8). */
function conflictOf(context: RuleContext): { message: string; with: RelatedPlace } | undefined {
  const { call } = context;
  const place = (contribution: GivenValue, message: string): RelatedPlace => ({
    ...at(contribution),
    message,
  });
  const [port] = context.merged('ports').texts;
  if (port)
    return { message: 'The backend `tsi` cannot publish ports', with: place(port, 'this port is published') };
  const [policy] = POLICIES.flatMap(
    (path) => context.merged(path)?.winners.find(({ value }) => value !== false) ?? [],
  );
  if (policy)
    return {
      message: 'The backend `tsi` does not enforce an egress list',
      with: place(policy, 'this is to be enforced'),
    };
  for (const [flag, what] of FLAGS) {
    const [use] = usesOf(call, flag);
    if (use)
      return {
        message: `The backend \`tsi\` has no ${what}`,
        with: { range: use.range, source: 'flags', message: 'asked for here' },
      };
  }
  return undefined;
}

const POLICIES = [
  'network.allow_cidrs',
  'network.allow_hosts',
  'network.allow_host_patterns',
  'network.block_private',
  'network.allow_private',
  'network.deny_cidrs',
  'network.allow_udp',
];

/** Flags without a key, and what they are. */
const FLAGS = [
  ['network', 'named networks'],
  ['guest-subnet', 'network of its own to choose'],
] as const;
