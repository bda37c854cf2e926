import { hasFlag } from '../../call/call.ts';
import { protectedSource, systemMountProblem } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { hostVolumes, rankOfVolume } from '../volumes.ts';

export default defineRule({
  code: 'volume-protected-source',
  summary: 'A volume source that smolvm protects',
  why: 'smolvm never mounts the root of the host or its system directories, such as `/etc`, `/usr` or `/var/run`, after following symbolic links. Which directories those are depends on the platform. Since 1.14.0 the flag `--allow-system-mounts` lets `/etc` and `/var/log` through, read-only and at `/host` or below.',
  help: 'Mount a directory of your own, and copy into it what the machine needs.',
  evidence: 'facts 4.2, 5 row 28, values 22; src/data/storage.rs:53',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'volumes',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: '[dev]\nvolumes = ["/:/host"] # error: volume-protected-source\n' },
      { toml: '[dev]\nvolumes = ["/usr/bin:/tools:ro"] # error: volume-protected-source\n' },
      {
        toml: '[dev]\nvolumes = ["/etc/ssl:/certs:ro"] # warning: volume-protected-source\n',
        note: 'Protected on Linux; where the host is unknown, it may be another platform.',
      },
      {
        toml: '[dev]\nvolumes = ["/etc:/host/etc"] # error: volume-protected-source\n',
        flags: '--allow-system-mounts',
        host: { '/etc': 'directory' },
      },
      {
        toml: '[dev]\nvolumes = ["/etc:/etc:ro"] # error: volume-protected-source\n',
        flags: '--allow-system-mounts',
        host: { '/etc': 'directory' },
      },
    ],
    valid: [
      { toml: '[dev]\nvolumes = ["/var/lib/app:/data", "/opt:/opt"]\n' },
      {
        toml: '[dev]\nvolumes = ["/etc:/host/etc:ro"]\n',
        flags: '--allow-system-mounts',
        host: { '/etc': 'directory' },
      },
    ],
  },
  check(context) {
    const { release, call, host, report } = context;
    const isLifted = hasFlag(call, 'allow-system-mounts');
    for (const each of hostVolumes(context)) {
      const { item, volume } = each;
      const { source } = volume;
      const found = host?.inspect(source);
      // what is missing is refused as missing
      if (found?.kind === 'missing') continue;
      const canonical = found?.canonical ?? source;
      const platforms = host ? [host.platform] : (['linux', 'macos'] as const);
      const protecting = platforms.filter((platform) => protectedSource(canonical, platform, release));
      const [platform] = protecting;
      // what the flag lets through elsewhere was not looked at
      if (platform === undefined || (isLifted && protecting.some((one) => one !== 'linux'))) continue;
      const problem = isLifted ? systemMountProblem(canonical, volume, release) : 'never';
      if (problem === undefined) continue;
      const place = { ...at(item), rank: rankOfVolume(each, 'protected') };
      const isEverywhere = protecting.length === platforms.length;
      const where = isEverywhere ? '' : `On ${platform === 'linux' ? 'Linux' : 'macOS'} `;
      const there = isEverywhere ? '' : ' there';
      if (problem === 'never')
        report({
          ...place,
          message: `${where}smolvm does not mount \`${source}\`: it is a system directory${there}`,
          ...(!isEverywhere && { severity: 'warning' }),
        });
      else
        report({
          ...place,
          message:
            problem === 'writable'
              ? `\`${source}\` is a system directory, which is mounted read-only or not at all`
              : `\`${source}\` is a system directory, which is mounted at \`/host\` or below only`,
          help: `Mount it as \`${source}:/host${source}:ro\`.`,
          ...(!isEverywhere && { severity: 'warning' }),
        });
    }
  },
});
