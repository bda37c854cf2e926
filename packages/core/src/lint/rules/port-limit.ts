import { mostPortMappings } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { portsOf } from '../ports.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'port-limit',
  summary: 'More published ports than a machine may have',
  why: 'Releases that read ranges count what they stand for: a machine may have 64 mappings, TCP and UDP, file and flags together. smolvm refuses more.',
  help: 'Publish fewer ports, or reach the others from inside the machine.',
  evidence: 'values 10',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'ports',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: 'net = true\n\n[dev]\nports = [\n  "8000-8049",\n  "9000-9019", # error: port-limit\n]\n',
      },
      {
        toml: 'net = true\n\n[dev]\nports = ["8000-8063"]\n',
        flags: '--port 9000',
        expect: ['flags: error: port-limit'],
      },
    ],
    valid: [{ toml: 'net = true\n\n[dev]\nports = ["8000-8031", "8000-8031/udp"]\n' }],
  },
  check(context) {
    const most = mostPortMappings(context.release);
    let count = 0;
    let beyond: ReturnType<typeof at> | undefined;
    for (const { item, port } of portsOf(context)) {
      count += port.ok ? port.value.mappings.length : 0;
      if (count > most) beyond ??= at(item);
    }
    if (beyond)
      context.report({
        ...beyond,
        message: `From here on there are too many ports: ${count} in all, where a machine may have ${most}`,
      });
  },
});
