import { volumeWithoutMode, type ValueProblem } from '../../grammars/index.ts';
import { at, partOf } from '../places.ts';
import { fixString } from '../fixes.ts';
import { defineRule } from '../rule.ts';
import { rankOfVolume, volumesOf } from '../volumes.ts';

const WHOLE: ValueProblem = { reason: 'volume-mode', message: '', help: '', from: 0, to: 0 };

export default defineRule({
  code: 'volume-invalid',
  summary: 'A volume that smolvm cannot read',
  why: 'A volume is `HOST:GUEST`, `HOST:GUEST:ro` or `HOST:GUEST:rw`, the mode in lower case. Up to 1.2.5 any further colon is refused; since 1.3.0 it belongs to the path of the host.',
  help: 'Write `HOST:GUEST` or `HOST:GUEST:ro`, for example `./src:/app:ro`.',
  evidence: 'facts 4.2, 5 row 24; src/data/storage.rs:111',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'volumes',
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: '[dev]\nvolumes = ["./src"] # error: volume-invalid\n' },
      { toml: '[dev]\nvolumes = ["./src:/app:RO"] # error: volume-invalid\n', smolvm: '1.2.0' },
      {
        toml: '[dev]\nvolumes = ["./src:/app:RO"] # error: volume-invalid\n',
        note: 'Since 1.3.0 smolvm takes `./src:/app` for the path of the host and `RO` for the target.',
      },
      { toml: '[dev]\nvolumes = ["./src:/app:z"] # error: volume-invalid\n' },
      { toml: '[dev]\nvolumes = ["./src:/app:readonly"] # error: volume-invalid\n' },
      {
        toml: '[dev]\nvolumes = ["./src:/app:/data"] # warning: volume-invalid\n',
        note: 'There may be a directory of that name.',
      },
    ],
    valid: [{ toml: '[dev]\nvolumes = ["./src:/app:ro"]\n' }],
  },
  check(context) {
    const { host, release, report } = context;
    for (const each of volumesOf(context)) {
      const { item, volume, problem, remote } = each;
      const rank = rankOfVolume(each, 'format');
      if (remote) continue;
      if (problem) {
        const range = partOf(context, item, problem.from, problem.to);
        report({
          ...at(item),
          range,
          rank,
          message: problem.message,
          help: problem.help,
          ...fixString(item, problem),
        });
      }
      if (!volume || volume.source.startsWith('s3://')) continue;
      const { source, target } = volume;
      // a drive letter is a path of the host, not a mistake
      if (source.indexOf(':/') < 2) continue;
      const certain = !target.startsWith('/') || host?.inspect(source).kind === 'missing';
      if (host && !certain) continue;
      report({
        ...at(item),
        rank: rankOfVolume(each, 'source'),
        message: `smolvm reads \`${source}\` as the path of the host and \`${target}\` as the target`,
        help: 'Only `:ro` or `:rw`, in lower case, may follow the target.',
        ...fixString(item, { ...WHOLE, ...volumeWithoutMode(item.value, release) }),
        ...(!certain && { severity: 'warning', stage: null }),
      });
    }
  },
});
