import { hasFlag } from '../../call/call.ts';
import { grammarOf } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';

/** Grammars whose flags have a rule of their own, which says more. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  'label',
  'port',
  'volume',
  'cidr',
  'duration',
  'host-pattern',
  'credential',
]);

export default defineRule({
  code: 'flag-refused',
  summary: 'A flag of the call with a value that smolvm refuses',
  why: 'smolvm looks at some values only after it has read its arguments, and then at what they name on this host. `--trust-host-certs` next to `--credential` is refused as well.',
  help: 'Correct the value, or leave the flag out.',
  evidence: 'values 18, 19, 20; smolvm 1.19.3 to 1.32.2, executed',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: 'cpus = 2\n', flags: '--disk ./data.img', expect: ['flags: error: flag-refused'] },
      { toml: 'cpus = 2\n', flags: '--disk /gone.img', host: {}, expect: ['flags: error: flag-refused'] },
      { toml: 'cpus = 2\n', flags: '--cache-disk /base.img:/proc/x', expect: ['flags: error: flag-refused'] },
      { toml: 'cpus = 2\n', flags: '--mount-socket /run/a.sock', expect: ['flags: error: flag-refused'] },
      {
        toml: 'cpus = 2\n',
        flags: '--mount-socket /a:/x --mount-socket /b:/x',
        expect: ['flags: error: flag-refused'],
      },
      {
        toml: 'image = "alpine"\n',
        flags: '--trust-host-certs --credential github=GITHUB_TOKEN@api.github.com',
        smolvm: '1.19.3',
        expect: ['flags: error: flag-refused'],
      },
    ],
    valid: [
      { toml: 'cpus = 2\n', flags: '--disk /data.img:ro --expose-socket /run/x.sock' },
      { toml: 'cpus = 2\n', flags: '--expose-socket /x --expose-socket /x' },
      {
        toml: '[[network.credentials]]\nname = "n"\nenvironment_variable = "TOKEN"\nallowed_hosts = ["api.example.com"]\n',
        flags: '--trust-host-certs',
        note: 'Credentials of the file are not looked at here.',
      },
    ],
  },
  check({ call, command, release, host, report }) {
    const trusts = call?.uses.find(({ flag }) => flag.long === 'trust-host-certs');
    if (trusts && hasFlag(call, 'credential'))
      report({
        range: trusts.range,
        source: 'flags',
        check: 'trust-host-certs',
        message: '`--trust-host-certs` and `--credential` both set the certificates that the guest trusts',
        help: 'Leave one of them out, or put the credential into the file.',
      });
    const mounted = new Set<string>();
    for (const { flag, value, range, valueRange } of call?.uses ?? []) {
      const grammar = grammarOf(flag);
      const { name, byArgumentParser } = grammar;
      if (value === undefined || byArgumentParser || SAID_ELSEWHERE.has(name)) continue;
      const place = { range: valueRange ?? range, source: 'flags' as const, check: flag.long };
      const parsed = grammar.parse(value, { release, command, flag: flag.long, host });
      if (!parsed.ok) {
        report({ ...place, message: parsed.problem.message, help: parsed.problem.help });
      } else if (flag.long === 'mount-socket') {
        const { guestPath } = parsed.value as { readonly guestPath: string };
        if (mounted.has(guestPath))
          report({
            ...place,
            message: `Two sockets are mounted at \`${guestPath}\``,
            help: 'Choose another path.',
          });
        mounted.add(guestPath);
      }
    }
  },
});
