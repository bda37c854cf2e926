import { checkGuestTarget } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { hostVolumes, rankOfVolume } from '../volumes.ts';

export default defineRule({
  code: 'volume-guest-path',
  summary: 'A place inside the machine where nothing can be mounted',
  why: 'The target must be an absolute path. `/` itself and paths with `..` pass when the machine is created, and are refused inside it: then this mount and all that follow it in the list are missing.',
  help: 'Write an absolute path without `..`, for example `/app`.',
  evidence: 'facts 4.2, 5 row 29; src/data/storage.rs:167, crates/smolvm-agent/src/storage.rs:102-150',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'volumes',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: '[dev]\nvolumes = ["./src:app"] # error: volume-guest-path\n' },
      { toml: '[dev]\nvolumes = ["./src:/"] # error: volume-guest-path\n' },
      { toml: '[dev]\nvolumes = ["./src:/app/../etc"] # error: volume-guest-path\n' },
    ],
    valid: [{ toml: '[dev]\nvolumes = ["./src:/app"]\n' }],
  },
  check(context) {
    for (const each of hostVolumes(context)) {
      const { item, volume } = each;
      const problem = checkGuestTarget(volume.target);
      // `./src:/app:RO` is `volume-invalid`'s
      if (!problem || (problem.stage === 'config' && volume.source.includes(':/'))) continue;
      const { message, help, stage } = problem;
      context.report({ ...at(item), rank: rankOfVolume(each, 'target'), message, help, stage });
    }
  },
});
