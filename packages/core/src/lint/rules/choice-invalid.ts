import { shown } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';
import { anyOf } from '../wording.ts';

export default defineRule({
  code: 'choice-invalid',
  summary: 'A value that is not one of those that its key takes',
  why: 'Keys such as `net_backend`, `block_io` and `disk_durability` take one of two words each, in lower case, and smolvm refuses every other one. A flag that replaces the value saves the file for some of them.',
  help: 'Write one of the values that the key takes.',
  evidence: 'values 8, 14',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: 'net = true\nnet_backend = "virtio" # error: choice-invalid\n' },
      { toml: 'block_io = "Async" # error: choice-invalid\n' },
      {
        toml: 'disk_durability = "none" # error: choice-invalid\n',
        flags: '--disk-durability full',
        note: 'The flag does not save the file here.',
      },
    ],
    valid: [
      { toml: 'net = true\nnet_backend = "virtio-net"\nblock_io = "async"\n' },
      { toml: 'block_io = "Async"\n', flags: '--block-io async' },
    ],
  },
  check({ settings, call, report }) {
    for (const { path, schema } of settings.all()) {
      const { values: choices, checked } = schema;
      const text = choices && settings.string(path);
      if (!choices || !text || choices.includes(text.value)) continue;
      const isReplaced = call?.uses.some(({ flag }) => flag.key === path) ?? false;
      if (isReplaced && checked === 'merged') continue;
      const { start, end } = text.range;
      const same = choices.find((one) => one === text.value.trim().toLowerCase());
      report({
        range: text.range,
        check: path.replaceAll('_', '-'),
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
