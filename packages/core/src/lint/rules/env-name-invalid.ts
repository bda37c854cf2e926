import { hasFlag } from '../../call/call.ts';
import { checkEnvName, rustTrim } from '../../grammars/index.ts';
import type { RuleContext } from '../context.ts';
import { at } from '../places.ts';
import { envEntries, rewriteEntry } from '../env.ts';
import { defineRule } from '../rule.ts';
import { secretsOf } from '../secrets.ts';

export default defineRule({
  code: 'env-name-invalid',
  summary: 'A variable or secret whose name the machine does not take',
  why: 'In a machine with an image, the agent checks the names when it runs `init`, a foreground command or `machine exec`: a letter or `_`, then letters, digits and `_`, at most 256 bytes. One bad name fails them all. On the host nobody asks, and neither do detached workloads and machines without an image.',
  help: 'Use letters, digits and underscores, and start with a letter or an underscore.',
  evidence: 'facts 4.4, 5 row 10; crates/smolvm-agent/src/oci.rs:725',
  since: '0.1.0',
  severity: 'warning',
  stage: 'launch',
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'image = "node:22"\nnet = true\nenv = ["LOG-LEVEL=debug"] # warning: env-name-invalid\n' },
      { toml: 'image = "node:22"\nnet = true\nenv = ["1ST=a"] # warning: env-name-invalid\n' },
      {
        toml: 'image = "node:22"\nnet = true\nenv = ["export NODE_ENV=test"] # warning: env-name-invalid\n',
        note: 'No shell reads the list.',
      },
      {
        toml: 'image = "node:22"\nnet = true\n\n[secrets]\nnpm-token = { from_env = "NPM_TOKEN" } # warning: env-name-invalid\n',
      },
    ],
    valid: [
      { toml: 'image = "node:22"\nnet = true\nenv = ["LOG_LEVEL=debug", "_x=1", "npm_config_cache=/c"]\n' },
      {
        toml: 'image = "node:22"\nnet = true\ncmd = ["node"]\nenv = ["LOG-LEVEL=debug"]\n',
        command: 'run',
        flags: '-it',
        note: 'With a terminal, nobody checks.',
      },
      { toml: 'env = ["LOG-LEVEL=debug"]\n', note: 'A machine without an image takes any name.' },
    ],
  },
  check(context) {
    if (!context.merged('image').value) return;
    for (const entry of envEntries(context)) {
      const { item, spec } = entry;
      // a name with white space at its end is `env-key-space`'s, one without a value `env-from-host`'s
      if (spec.kind !== 'pair' || rustTrim(spec.key) !== spec.key) continue;
      const problem = checkEnvName(spec.key);
      if (!problem || !isChecked(context)) continue;
      const exported = /^export\s+(.*)$/s.exec(spec.key)?.[1];
      const better = exported ?? problem.suggestion;
      context.report({
        ...at(item),
        range: entry.keyRange,
        message: problem.message,
        help: problem.help,
        ...(better !== undefined &&
          !item.source &&
          checkEnvName(better) === undefined && {
            fix: rewriteEntry(item, better, spec.value, false),
          }),
      });
    }
    for (const { name, key } of secretsOf(context)) {
      const problem = checkEnvName(name);
      if (problem && isChecked(context))
        context.report({ range: key, message: problem.message, help: problem.help });
    }
  },
});

/** Whether anything runs that has its names checked; a machine that is created is there for `machine exec` too. */
function isChecked(context: RuleContext): boolean {
  const { command, call } = context;
  if (command === 'create' || context.merged('init').texts.length > 0) return true;
  return !['detach', 'interactive', 'tty'].some((flag) => hasFlag(call, flag));
}
