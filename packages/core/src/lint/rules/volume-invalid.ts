import { stringRange } from '../../toml/index.ts';
import { fixString } from '../fixes.ts';
import { defineRule } from '../rule.ts';
import { volumesOf } from '../volumes.ts';

export default defineRule({
  code: 'volume-invalid',
  summary: 'A volume that smolvm cannot read',
  why: 'A volume is `HOST:GUEST`, `HOST:GUEST:ro` or `HOST:GUEST:rw`, the mode in lower case. Up to 1.2.5 any further colon is refused; since 1.3.0 it belongs to the path of the host.',
  help: 'Write `HOST:GUEST` or `HOST:GUEST:ro`, for example `./src:/app:ro`.',
  evidence: 'facts 4.2, 5 row 24; src/data/storage.rs:111',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: '[dev]\nvolumes = ["./src"] # error: volume-invalid\n' },
      { toml: '[dev]\nvolumes = ["./src:/app:RO"] # error: volume-invalid\n', smolvm: '1.2.0' },
      {
        toml: '[dev]\nvolumes = ["./src:/app:RO"] # warning: volume-invalid\n',
        note: 'Since 1.3.0 smolvm takes `./src:/app` for the path of the host and `RO` for the target.',
      },
    ],
    valid: [{ toml: '[dev]\nvolumes = ["./src:/app:ro"]\n' }],
  },
  check(context) {
    const { document, host, report } = context;
    for (const { item, volume, problem, remote } of volumesOf(context)) {
      if (remote) continue;
      if (problem) {
        const range = stringRange(document.toml, item.node, problem.from, problem.to);
        report({ range, message: problem.message, help: problem.help, ...fixString(item, problem) });
      }
      if (!volume || volume.source.startsWith('s3://')) continue;
      const { source, target } = volume;
      const colon = source.indexOf(':/');
      // a drive letter is a path of the host, not a mistake
      if (colon < 2) continue;
      const absent = host?.inspect(source).kind === 'missing';
      if (host && !absent) continue;
      report({
        range: item.range,
        message: `smolvm reads \`${source}\` as the path of the host and \`${target}\` as the target`,
        help: `Only \`:ro\` and \`:rw\`, in lower case, may follow the target.`,
        ...(!absent && { severity: 'warning', stage: null }),
      });
    }
  },
});
