import { parseCidr } from '../../grammars/index.ts';
import type { Stage } from '../../model/diagnostic.ts';
import type { RuleContext } from '../context.ts';
import { parsedCidrs, type ParsedCidr } from '../cidrs.ts';
import { at, partOf } from '../places.ts';
import { fixString } from '../fixes.ts';
import { defineRule } from '../rule.ts';

const CHECKED = ['network.allow_cidrs', 'network.deny_cidrs'] as const;

export default defineRule({
  code: 'cidr-invalid',
  summary: 'An entry of a list of ranges that is neither an address nor a range',
  why: 'An entry is an IP address or `ADDRESS/PREFIX`, without spaces, brackets, ports or host names. `pack create` never reads the lists. Entries of `allow_private` are looked at only when the machine starts, which then fails.',
  help: 'Write an address or a range, for example `10.0.0.0/8` or `1.1.1.1`; names belong into `allow_hosts`.',
  evidence: 'facts 4.5, 5 row 38, values 4, 6; src/smolfile.rs:86-104',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'allow-cidrs',
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: '[network]\nallow_cidrs = ["10.0.0.0/33"] # error: cidr-invalid\n' },
      { toml: '[network]\nallow_cidrs = [" 10.0.0.0/8"] # error: cidr-invalid\n' },
      { toml: '[network]\nallow_cidrs = ["example.com"] # error: cidr-invalid\n' },
      { toml: '[network]\ndeny_cidrs = ["10.0.0.0/33"] # error: cidr-invalid\n' },
      {
        toml: '[network]\nallow_private = ["lan"] # error: cidr-invalid\n',
        note: 'Accepted, and no start works.',
      },
    ],
    valid: [{ toml: '[network]\nallow_cidrs = ["10.0.0.0/8", "1.1.1.1", "2001:db8::/32"]\n' }],
  },
  check(context) {
    for (const path of CHECKED) for (const one of parsedCidrs(context, path)) test(one, context);
    // what comes from a flag is checked at once
    for (const item of context.merged('network.allow_private').texts)
      if (!item.source) test({ item, parsed: parseCidr(item.value) }, context, 'launch');
  },
});

function test({ item, parsed }: ParsedCidr, context: RuleContext, stage: Stage = 'config'): void {
  if (parsed.ok) return;
  const { message, help, from, to } = parsed.problem;
  const range = partOf(context, item, from, to);
  context.report({
    ...at(item),
    range,
    stage,
    ...(item.layer === 'network.deny_cidrs' && { check: 'deny-cidrs' }),
    message,
    help,
    ...fixString(item, parsed.problem),
  });
}
