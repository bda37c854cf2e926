import { hasFlag, usesOf } from '../../call/call.ts';
import { parseMachineName } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'machine-name-invalid',
  summary: 'A name that no machine can have',
  why: 'A machine name has up to 128 letters, digits, `-` and `_`; it starts with a letter or digit, does not end with a hyphen, and never has two hyphens in a row. A `machine run` in the foreground ignores the name.',
  help: 'Use letters, digits, `-` and `_`; start with a letter or digit.',
  evidence: 'facts 4.7, 2.5; src/data/mod.rs:180-225',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'machine-name',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: 'cpus = 2\n', flags: '--name my.app', expect: ['flags: error: machine-name-invalid'] },
      {
        toml: 'cmd = ["serve"]\n',
        command: 'run',
        flags: '-d -n my--app',
        expect: ['flags: error: machine-name-invalid'],
      },
    ],
    valid: [
      { toml: 'cpus = 2\n', flags: '--name my_app-1' },
      { toml: 'cmd = ["serve"]\n', command: 'run', flags: '-n my.app', note: 'The name is ignored.' },
    ],
  },
  check({ call, command, report }) {
    if (command === 'run' && !hasFlag(call, 'detach')) return;
    for (const { value = '', range, valueRange } of usesOf(call, 'name')) {
      const parsed = parseMachineName(value);
      if (parsed.ok) continue;
      const { message, help, suggestion } = parsed.problem;
      report({
        range: valueRange ?? range,
        source: 'flags',
        message,
        help: suggestion === undefined ? help : `${help} For example: \`${suggestion}\`.`,
      });
    }
  },
});
