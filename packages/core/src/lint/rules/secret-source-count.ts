import { secretsOf } from '../secrets.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'secret-source-count',
  summary: 'A secret with no source, or with more than one',
  why: '`machine create` wants exactly one of `from_env`, `from_file` and, in newer releases, `from_keychain`. `machine run` never checks: with `from_env` and `from_file` it takes `from_env`, with none it fails after the machine has booted and pulled its image.',
  help: 'Give the secret one source: `from_env` for a variable of the host, or `from_file` for a file.',
  evidence: 'facts 1.4, values 21, 5 row 5; src/cli/vm_common.rs:572-576, src/secrets.rs:394-434',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'secrets',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: '[secrets]\nTOKEN = {} # error: secret-source-count\n' },
      { toml: '[secrets]\nTOKEN = { from_env = "T", from_file = "/run/t" } # error: secret-source-count\n' },
      { toml: '[secrets]\nTOKEN = { from_env = "T", from_keychain = "t" } # error: secret-source-count\n' },
      {
        toml: '[secrets]\nTOKEN = { from_env = "T", from_file = "/run/t" } # warning: secret-source-count\n',
        command: 'run',
        note: '`machine run` silently takes the variable.',
      },
    ],
    valid: [{ toml: '[secrets]\nTOKEN = { from_env = "HOST_TOKEN" }\n' }],
  },
  check(context) {
    const { document, command, report } = context;
    for (const { name, key, sources, sound } of secretsOf(context)) {
      const [first, ...others] = sources;
      if (!sound || (first && others.length === 0)) continue;
      const create = command === 'create';
      if (first) {
        report({
          range: key,
          rank: [name],
          message: `Secret \`${name}\` has ${others.length === 1 ? 'two' : 'three'} sources`,
          related: [
            { range: first.range, message: 'one source' },
            ...others.map(({ range }) => ({ range, message: 'another source' })),
          ],
          ...(!create && { severity: 'warning', stage: null }),
        });
      } else if (!document.damaged) {
        report({
          range: key,
          rank: [name],
          message: `Secret \`${name}\` has no source`,
          stage: create ? 'config' : 'launch',
        });
      }
    }
  },
});
