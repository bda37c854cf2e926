import { OLDEST } from '../../schema/index.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'key-needs-newer-version',
  summary: 'A key that only a newer smolvm knows',
  why: 'smolvm refuses keys that it does not know yet, so the file works with newer versions only.',
  help: 'Remove the key, or raise the smolvm that the file is for.',
  evidence: 'facts 1.1 (Δ new keys after 1.2.0), 5 row 2, 14',
  since: '0.1.0',
  severity: 'error',
  stage: 'parse',
  examples: {
    invalid: [
      { toml: 'docker_socket = true # error: key-needs-newer-version\n', smolvm: '1.2.0' },
      {
        toml: 'stop_on_exit = true # warning: key-needs-newer-version\n',
        note: 'Newer than every version that is known exactly: only a warning while no version is chosen.',
      },
      { toml: '# smolfile: smolvm = "1.7.2"\n[fork] # error: key-needs-newer-version\nenabled = true\n' },
    ],
    valid: [{ toml: 'docker_socket = true\n', smolvm: '1.6.0' }],
  },
  check({ findings, smolvm, pinned, report }) {
    for (const finding of findings) {
      if (finding.kind !== 'newer-key') continue;
      const { label, range, schema } = finding;
      const unreleased = schema.since.startsWith('>');
      const since = unreleased ? `newer than ${schema.since.slice(1)}` : schema.since;
      const message = `\`${label}\` needs smolvm ${since}${unreleased ? '' : ' or newer'}; smolvm ${smolvm} refuses it`;
      if (unreleased && !pinned) {
        report({
          range,
          message,
          severity: 'warning',
          stage: null,
          help: `If your smolvm knows it, say so at the top of the file: \`# smolfile: smolvm = "X.Y.Z"\`.`,
        });
      } else {
        report({
          range,
          message,
          help: `Remove it, or use smolvm ${since}${unreleased ? '' : ' or newer'} (this file is checked for ${smolvm}; every version from ${OLDEST} can be chosen).`,
        });
      }
    }
  },
});
