import { at, partOf } from '../places.ts';
import { defineRule } from '../rule.ts';
import { fixString } from '../fixes.ts';
import { portsOf } from '../ports.ts';

export default defineRule({
  code: 'port-invalid',
  summary: 'A port mapping that smolvm cannot read',
  why: 'A mapping is `HOST:GUEST` or one `PORT` for both, with numbers from 1 to 65535. Newer versions also read ranges of one length (since 1.13.1) and a protocol at the end, `/tcp` or `/udp` (since 1.28.1). Ports are bound to the loopback address of the host: there is no address.',
  help: 'Write `HOST:GUEST`, for example `8080:80`.',
  evidence: 'facts 4.1, 5 row 20; src/data/network.rs:139-163',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'ports',
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: '[dev]\nports = ["8080:80/tcp"] # error: port-invalid\n', smolvm: '1.27.3' },
      { toml: '[dev]\nports = ["8080:80/sctp"] # error: port-invalid\n' },
      { toml: 'net = true\n\n[dev]\nports = ["8000-8002:80-81"] # error: port-invalid\n' },
      { toml: '[dev]\nports = ["127.0.0.1:8080:80"] # error: port-invalid\n' },
      { toml: '[dev]\nports = [\n  "8080:80",\n  "0:80", # error: port-invalid\n]\n' },
    ],
    valid: [
      {
        toml: 'net = true\n\n[dev]\nports = ["5173-5180:5173-5180"]\n',
        note: 'Ranges are mapped one to one.',
      },
      { toml: 'net = true\n\n[dev]\nports = ["8080:80", "9090"]\n' },
      {
        toml: 'net = true\nports = ["http"]\n\n[dev]\nports = ["8080:80"]\n',
        note: 'A list that `[dev]` replaces is never read.',
        expect: ['2: warning: shadowed-list'],
      },
      {
        toml: 'image = "alpine"\n\n[dev]\nports = ["http"]\n',
        command: 'pack',
        note: '`pack create` ignores ports.',
      },
    ],
  },
  check(context) {
    for (const { item, port } of portsOf(context)) {
      if (port.ok) continue;
      const { message, help, from, to } = port.problem;
      const range = partOf(context, item, from, to);
      context.report({ ...at(item), range, message, help, ...fixString(item, port.problem) });
    }
  },
});
