import { targetKey } from '../../grammars/index.ts';
import type { GivenValue } from '../../merge/index.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { volumesOf } from '../volumes.ts';

export default defineRule({
  code: 'volume-duplicate-target',
  summary: 'Two volumes at the same place inside the machine',
  why: 'smolvm refuses a machine of which two volumes have the same target. `/app`, `/app/`, `//app` and `/./app` are the same; nested targets, and the same source twice, are fine.',
  help: 'Give each volume a target of its own.',
  evidence: 'facts 4.2, 5 row 30; src/data/storage.rs:135',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'duplicate-targets',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: '[dev]\nvolumes = [\n  "/data/",\n  "./src:/data:staged", # error: volume-duplicate-target\n]\n',
      },
      { toml: '[dev]\nvolumes = [\n  "./src:/app",\n  "./lib:/app/", # error: volume-duplicate-target\n]\n' },
    ],
    valid: [
      { toml: '[dev]\nvolumes = ["/data", "./src:/app:staged"]\n' },
      { toml: '[dev]\nvolumes = ["./src:/app", "./lib:/app/lib", "./src:/copy"]\n' },
    ],
  },
  check(context) {
    const { report } = context;
    const first = new Map<string, GivenValue>();
    for (const { item, volume, disk, remote } of volumesOf(context)) {
      const target = remote ? undefined : (disk ?? volume?.target);
      if (target === undefined) continue;
      const key = targetKey(target);
      const other = first.get(key);
      if (!other) first.set(key, item);
      else
        report({
          ...at(item),
          message: `\`${target}\` is the target of two volumes`,
          related: [{ ...at(other), message: 'the first is here' }],
        });
    }
  },
});
