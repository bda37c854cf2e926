import { secretsOf } from '../secrets.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'secret-source-count',
  summary: 'A secret with no source, or with two',
  why: '`machine create` wants exactly one of `from_env` and `from_file`. `machine run` never checks: with both it takes `from_env`, with neither it fails after the machine has booted and pulled its image.',
  help: 'Give the secret one source: `from_env` for a variable of the host, or `from_file` for a file.',
  evidence: 'facts 1.4, 5 row 5; src/cli/vm_common.rs:572-576, src/secrets.rs:394-434',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'secrets',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: '[secrets]\nTOKEN = {} # error: secret-source-count\n' },
      { toml: '[secrets]\nTOKEN = { from_env = "T", from_file = "/run/t" } # error: secret-source-count\n' },
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
    for (const { name, key, fromEnv, fromFile, sound } of secretsOf(context)) {
      if (!sound || (fromEnv !== undefined) !== (fromFile !== undefined)) continue;
      const create = command === 'create';
      if (fromEnv && fromFile) {
        report({
          range: key,
          message: `Secret \`${name}\` has two sources`,
          related: [
            { range: fromEnv.range, message: 'one source' },
            { range: fromFile.range, message: 'another source' },
          ],
          ...(!create && { severity: 'warning', stage: null }),
        });
      } else if (!document.damaged) {
        report({
          range: key,
          message: `Secret \`${name}\` has no source`,
          stage: create ? 'config' : 'launch',
        });
      }
    }
  },
});
