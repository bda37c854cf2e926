import { shown } from '../../grammars/index.ts';
import { nearMisses } from '../cidrs.ts';
import { at } from '../places.ts';
import { replaceString } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'cidr-nearly-private',
  summary: 'A range in `allow_cidrs` that is nearly a private one, but public',
  why: 'The private ranges are `10.0.0.0/8`, `172.16.0.0/12` and `192.168.0.0/16`. A prefix too short or a digit off lets the machine out to strangers on the internet, and often keeps it from the network that was meant.',
  help: 'Check the address and the prefix against the private range.',
  evidence: 'facts 4.5; RFC 1918, RFC 6598, RFC 4193',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: '[network]\nallow_cidrs = ["10.0.0.0/7"] # warning: cidr-nearly-private\n' },
      { toml: '[network]\nallow_cidrs = ["172.16.0.0/8"] # warning: cidr-nearly-private\n' },
      { toml: '[network]\nallow_cidrs = ["172.32.0.0/12"] # warning: cidr-nearly-private\n' },
      { toml: '[network]\nallow_cidrs = ["192.169.0.0/16"] # warning: cidr-nearly-private\n' },
      { toml: '[network]\nallow_cidrs = ["191.168.1.6"] # warning: cidr-nearly-private\n' },
    ],
    valid: [
      { toml: '[network]\nallow_cidrs = ["10.0.0.0/8", "172.31.0.0/16", "192.168.1.6"]\n' },
      { toml: '[network]\nallow_cidrs = ["172.217.0.0/16", "192.0.2.0/24", "0.0.0.0/0"]\n' },
    ],
  },
  check(context) {
    for (const [{ item, cidr }, near] of nearMisses(context)) {
      const { block, kind, suggestion } = near;
      context.report({
        ...at(item),
        message:
          kind === 'wider'
            ? `${shown(item.value)} reaches beyond the private range \`${block}\`: it is ${cidr.first} to ${cidr.last}`
            : `${shown(item.value)} is public; the private range next to it is \`${block}\``,
        ...(suggestion !== undefined && !item.source && { fix: replaceString(item, suggestion, false) }),
      });
    }
  },
});
