import { opensNetwork } from '../network.ts';
import { at } from '../places.ts';
import { remoteKinds } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';
import { volumesOf } from '../volumes.ts';

export default defineRule({
  code: 'volume-remote',
  summary: 'A volume on a remote store, where it cannot work',
  why: 'Since 1.9.3, `machine create` mounts `s3://bucket` and `:remote:path` through rclone inside the machine, for which it needs an image (with rclone in it) and a network. `machine run`, and every older smolvm, take the source for a directory of the host.',
  help: 'Use `machine create` of smolvm 1.9.3 or newer, with an image that has `rclone` and `fusermount3`, and a network.',
  evidence: 'facts 4.2 (Δ v1.9.3), 5 row 81; v1.9.3 src/remote_volume.rs:42-129',
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
        toml: 'net = true\ncmd = ["true"]\n\n[dev]\nvolumes = ["s3://data:/data"] # error: volume-remote\n',
        command: 'run',
        smolvm: '1.9.3',
      },
    ],
    valid: [{ toml: 'image = "rclone/rclone"\nnet = true\n\n[dev]\nvolumes = ["s3://data:/data"]\n' }],
  },
  check(context) {
    const { document, command, release, report } = context;
    for (const { item, volume, problem, remote } of volumesOf(context)) {
      if (!remote) {
        // up to 1.2.5 such a volume cannot even be read
        if (!volume?.source.startsWith('s3://')) continue;
        const who =
          command === 'run' && remoteKinds(release, 'create').length > 0
            ? '`machine run`'
            : `smolvm ${release.version}`;
        report({ ...at(item), message: `${who} cannot mount a remote store` });
      } else if (problem) {
        report({ ...at(item), message: problem.message, help: problem.help });
      } else if (!document.damaged && !context.merged('image').value) {
        report({
          ...at(item),
          message: 'A remote volume needs an image that brings rclone, and this machine has none',
        });
      } else if (!document.damaged && !opensNetwork(context)) {
        report({
          ...at(item),
          message: 'A remote volume needs a network, and this machine has none',
          help: 'Add `net = true`.',
        });
      }
    }
  },
});
