import { hasFlag } from '../../call/call.ts';
import { shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { workloadOf } from '../workload.ts';

export default defineRule({
  code: 'entrypoint-without-cmd',
  summary: '`entrypoint` alone, which a pack completes with the image’s `CMD`',
  why: 'In a pack, entrypoint and command fall back to the image one by one: with `entrypoint` alone, the image’s `CMD` is still appended to it. `machine run` and `machine start`, like Docker, drop it. So `entrypoint = ["node"]` in the image `node` is `node` there, and `node node` in the pack.',
  help: 'Give `cmd` as well, under `[artifact]` or at the top.',
  evidence: 'facts 2.4, 2.7, 5 row 42; src/cli/pack.rs:453',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['pack'],
  examples: {
    invalid: [
      {
        toml: 'image = "node:22"\nentrypoint = ["node"] # info: entrypoint-without-cmd\n\n[artifact]\ncpus = 2\n',
        command: 'pack',
      },
    ],
    valid: [
      {
        toml: 'image = "node:22"\nentrypoint = ["node"]\n\n[artifact]\ncmd = ["app.js"]\n',
        command: 'pack',
      },
      {
        toml: 'image = "node:22"\nnet = true\nentrypoint = ["node"]\n',
        command: 'create',
        note: 'As in Docker, an entrypoint of one’s own comes without the image’s `CMD`.',
      },
    ],
  },
  check(context) {
    const { entrypoint, cmd } = workloadOf(context);
    const [first] = entrypoint;
    // there the command of the machine follows
    if (!first || cmd.length > 0 || context.document.damaged || hasFlag(context.call, 'from-vm')) return;
    context.report({
      ...at(first),
      message: `In the pack, the image’s \`CMD\` follows after ${shown(entrypoint.map(({ value }) => value).join(' '))}`,
    });
  },
});
