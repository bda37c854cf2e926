import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'branch-with-fork',
  summary: 'One section under both of its names',
  why: 'In smolvm newer than 1.9.3, `[branch]` and `[fork]` are two names of one section. A file with both has that section twice, and is refused.',
  help: 'Keep `[branch]`, the newer name, and move everything into it.',
  evidence: 'facts 14',
  since: '0.1.0',
  severity: 'error',
  stage: 'parse',
  examples: {
    invalid: [
      {
        toml: '[fork]\nenabled = true\n\n[branch] # error: branch-with-fork\nenabled = true\n',
        smolvm: '1.21.0',
      },
    ],
    valid: [{ toml: '[branch]\nenabled = true\n', smolvm: '1.21.0' }],
  },
  check({ settings, report }) {
    for (const { path, schema, key } of settings.all()) {
      const other = schema.aliasOf === undefined ? undefined : settings.get(schema.aliasOf);
      if (!other || schema.aliasConflict !== 'refused') continue;
      const [first, second] = other.key.start < key.start ? [other.key, key] : [key, other.key];
      report({
        range: second,
        message: `\`[${path}]\` and \`[${other.path}]\` are the same section, and this file has both`,
        related: [{ range: first, message: 'the other one' }],
      });
    }
  },
});
