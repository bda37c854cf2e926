import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'missing-key',
  summary: 'A table without a key that it must have',
  why: 'Most keys may be left out. A few belong to something that means nothing without them, and smolvm refuses the file.',
  help: 'Add the key.',
  evidence: 'values 2',
  since: '0.1.0',
  severity: 'error',
  stage: 'parse',
  examples: {
    invalid: [
      {
        toml: '[[network.credentials]] # error: missing-key\nname = "github"\nenvironment_variable = "GITHUB_TOKEN"\n',
      },
      {
        toml: '[[network.credentials]] # error: missing-key\nname = "github"\nallowed_hosts = ["api.github.com"]\n',
        smolvm: '1.20.0',
        note: 'Up to 1.25 the parser wanted the variable, too.',
      },
    ],
    valid: [
      {
        toml: '[[network.credentials]]\nname = "github"\nenvironment_variable = "GITHUB_TOKEN"\nallowed_hosts = ["api.github.com"]\n',
      },
    ],
  },
  check({ document, findings, report }) {
    // what is damaged may be the very key
    if (document.damaged) return;
    for (const finding of findings) {
      if (finding.kind !== 'missing-key') continue;
      const { range, name, label } = finding;
      report({ range, message: `\`${label}\` has no \`${name}\``, help: `Add \`${name}\`.` });
    }
  },
});
