import { restartOf } from '../restart.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'health-needs-monitor',
  summary: 'Health checks and restarts, which only `machine monitor` carries out',
  why: '`machine start` checks nothing and restarts nothing. What `[health]` and `[restart]` say is kept with the machine, and acts only while `smolvm machine monitor` runs (restarts also under `smolvm serve`).',
  help: 'Keep `smolvm machine monitor --name NAME` running next to the machine.',
  evidence: 'facts 2.9, 5 row 71; src/cli/machine.rs:2983-3271',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create'],
  examples: {
    invalid: [
      {
        toml: 'cpus = 2\n\n[health] # info: health-needs-monitor\nexec = ["true"]\n\n[restart]\npolicy = "always"\n',
        flags: '--net',
        note: 'Said once a file, and only of a call.',
      },
      {
        toml: 'cpus = 2\n\n[restart] # info: health-needs-monitor\npolicy = "always"\n',
        flags: '--net',
      },
    ],
    valid: [
      { toml: '[restart]\npolicy = "always"\n', note: 'Not said of a file alone.' },
      { toml: '[restart]\npolicy = "never"\n', flags: '--net' },
    ],
  },
  check(context) {
    const { settings, call, report } = context;
    // a file cannot do anything about it: whoever looks at one machine wants to know
    if (!call) return;
    const health = settings.isNonEmpty('health.exec') ? settings.get('health') : undefined;
    const restart = restartOf(context).policy === 'some' ? settings.get('restart') : undefined;
    const [first] = [health, restart]
      .filter((section) => section !== undefined)
      .toSorted((one, other) => one.key.start - other.key.start);
    if (!first) return;
    const runners = health ? '`smolvm machine monitor`' : '`smolvm machine monitor` or `smolvm serve`';
    report({ range: first.key, message: `\`[${first.path}]\` acts only while ${runners} runs` });
  },
});
