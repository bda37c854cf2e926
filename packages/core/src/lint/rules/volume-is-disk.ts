import { shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { volumesOf } from '../volumes.ts';

export default defineRule({
  code: 'volume-is-disk',
  summary: 'A path alone, which is a disk of the machine and no directory of the host',
  why: 'Since 1.28.1 an absolute path without a colon is a disk of the machine’s own, mounted there, empty at first. Older releases refused it, so that nobody could forget the other half of `HOST:GUEST` unnoticed.',
  help: 'Write `HOST:GUEST` to mount the directory of the host; leave it for a disk of the machine.',
  evidence: 'values 22',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create', 'run'],
  needsHost: true,
  examples: {
    invalid: [
      {
        toml: '[dev]\nvolumes = ["/srv/www"] # info: volume-is-disk\n',
        host: { '/srv/www': 'directory' },
      },
    ],
    valid: [
      {
        toml: '[dev]\nvolumes = ["/data"]\n',
        host: {},
        note: 'The host has no such directory that could be meant.',
      },
      { toml: '[dev]\nvolumes = ["/srv/www:/srv/www"]\n', host: { '/srv/www': 'directory' } },
    ],
  },
  check(context) {
    const { host, report } = context;
    if (!host) return;
    for (const { item, disk } of volumesOf(context)) {
      if (disk === undefined || host.inspect(item.value).kind !== 'directory') continue;
      report({
        ...at(item),
        message: `This is an empty disk of the machine, not the directory ${shown(item.value)} of this host`,
        help: `To mount that directory, write \`${item.value}:${disk}\`.`,
      });
    }
  },
});
