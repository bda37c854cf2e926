import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'positional-section-too-short',
  summary: 'A section written as an array with too few values',
  why: 'smolvm takes an array for a section, but then wants every field up to the last one that is not a list, in the order of its own source code.',
  help: 'Write the section as a table, with the names of its keys.',
  evidence: 'facts 1.3 (positional arrays)',
  since: '0.1.0',
  severity: 'error',
  stage: 'parse',
  examples: {
    invalid: [
      { toml: 'auth = [] # error: positional-section-too-short\n' },
      { toml: 'restart = ["always"] # error: positional-section-too-short\n' },
    ],
    valid: [{ toml: '[restart]\npolicy = "always"\n' }],
  },
  check({ findings, report }) {
    for (const finding of findings) {
      if (finding.kind !== 'short-section') continue;
      const { range, label, schema, length } = finding;
      report({
        range,
        message: `\`${label}\` is a section, and as an array it needs at least ${schema.positionalMinimum} values, but this has ${length}`,
        help: `Write it as a table: \`[${label}]\`, then one \`key = value\` a line.`,
      });
    }
  },
});
