import { parseKeychainItem } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';
import { secretsOf } from '../secrets.ts';

export default defineRule({
  code: 'secret-keychain-invalid',
  summary: 'An item of the keychain that is neither `SERVICE` nor `SERVICE/ACCOUNT`',
  why: 'The item is split at its first `/`, and neither part may be empty. `machine create` checks that; `machine run` asks the keychain for it as it is.',
  help: 'Write `SERVICE`, or `SERVICE/ACCOUNT`.',
  evidence: 'values 21',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'secrets',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: '[secrets]\nTOKEN = { from_keychain = "app/" } # error: secret-keychain-invalid\n' },
      {
        toml: '[secrets]\nTOKEN = { from_keychain = "/app" } # warning: secret-keychain-invalid\n',
        command: 'run',
        note: '`machine run` does not check.',
      },
    ],
    valid: [{ toml: '[secrets]\nTOKEN = { from_keychain = "app/ci/token" }\n' }],
  },
  check(context) {
    const { command, settings, report } = context;
    for (const { name, sources } of secretsOf(context)) {
      const entry = settings.entries('secrets').find((one) => one.name === name);
      const item = entry && settings.string(`${entry.path}.from_keychain`);
      // with two sources smolvm never gets this far
      const parsed = item && sources.length === 1 ? parseKeychainItem(item.value) : undefined;
      if (!item || !parsed || parsed.ok) continue;
      const { message, help } = parsed.problem;
      report({
        range: item.range,
        rank: [name],
        message,
        help,
        ...(command === 'run' && { severity: 'warning', stage: null }),
      });
    }
  },
});
