import type { RuleContext } from '../context.ts';
import { hasNetworkAtBoot, opensNetwork } from '../network.ts';
import { at } from '../places.ts';
import { remoteKinds } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';
import { rankOfVolume, volumesOf, type VolumeItem } from '../volumes.ts';

export default defineRule({
  code: 'volume-remote',
  summary: 'A volume on a remote store, where it cannot work',
  why: 'Since 1.9.3, `machine create` mounts `s3://bucket` (and, before 1.10.1, `:remote:path`) through rclone inside the machine, for which it needs an image (with rclone in it) and a network. `machine run` does so since 1.10.1, from when on only S3 is left. Every older smolvm takes the source for a directory of the host.',
  help: 'Use smolvm 1.10.1 or newer, with an image that has `rclone` and `fusermount3`, and a network.',
  evidence: 'facts 4.2 (Δ v1.9.3), 5 row 81, values 22; v1.9.3 src/remote_volume.rs:42-129',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'remote-volume',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: '[dev]\nvolumes = ["s3://data:/data"] # error: volume-remote\n', note: 'There is no image.' },
      {
        toml: 'image = "rclone/rclone"\n\n[dev]\nvolumes = ["s3://data:/data"] # error: volume-remote\n',
        note: 'There is no network.',
      },
      {
        toml: 'net = true\ncmd = ["true"]\n\n[dev]\nvolumes = ["s3://data:/data"] # warning: volume-remote\n',
        command: 'run',
      },
      {
        toml: 'net = true\ncmd = ["true"]\n\n[dev]\nvolumes = ["s3://data:/data"] # error: volume-remote\n',
        command: 'run',
        smolvm: '1.9.3',
      },
    ],
    valid: [{ toml: 'image = "rclone/rclone"\nnet = true\n\n[dev]\nvolumes = ["s3://data:/data"]\n' }],
  },
  check(context) {
    const { document, command, release, report } = context;
    for (const each of volumesOf(context)) {
      const { item, volume, problem, remote } = each;
      if (!remote) {
        // up to 1.2.5 such a volume cannot even be read
        if (!volume?.source.startsWith('s3://')) continue;
        const who =
          command === 'run' && remoteKinds(release, 'create').length > 0
            ? '`machine run`'
            : `smolvm ${release.version}`;
        report({
          ...at(item),
          check: 'volumes',
          rank: rankOfVolume(each, 'source'),
          message: `${who} cannot mount a remote store`,
        });
      } else if (problem) {
        report({ ...at(item), rank: [0], message: problem.message, help: problem.help });
      } else if (!document.damaged) {
        checkNeeds(each, context);
      }
    }
  },
});

/** What `machine create` wants for any remote volume, and `machine run` for the network alone (values 22). */
function checkNeeds({ item }: VolumeItem, context: RuleContext): void {
  const { command, report } = context;
  const place = { ...at(item), check: 'remote-volume-needs' };
  if (!context.merged('image').value) {
    if (command === 'create') {
      report({
        ...place,
        message: 'A remote volume is mounted for the command of an image, and this machine has none',
      });
      return;
    }
    report({
      ...place,
      message: 'Without an image, `machine run` leaves this volume out, and says nothing',
      severity: 'warning',
      stage: null,
    });
  }
  // published ports bring a network at the start, which `machine run` does not count here
  if (command === 'run' ? opensNetwork(context) : hasNetworkAtBoot(context)) return;
  report({
    ...place,
    message: 'A remote volume needs a network, and this machine has none',
    help: 'Add `net = true`.',
  });
}
