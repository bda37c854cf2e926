import { checkStopTimeout, parseStopSignal, type Parsed } from '../../grammars/index.ts';
import type { TextRange } from '../../text/range.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'stop-settings-invalid',
  summary: 'A stop signal or stop timeout that smolvm refuses',
  why: 'smolvm looks at `stop_signal` and `stop_timeout` as soon as it has read the file, also where a flag replaces them, and also for `machine run`, which then drops both.',
  help: 'Write a signal such as `SIGTERM`, and at most 300 seconds.',
  evidence: 'values 15',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'stop-settings',
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'image = "alpine"\nstop_signal = "SIGFOO" # error: stop-settings-invalid\n' },
      { toml: 'image = "alpine"\nstop_signal = "SIGSIGTERM" # error: stop-settings-invalid\n' },
      { toml: 'image = "alpine"\nstop_timeout = 301 # error: stop-settings-invalid\n' },
      {
        toml: 'image = "alpine"\nstop_timeout = 301 # error: stop-settings-invalid\n',
        flags: '--stop-timeout 5',
        note: 'The flag does not save the file.',
      },
    ],
    valid: [
      { toml: 'image = "alpine"\nstop_signal = "rtmin+3"\nstop_timeout = 300\n' },
      { toml: 'image = "alpine"\nstop_signal = " 15 "\n' },
    ],
  },
  check({ settings, report }) {
    const signal = settings.string('stop_signal');
    const timeout = settings.integer('stop_timeout');
    const say = (range: TextRange, parsed: Parsed<unknown>): void => {
      if (parsed.ok) return;
      const { message, help, suggestion } = parsed.problem;
      const edits = [{ range: { start: range.start, end: range.end }, text: `"${suggestion}"` }];
      const title = `Write \`${suggestion}\``;
      report({
        range,
        message,
        help,
        ...(suggestion !== undefined && { fix: { title, safe: false, edits } }),
      });
    };
    if (signal) say(signal.range, parseStopSignal(signal.value));
    if (timeout && timeout.value >= 0) say(timeout.range, checkStopTimeout(BigInt(timeout.value)));
  },
});
