import { checkResource } from '../../grammars/index.ts';
import { effectiveAmount } from '../amounts.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'packed-resource-too-small',
  summary: 'Too few CPUs or too little memory for a packed machine',
  why: '`pack create` takes any number for `cpus` and `memory`, and writes it into the pack. No machine comes up with less than 1 CPU or 64 MiB.',
  help: 'Raise the value, or remove the key for the default.',
  evidence: 'facts 2.7, 4.7, 13 (`cpus=0;memory=1;image=""` is packed)',
  since: '0.1.0',
  severity: 'warning',
  stage: 'launch',
  commands: ['pack'],
  examples: {
    invalid: [
      {
        toml: 'image = "alpine"\n\n[artifact]\ncpus = 0 # warning: packed-resource-too-small\n',
        command: 'pack',
      },
      {
        toml: 'image = "alpine"\nmemory = 32 # warning: packed-resource-too-small\n',
        command: 'pack',
      },
    ],
    valid: [
      { toml: 'image = "alpine"\nmemory = 32\n\n[artifact]\nmemory = 64\n', command: 'pack' },
      { toml: 'image = "alpine"\nmemory = 32\n', command: 'pack', flags: '--mem 512' },
    ],
  },
  check(context) {
    for (const key of ['cpus', 'memory'] as const) {
      const found = effectiveAmount(context, key);
      if (!found || !checkResource(key, BigInt(found.amount))) continue;
      const { chosen, amount } = found;
      context.report({
        ...at(chosen),
        message:
          key === 'cpus'
            ? 'A packed machine with 0 CPUs does not start'
            : `A packed machine with ${amount} MiB of memory does not start`,
      });
    }
  },
});
