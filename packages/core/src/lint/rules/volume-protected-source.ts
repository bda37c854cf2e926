import { protectedSource } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { hostVolumes } from '../volumes.ts';

export default defineRule({
  code: 'volume-protected-source',
  summary: 'A volume source that smolvm protects',
  why: 'smolvm never mounts the root of the host or its system directories, such as `/etc`, `/usr` or `/var/run`, after following symbolic links. Which directories those are depends on the platform.',
  help: 'Mount a directory of your own, and copy into it what the machine needs.',
  evidence: 'facts 4.2, 5 row 28; src/data/storage.rs:53',
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
    ],
    valid: [{ toml: '[dev]\nvolumes = ["/var/lib/app:/data", "/opt:/opt"]\n' }],
  },
  check(context) {
    const { release, host, report } = context;
    for (const { item, volume } of hostVolumes(context)) {
      const { source } = volume;
      const found = host?.inspect(source);
      const canonical = found?.canonical ?? source;
      if (host) {
        // what is missing is refused as missing
        if (found?.kind === 'missing') continue;
        if (protectedSource(canonical, host.platform, release))
          report({ ...at(item), message: `smolvm does not mount \`${source}\`: it is a system directory` });
        continue;
      }
      const platforms = (['linux', 'macos'] as const).filter((platform) =>
        protectedSource(canonical, platform, release),
      );
      if (platforms.length === 2)
        report({ ...at(item), message: `smolvm does not mount \`${source}\`: it is a system directory` });
      else if (platforms[0] !== undefined) {
        const name = platforms[0] === 'linux' ? 'Linux' : 'macOS';
        report({
          ...at(item),
          message: `On ${name} smolvm does not mount \`${source}\`: it is a system directory there`,
          severity: 'warning',
        });
      }
    }
  },
});
