import { at } from '../places.ts';
import { replaceString } from '../fixes.ts';
import { hostsOf } from '../hosts.ts';
import { defineRule } from '../rule.ts';

const WRONG: Readonly<Record<string, string>> = {
  port: 'has a port, and all ports of a host are allowed anyway',
  'ip-port': 'has a port, and all ports of an address are allowed anyway',
  url: 'is a URL, not a host name',
  empty: 'is empty',
  space: 'has white space in it',
};

export default defineRule({
  code: 'allow-host-invalid',
  summary: 'An entry of `allow_hosts` that is no host name, and never matches',
  why: 'smolvm compares the entry with the names that the machine asks for, letter by letter: a port, a scheme, a path or a space makes it match nothing, so that what it should allow is blocked. Nobody refuses it; `machine start` only prints a warning.',
  help: 'Write the bare host name, for example `api.example.com`.',
  evidence: 'facts 4.5, 5 row 36; src/smolfile.rs:38-80',
  since: '0.1.0',
  severity: 'error',
  stage: 'launch',
  of: 'allow-host',
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: '[network]\nallow_hosts = ["example.com:443"] # error: allow-host-invalid\n' },
      { toml: '[network]\nallow_hosts = ["https://example.com/api"] # error: allow-host-invalid\n' },
      { toml: '[network]\nallow_hosts = [" example.com"] # error: allow-host-invalid\n' },
      {
        toml: 'net = true\n',
        command: 'run',
        flags: '--allow-host example.com:https -- true',
        expect: ['flags: error: allow-host-invalid'],
      },
    ],
    valid: [{ toml: '[network]\nallow_hosts = ["example.com", "API.example.com"]\n' }],
  },
  check(context) {
    for (const { item, host } of hostsOf(context)) {
      // the flag takes no colon at all, but that of an address
      const wrong = WRONG[host.kind] ?? (item.source && host.smolvm ? WRONG['port'] : undefined);
      if (wrong === undefined) continue;
      const { suggestion } = host;
      context.report({
        ...at(item),
        // the flag is resolved at once, and a failure refuses the call (facts 4.5)
        ...(item.source && { stage: 'config' }),
        message: `${item.value === '' ? 'An entry' : `\`${item.value}\``} never matches: it ${wrong}`,
        ...(suggestion !== undefined && !item.source && { fix: replaceString(item, suggestion, true) }),
      });
    }
  },
});
