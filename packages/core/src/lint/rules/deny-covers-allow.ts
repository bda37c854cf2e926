import { parseUdpAllow, shown, type Cidr } from '../../grammars/index.ts';
import { cidrsOf, parsedCidrs } from '../cidrs.ts';
import type { GivenText } from '../../merge/index.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'deny-covers-allow',
  summary: 'An allowed range that `deny_cidrs` closes again',
  why: 'What is denied is looked at before anything that is allowed: an allowed range inside of a denied one lets nothing through. A single exception from a denied range cannot be made.',
  help: 'Remove one of the two, or deny less.',
  evidence: 'values 4, releases 2',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: '[network]\nallow_cidrs = ["10.1.0.0/16"] # warning: deny-covers-allow\ndeny_cidrs = ["10.0.0.0/8"]\n',
      },
      {
        toml: '[network]\ndeny_cidrs = ["1.1.1.1"]\nallow_udp = ["1.1.1.1:53"] # warning: deny-covers-allow\n',
      },
    ],
    valid: [{ toml: '[network]\nallow_cidrs = ["10.0.0.0/8"]\ndeny_cidrs = ["10.1.0.0/16"]\n' }],
  },
  check(context) {
    const denied = parsedCidrs(context, 'network.deny_cidrs').flatMap(({ item, parsed }) =>
      parsed.ok ? [{ item, cidr: parsed.value }] : [],
    );
    if (denied.length === 0) return;
    const udp = context.merged('network.allow_udp').texts.flatMap((item) => {
      const parsed = parseUdpAllow(item.value);
      return parsed.ok ? [{ item, cidr: parsed.value.cidr }] : [];
    });
    const test = ({ item, cidr }: { item: GivenText; cidr: Cidr }): void => {
      const by = denied.find((one) => one.cidr.contains(cidr));
      if (!by) return;
      context.report({
        ...at(item),
        message: `${shown(item.value)} is allowed in vain: ${shown(by.item.value)} is denied, which counts first`,
        related: [{ ...at(by.item), message: 'denied here' }],
      });
    };
    for (const one of [...cidrsOf(context), ...udp]) test(one);
  },
});
