import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'rosetta-needs-mac',
  summary: '`rosetta` on a host that is no Mac',
  why: 'Rosetta translates programs for Intel on a Mac with Apple silicon. There is none on Linux and Windows, so that the file is of no use to whoever has such a host.',
  help: 'Leave `rosetta` out of a file that others share, and call smolvm with `--rosetta` where it is wanted.',
  evidence: 'facts 1.1, 5 row 82 (what smolvm does elsewhere is not verified)',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create', 'run'],
  needsHost: true,
  examples: {
    invalid: [{ toml: 'rosetta = true # info: rosetta-needs-mac\n', host: {} }],
    valid: [
      { toml: 'rosetta = true\n', note: 'Nothing is known of the host.' },
      { toml: 'rosetta = false\n', host: {} },
    ],
  },
  check({ settings, host, report }) {
    const rosetta = settings.boolean('rosetta');
    if (!rosetta?.value || !host || host.platform === 'macos') return;
    report({
      range: rosetta.range,
      message: 'Rosetta exists on Macs with Apple silicon only, and this host is none',
    });
  },
});
