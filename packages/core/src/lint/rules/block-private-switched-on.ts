import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'block-private-switched-on',
  summary: '`block_private = false` next to `allow_private`, which switches it on',
  why: 'Any entry of `allow_private` switches `block_private` on, whatever that says: all other private addresses are then out of reach.',
  help: 'Remove `block_private = false`, or the list.',
  evidence: 'values 6',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      {
        toml: '[network]\nblock_private = false # warning: block-private-switched-on\nallow_private = ["10.0.0.0/8"]\n',
      },
    ],
    valid: [
      { toml: '[network]\nblock_private = true\nallow_private = ["10.0.0.0/8"]\n' },
      { toml: '[network]\nblock_private = false\nallow_private = []\n' },
    ],
  },
  check(context) {
    const off = context.settings.boolean('network.block_private');
    const [by] = context.merged('network.allow_private').texts;
    if (!off || off.value || !by) return;
    context.report({
      range: off.range,
      message: '`block_private = false` has no effect: an entry of `allow_private` switches it on',
      related: [{ ...at(by), message: 'switched on here' }],
      tags: ['unnecessary'],
      fix: {
        title: 'Replace with `true`',
        safe: false,
        edits: [{ range: { start: off.range.start, end: off.range.end }, text: 'true' }],
      },
    });
  },
});
