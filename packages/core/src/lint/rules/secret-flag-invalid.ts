import { usesOf, type FlagUse } from '../../call/call.ts';
import { parseSecretFlag, shown } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'secret-flag-invalid',
  summary: 'A secret on the command line that smolvm refuses',
  why: '`--secret-env` takes `NAME=HOST_VARIABLE`, `--secret-file` takes `NAME=/absolute/path`, `--secret-keychain` takes `NAME=SERVICE[/ACCOUNT]`: a name, and where the value is to be found, never the value itself. Each name may be given once, over all of them together.',
  help: 'Write `--secret-env NAME=HOST_VARIABLE` or `--secret-file NAME=/absolute/path`.',
  evidence: 'facts 3.3, values 21; src/cli/machine.rs:91-130',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: 'cpus = 2\n', flags: '--secret-env TOKEN', expect: ['flags: error: secret-flag-invalid'] },
      {
        toml: 'cpus = 2\n',
        flags: '--secret-file TOKEN=./token',
        expect: ['flags: error: secret-flag-invalid'],
      },
      {
        toml: 'cpus = 2\n',
        flags: '--secret-env TOKEN=TOKEN --secret-file TOKEN=/run/token',
        expect: ['flags: error: secret-flag-invalid'],
      },
      {
        toml: 'cpus = 2\n',
        flags: '--secret-keychain TOKEN=/app',
        expect: ['flags: error: secret-flag-invalid'],
      },
    ],
    valid: [{ toml: 'cpus = 2\n', flags: '--secret-env TOKEN=CI_TOKEN --secret-file KEY=/run/key' }],
  },
  check({ call, host, report }) {
    const first = new Map<string, FlagUse>();
    // smolvm reads all of the first flag, then all of the next
    for (const flag of ['--secret-env', '--secret-file', '--secret-keychain'] as const) {
      for (const use of usesOf(call, flag.slice(2))) {
        const range = use.valueRange ?? use.range;
        const parsed = parseSecretFlag(flag, use.value ?? '', host?.platform);
        if (!parsed.ok) {
          const { message, help } = parsed.problem;
          report({ range, source: 'flags', check: flag.slice(2), message, help });
          continue;
        }
        const { name } = parsed.value;
        const other = first.get(name);
        if (!other) first.set(name, use);
        else
          report({
            range,
            source: 'flags',
            check: flag.slice(2),
            message: `Secret ${shown(name)} is given twice`,
            help: 'Keep one of the two.',
            related: [{ range: other.range, source: 'flags', message: 'given here as well' }],
          });
      }
    }
  },
});
