import { parseCidr, shown } from '../../grammars/index.ts';
import { cidrsOf, isPrivate } from '../cidrs.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'block-private-hides-range',
  summary: 'A private range in `allow_cidrs` that `block_private` keeps closed',
  why: '`block_private` keeps the machine out of private addresses but for those of `allow_private`. That a range is in `allow_cidrs` makes no exception.',
  help: 'Add the range to `allow_private`.',
  evidence: 'values 6, releases 2',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: '[network]\nblock_private = true\nallow_cidrs = ["10.1.0.0/16"] # info: block-private-hides-range\n',
      },
    ],
    valid: [
      {
        toml: '[network]\nblock_private = true\nallow_cidrs = ["10.1.0.0/16", "1.1.1.1"]\nallow_private = ["10.0.0.0/8"]\n',
      },
      { toml: '[network]\nallow_cidrs = ["10.1.0.0/16"]\n' },
    ],
  },
  check(context) {
    const on = context.merged('network.block_private').value;
    const exceptions = context.merged('network.allow_private').texts;
    const by = on?.value === true ? on : exceptions[0];
    if (!by) return;
    const open = exceptions.flatMap(({ value }) => {
      const parsed = parseCidr(value);
      return parsed.ok ? [parsed.value] : [];
    });
    for (const { item, cidr } of cidrsOf(context)) {
      if (!isPrivate(cidr) || open.some((range) => range.contains(cidr))) continue;
      context.report({
        ...at(item),
        message: `${shown(item.value)} is private, and \`block_private\` is on`,
        related: [{ ...at(by), message: 'switched on here' }],
      });
    }
  },
});
