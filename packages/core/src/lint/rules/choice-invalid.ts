import { shown } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';
import { anyOf } from '../wording.ts';

/** Keys with a closed list of values, by their grammar (facts 14). */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'net-backend': ['tsi', 'virtio-net'],
  'block-io': ['sync', 'async'],
};

export default defineRule({
  code: 'choice-invalid',
  summary: 'A value that is not one of those that its key takes',
  why: '`net_backend` and `block_io` take one of two words each, in lower case; smolvm newer than 1.9.3, which knows these keys, refuses every other one.',
  help: 'Write one of the values that the key takes.',
  evidence: 'facts 14',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: 'net = true\nnet_backend = "virtio" # error: choice-invalid\n', smolvm: '1.21.0' },
      { toml: 'block_io = "Async" # error: choice-invalid\n', smolvm: '1.21.0' },
    ],
    valid: [{ toml: 'net = true\nnet_backend = "virtio-net"\nblock_io = "async"\n', smolvm: '1.21.0' }],
  },
  check({ settings, report }) {
    for (const { path, schema } of settings.all()) {
      const choices = CHOICES[schema.grammar ?? ''];
      const text = choices && settings.string(path);
      if (!choices || !text || choices.includes(text.value)) continue;
      const { start, end } = text.range;
      const same = choices.find((one) => one === text.value.trim().toLowerCase());
      report({
        range: text.range,
        message: `${shown(text.value)} is no value of \`${path}\``,
        help: `Write ${anyOf(choices.map((one) => `\`${one}\``))}.`,
        ...(same !== undefined && {
          fix: {
            title: `Write \`${same}\``,
            safe: true,
            edits: [{ range: { start, end }, text: `"${same}"` }],
          },
        }),
      });
    }
  },
});
