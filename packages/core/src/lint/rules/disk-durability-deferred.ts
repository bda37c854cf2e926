import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'disk-durability-deferred',
  summary: 'Disks whose writes a crash of the host may take away',
  why: 'With `deferred`, what the guest flushes is confirmed before the disk of the host has it. That is faster, and safe while the host runs: a crash of the host or a power cut loses the latest writes, and may leave a database of the guest damaged.',
  help: 'Use it for what can be made again, such as builds and tests; leave it out for data.',
  evidence: 'values 14; releases 1',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: 'disk_durability = "deferred" # info: disk-durability-deferred\n' },
      {
        toml: 'disk_durability = "full"\n',
        flags: '--disk-durability deferred',
        expect: ['flags: info: disk-durability-deferred'],
      },
    ],
    valid: [
      { toml: 'disk_durability = "full"\n' },
      { toml: 'disk_durability = "deferred"\n', flags: '--disk-durability full' },
    ],
  },
  check(context) {
    const chosen = context.merged('disk_durability').value;
    if (chosen?.value !== 'deferred') return;
    context.report({
      ...at(chosen),
      message: 'If the host crashes, the machine loses writes that it takes for safe',
    });
  },
});
