import { shown } from '../../grammars/index.ts';
import { cidrsOf, nearMisses } from '../cidrs.ts';
import { at } from '../places.ts';
import { replaceString } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'cidr-host-bits',
  summary: 'A range in `allow_cidrs` that is written with the address of a host',
  why: 'smolvm takes `10.1.2.3/8` as it is, and it means all of `10.0.0.0/8`: the part after the prefix counts for nothing.',
  help: 'Write the address of the network, or the address alone where only that host is meant.',
  evidence: 'facts 4.5, 5 row 39',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: '[network]\nallow_cidrs = ["10.1.2.3/8"] # info: cidr-host-bits\n' },
      { toml: '[network]\nallow_cidrs = ["2001:db8::1/32"] # info: cidr-host-bits\n' },
    ],
    valid: [
      { toml: '[network]\nallow_cidrs = ["10.0.0.0/8", "10.1.2.3", "10.1.2.4/32", "2001:db8::/32"]\n' },
    ],
  },
  check(context) {
    for (const one of cidrsOf(context)) {
      const { item, cidr } = one;
      // there the address tells what is meant, and the prefix is wrong
      if (!cidr.hasHostBits || nearMisses(context).has(one)) continue;
      context.report({
        ...at(item),
        message: `${shown(item.value)} means all of \`${cidr.network}\`, from ${cidr.first} to ${cidr.last}`,
        ...(!item.source && { fix: replaceString(item, cidr.network, true) }),
      });
    }
  },
});
