import { usesOf } from '../../call/call.ts';
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
  check({ settings, call, command, release, report }) {
    for (const key of call ? schemaFor(release).children! : []) {
      const merge = mergeFor(key, command, release);
      if (merge?.strategy !== 'override-unless-default') continue;
      const layers = merge.layers.filter((layer) => typeof layer === 'string');
      const use = layers.flatMap((layer) => usesOf(call, layer.slice('--'.length)))[0];
      const winner = layers.map((layer) => settings.integer(layer)).find((one) => one !== undefined);
      const isDefault = Number(use?.value) === Number(merge.missing);
      if (!use || !winner || !isDefault || Number(winner.value) === Number(merge.missing)) continue;
      report({
        range: use.range,
        source: 'flags',
        message: `\`--${use.flag.long} ${String(merge.missing)}\` counts as not given, and the file's ${winner.value} is taken`,
        related: [{ range: winner.range, message: 'the value that is taken' }],
        tags: ['unnecessary'],
      });
    }
  },
});
