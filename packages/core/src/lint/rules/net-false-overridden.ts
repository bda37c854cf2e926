import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'net-false-overridden',
  summary: '`net = false` next to an egress list, which switches the network on',
  why: 'Any entry in a list of `[network]` switches the network on, whatever `net` says. There is no way to switch it off again.',
  help: 'Remove `net = false`, or the list.',
  evidence: 'facts 2.2, 2.6, 5 row 31; src/cli/smolfile.rs:394',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'net = false # warning: net-false-overridden\n\n[network]\nallow_hosts = ["example.com"]\n' },
      {
        toml: 'image = "alpine"\nnet = false # warning: net-false-overridden\nnetwork.allow_cidrs = ["10.0.0.0/8"] # warning: network-dropped-by-pack\n',
        command: 'pack',
      },
    ],
    valid: [
      { toml: 'net = true\n\n[network]\nallow_hosts = ["example.com"]\n' },
      { toml: 'net = false\n\n[network]\nallow_hosts = []\n', note: 'An empty list is none.' },
    ],
  },
  check(context) {
    const net = context.settings.boolean('net');
    if (!net || net.value) return;
    const opening = context.merged('net').implied.find(({ stage }) => stage === 'merge');
    const list = opening?.by.flatMap((by) => ('setting' in by ? by.setting : []))[0];
    if (!list) return;
    context.report({
      range: net.range,
      message: `\`net = false\` has no effect here, since \`${list.path}\` switches the network on`,
      related: [{ range: list.key, message: 'switched on here' }],
      tags: ['unnecessary'],
      fix: {
        title: 'Replace with `true`',
        safe: false,
        edits: [{ range: { start: net.range.start, end: net.range.end }, text: 'true' }],
      },
    });
  },
});
