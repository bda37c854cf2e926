import { duplicateHostPort, parsePort } from '../../grammars/index.ts';
import type { Release } from '../../release/index.ts';
import { at } from '../places.ts';
import { opensNetwork } from '../network.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'ports-open-network',
  summary: 'A published port that opens the whole network to a machine without one',
  why: 'A published port needs a network device, and smolvm attaches one without any egress policy: the machine reaches everything, even with `net = false`, while its record says that it has no network.',
  help: 'Say `net = true` where that is meant. To keep the machine from going out, give it an egress list, for example `allow_cidrs = ["127.0.0.0/8"]` under `[network]`.',
  evidence: 'facts 2.6, 5 row 23; src/network/launch.rs:39-77',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: '[dev]\nports = ["8080:80"] # warning: ports-open-network\n' },
      { toml: 'net = false\nports = ["8080:80"] # warning: ports-open-network\n' },
      { toml: 'net = false\n', flags: '-p 8080:80', expect: ['flags: warning: ports-open-network'] },
    ],
    valid: [
      { toml: 'net = true\n\n[dev]\nports = ["8080:80"]\n', note: 'The network is meant.' },
      {
        toml: '[dev]\nports = ["8080:80"]\n\n[network]\nallow_cidrs = ["127.0.0.0/8"]\n',
        note: 'An egress list holds for such a machine too.',
      },
      { toml: '[dev]\nports = ["8080:80"]\n', flags: '--net' },
      { toml: '[dev]\nports = []\n' },
    ],
  },
  check(context) {
    const { document, settings, report } = context;
    if (document.damaged || opensNetwork(context)) return;
    const items = context.merged('ports').texts;
    const [first] = items;
    const list = first && settings.get(first.layer);
    if (
      !first ||
      isRefused(
        items.map(({ value }) => value),
        context.release,
      )
    )
      return;
    // not a list, or one with something else than strings in it, is refused as well
    if (
      list &&
      (list.value.type !== 'array' || settings.strings(list.path)?.length !== list.value.items.length)
    )
      return;
    const key = list?.key;
    const net = settings.boolean('net');
    report({
      ...at(first),
      ...(key && { range: key }),
      message: net
        ? 'A published port gives this machine the whole network, in spite of `net = false`'
        : 'A published port gives this machine the whole network, though nothing here asks for it',
      related: net ? [{ range: net.range, message: 'switched off here' }] : [],
    });
  },
});

/** Ports that are none, or one port twice: then there is no machine whose network could be open. */
function isRefused(specs: readonly string[], release: Release): boolean {
  const ports = specs.map((spec) => parsePort(spec, release));
  const mappings = ports.flatMap((port) => (port.ok ? [port.value] : []));
  return mappings.length < ports.length || duplicateHostPort(mappings) !== undefined;
}
