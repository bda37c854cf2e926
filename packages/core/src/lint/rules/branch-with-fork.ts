import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'branch-with-fork',
  summary: 'One section under both of its names',
  why: '`[branch]` and `[fork]` are two names of one section, since smolvm 1.14.0. A file with both has that section twice, and is refused.',
  help: 'Keep `[branch]`, the newer name, and move everything into it.',
  evidence: 'values 1, 2',
  since: '0.1.0',
  severity: 'error',
  stage: 'parse',
  examples: {
    invalid: [
      {
        toml: '[fork]\nenabled = true\n\n[branch]\nenabled = true\n',
        expect: ['1: error: branch-with-fork'],
      },
    ],
    valid: [{ toml: '[branch]\nenabled = true\n' }],
  },
  check({ settings, report }) {
    for (const { path, schema, key } of settings.all()) {
      const other = schema.aliasOf === undefined ? undefined : settings.get(schema.aliasOf);
      if (!other || schema.aliasConflict !== 'refused') continue;
      report({
        // smolvm notices at the end, and names the whole file
        range: { start: 0, end: 0 },
        message: `\`[${path}]\` and \`[${other.path}]\` are the same section, and this file has both`,
        related: [
          { range: key, message: `\`[${path}]\` is here` },
          { range: other.key, message: `\`[${other.path}]\` is here` },
        ],
      });
    }
  },
});
