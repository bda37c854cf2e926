import { parseAnyVolume, type Volume } from '../../grammars/index.ts';
import type { RuleContext } from '../context.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { missingSeverity } from '../missing.ts';
import { hostVolumes, rankOfVolume, unexpandedIn } from '../volumes.ts';

export default defineRule({
  code: 'volume-source-missing',
  summary: 'A volume source that is no directory on this host',
  why: 'smolvm mounts existing directories only: it refuses a source that does not exist, and a file (a limitation of virtiofs). Relative paths are taken from the directory that smolvm is called in, not from the one of the Smolfile.',
  help: 'Create the directory, mount the directory that holds the file, or correct the path.',
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
      {
        toml: '[dev]\nvolumes = ["pgdata:/var/lib/data"] # warning: volume-source-missing\n',
        note: 'A named volume of Docker.',
        host: {},
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
    for (const each of hostVolumes(context)) {
      const { item, volume } = each;
      const { source } = volume;
      const rank = rankOfVolume(each, 'source');
      // other rules say more about these
      if (unexpandedIn(source) !== undefined || source.includes('://')) continue;
      const { kind } = host.inspect(source);
      const severity = missingSeverity(context, source);
      if (kind === 'missing')
        report({
          ...at(item),
          rank,
          severity,
          message: `There is no directory \`${source}\` here`,
          ...(/^[A-Za-z0-9][\w.-]*$/.test(source) && { help: namedHelp(context, volume) }),
        });
      else if (kind === 'file' || kind === 'other')
        report({
          ...at(item),
          rank,
          severity,
          message: `\`${source}\` is not a directory, and smolvm mounts only directories`,
        });
    }
  },
});

/** A bare name is a volume of Docker elsewhere. */
function namedHelp({ release, command }: RuleContext, { source, target }: Volume): string {
  const disk = parseAnyVolume(target, release, command);
  const instead =
    disk.ok && disk.value.kind === 'disk'
      ? `\`${target}\` alone is a disk that the machine keeps`
      : 'what the machine writes stays on its own disk';
  return `smolvm has no named volumes: ${instead}. For a folder, create it and write \`./${source}:${target}\`.`;
}
