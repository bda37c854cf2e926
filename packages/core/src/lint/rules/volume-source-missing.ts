import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { missingSeverity } from '../missing.ts';
import { hostVolumes } from '../volumes.ts';

export default defineRule({
  code: 'volume-source-missing',
  summary: 'A volume source that is no directory on this host',
  why: 'smolvm mounts existing directories only: it refuses a source that does not exist, and a file (a limitation of virtiofs). Relative paths are taken from the directory that smolvm is called in, not from the one of the Smolfile.',
  help: 'Create the directory, mount the directory that holds the file, or call smolvm (and this check) in the right directory. `--no-fs` skips the check.',
  evidence: 'facts 4.2, 8, 5 row 26; src/data/storage.rs:81-95',
  since: '0.1.0',
  severity: 'warning',
  stage: 'config',
  of: 'volumes',
  commands: ['create', 'run'],
  needsHost: true,
  examples: {
    invalid: [
      { toml: '[dev]\nvolumes = ["./data:/data"] # warning: volume-source-missing\n', host: {} },
      {
        toml: '[dev]\nvolumes = ["./a.txt:/a.txt"] # warning: volume-source-missing\n',
        host: { './a.txt': 'file' },
      },
    ],
    valid: [
      { toml: '[dev]\nvolumes = ["./data:/data"]\n', host: { './data': 'directory' } },
      { toml: '[dev]\nvolumes = ["./data:/data"]\n', note: 'Nothing is said where the host is unknown.' },
    ],
  },
  check(context) {
    const { host, report } = context;
    if (!host) return;
    for (const { item, volume } of hostVolumes(context)) {
      const { source } = volume;
      // other rules say more about these
      if (/^~|\$|:\//.test(source)) continue;
      const { kind } = host.inspect(source);
      const severity = missingSeverity(context, source);
      if (kind === 'missing')
        report({ ...at(item), severity, message: `There is no directory \`${source}\` here` });
      else if (kind === 'file' || kind === 'other')
        report({
          ...at(item),
          severity,
          message: `\`${source}\` is not a directory, and smolvm mounts only directories`,
        });
    }
  },
});
