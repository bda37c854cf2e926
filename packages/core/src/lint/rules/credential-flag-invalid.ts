import { usesOf } from '../../call/call.ts';
import { parseBindingFlag } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'credential-flag-invalid',
  summary: 'A `--credential` that smolvm cannot take apart',
  why: 'The value is the name, the variable and the hosts, `NAME=ENV_VAR@HOST[,HOST…]`; newer releases take `:body` (since 1.27.0) and `:set-header=HEADER` (since 1.31.0) behind the hosts. With `--from`, `machine run` takes no credentials at all.',
  help: 'Write for example `--credential github=GITHUB_TOKEN@api.github.com`.',
  evidence: 'values 7',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'credential-flag',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: 'net = true\n',
        flags: '--credential github=GITHUB_TOKEN',
        expect: ['flags: error: credential-flag-invalid'],
      },
      {
        toml: 'net = true\n',
        flags: '--credential github=GITHUB_TOKEN@api.github.com:cookie',
        expect: ['flags: error: credential-flag-invalid'],
      },
      {
        toml: 'net = true\n',
        flags: '--credential npm=NPM_TOKEN@registry.npmjs.org:body:body',
        expect: ['flags: error: credential-flag-invalid'],
      },
    ],
    valid: [
      {
        toml: 'net = true\n',
        flags: '--credential npm=NPM_TOKEN@registry.npmjs.org:body:set-header=authorization',
      },
    ],
  },
  check({ call, release, report }) {
    for (const { value = '', range, valueRange } of usesOf(call, 'credential')) {
      const parsed = parseBindingFlag(value, release);
      if (parsed.ok) continue;
      const { message, help } = parsed.problem;
      report({ range: valueRange ?? range, source: 'flags', message, help });
    }
  },
});
