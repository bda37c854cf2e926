import { defineRule } from '../rule.ts';
import { sourceOf } from '../wording.ts';

export default defineRule({
  code: 'integer-out-of-range',
  summary: 'A number that its key cannot hold',
  why: 'smolvm keeps each number in an integer of a fixed size (`cpus` in 8 bits, `memory` in 32, `storage` in 64, all without a sign) and refuses what does not fit.',
  help: 'Choose a number within the range of the key.',
  evidence: 'facts 1.1, 1.3, 5 row 3',
  since: '0.1.0',
  severity: 'error',
  stage: 'parse',
  examples: {
    invalid: [
      { toml: 'cpus = 256 # error: integer-out-of-range\n' },
      { toml: 'memory = -1 # error: integer-out-of-range\n' },
      { toml: '[service]\nport = 65536 # error: integer-out-of-range\n' },
    ],
    valid: [{ toml: 'cpus = 8\nmemory = 4_096\nstorage = 0x20\n' }],
  },
  check({ document, findings, report }) {
    for (const finding of findings) {
      if (finding.kind !== 'range') continue;
      const { range, label, schema } = finding;
      const unit = schema.unit === undefined ? '' : ` ${schema.unit}`;
      report({
        range,
        message: `\`${label}\` cannot be ${sourceOf(document, range)}`,
        help: `It takes a whole number from ${schema.minimum} to ${schema.maximum}${unit}.`,
      });
    }
  },
});
