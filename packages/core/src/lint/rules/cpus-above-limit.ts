import { HYPERVISOR_MAX_CPUS } from '../../grammars/index.ts';
import { effectiveAmount } from '../amounts.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'cpus-above-limit',
  summary: 'More CPUs than the hypervisor gives',
  why: 'The hypervisor supports at most 16 CPUs. smolvm prints a warning, and the machine runs with 16.',
  help: 'Ask for 16 or fewer.',
  evidence: 'facts 4.7, 5 row 56; src/data/resources.rs:68',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: 'cpus = 32 # warning: cpus-above-limit\n' },
      { toml: 'cpus = 2\n', flags: '--cpus 17', expect: ['flags: warning: cpus-above-limit'] },
    ],
    valid: [{ toml: 'cpus = 16\n' }, { toml: 'cpus = 32\n', flags: '--cpus 8' }],
  },
  check(context) {
    const cpus = effectiveAmount(context, 'cpus');
    const most = Number(HYPERVISOR_MAX_CPUS);
    if (!cpus || cpus.amount <= most) return;
    const { chosen, amount } = cpus;
    const { start, end } = chosen.range;
    context.report({
      ...at(chosen),
      message: `This machine gets ${most} CPUs, not ${amount}: the hypervisor has no more`,
      ...(!chosen.source && {
        fix: {
          title: `Write \`${most}\``,
          safe: true,
          edits: [{ range: { start, end }, text: String(most) }],
        },
      }),
    });
  },
});
