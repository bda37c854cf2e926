import { mergeFor, schemaFor } from '../../schema/index.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'default-equal-flag',
  summary: 'A flag that equals its default, and so loses to the file',
  why: 'smolvm cannot tell `--cpus 4` and `--mem 8192` from flags that were not given, since they are the defaults: the value of the file wins, against the rule that flags win. Every other value of the flag wins.',
  help: 'Change the value in the file, or give another value with the flag.',
  evidence: 'facts 2.2, 5 row 57, 10 (3), 13; src/cli/smolfile.rs:345. Gone in newer versions: facts 14',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  examples: {
    invalid: [
      {
        toml: 'cpus = 2\n',
        flags: '--cpus 4',
        smolvm: '1.14.1',
        expect: ['flags: warning: default-equal-flag'],
      },
      {
        toml: 'image = "alpine"\n\n[artifact]\nmemory = 512\n',
        flags: '--mem 8192',
        command: 'pack',
        smolvm: '1.14.1',
        expect: ['flags: warning: default-equal-flag'],
      },
    ],
    valid: [
      { toml: 'cpus = 2\n', flags: '--cpus 3', smolvm: '1.14.1' },
      { toml: 'cpus = 4\n', flags: '--cpus 4', smolvm: '1.14.1' },
      { toml: 'memory = 512\n', flags: '--cpus 4', smolvm: '1.14.1' },
      { toml: 'cpus = 2\n', flags: '--cpus 4', note: 'Newer versions tell them apart.' },
    ],
  },
  check({ call, release, command, merged, report }) {
    for (const key of call ? schemaFor(release).children! : []) {
      const rule = mergeFor(key, command, release);
      if (rule?.strategy !== 'override-unless-default') continue;
      for (const { given, loss } of merged(key.path).losers) {
        if (loss.why !== 'equals-default' || !given.use || String(loss.by.value) === String(rule.missing))
          continue;
        report({
          range: given.use.range,
          source: 'flags',
          message: `\`--${given.use.flag.long} ${String(rule.missing)}\` counts as not given, and the file's ${String(loss.by.value)} is taken`,
          related: [{ range: loss.by.range, message: 'the value that is taken' }],
          tags: ['unnecessary'],
        });
      }
    }
  },
});
