import { secretsOf } from '../secrets.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'secret-file-relative',
  summary: 'A secret from a file named by a relative path',
  why: '`machine create` refuses a `from_file` that is not absolute, since the machine may be started from anywhere. `machine run` reads it relative to the directory it is called in. `~` is not expanded by either.',
  help: 'Write the absolute path of the file.',
  evidence: 'facts 1.4, 5 row 6; src/secrets.rs:278',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'secrets',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: '[secrets]\nTOKEN = { from_file = "./token" } # error: secret-file-relative\n' },
      {
        toml: '[secrets]\nTOKEN = { from_file = "token" } # warning: secret-file-relative\n',
        command: 'run',
      },
    ],
    valid: [{ toml: '[secrets]\nTOKEN = { from_file = "/run/secrets/token" }\n' }],
  },
  check(context) {
    const { command, report } = context;
    for (const { name, fromEnv, fromFile } of secretsOf(context)) {
      // with two sources smolvm never gets this far
      if (!fromFile || fromEnv || fromFile.value.startsWith('/')) continue;
      report({
        range: fromFile.range,
        rank: [name],
        message: `The file of secret \`${name}\` is not an absolute path`,
        ...(command === 'run' && { severity: 'warning', stage: null }),
      });
    }
  },
});
