import { RELEASES, releasesIn } from '../../release/index.ts';
import type { RuleContext } from '../context.ts';
import type { Fix } from '../../model/diagnostic.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'key-needs-newer-version',
  summary: 'A key that the smolvm of the file does not know',
  why: 'smolvm refuses keys that it does not know yet, or not any more, so the file works with other versions only.',
  help: 'Remove the key, or change the smolvm that the file is for.',
  evidence: 'facts 1.1 (Δ new keys after 1.2.0), 5 row 2; releases 1',
  since: '0.1.0',
  severity: 'error',
  stage: 'parse',
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'docker_socket = true # error: key-needs-newer-version\n', smolvm: '1.2.0' },
      { toml: '# smolfile: smolvm = "1.7.2"\n[fork] # error: key-needs-newer-version\nenabled = true\n' },
    ],
    valid: [{ toml: 'docker_socket = true\n', smolvm: '1.6.0' }],
  },
  check(context) {
    const { findings, release, report } = context;
    const fix = raisedPin(context);
    for (const finding of findings) {
      if (finding.kind !== 'absent-key') continue;
      const { label, range, schema } = finding;
      const { since, until } = schema;
      const isNewer = since !== undefined && release.isBefore(since);
      const works = isNewer ? `smolvm ${since} or newer` : `a smolvm before ${until}`;
      report({
        range,
        message: isNewer
          ? `\`${label}\` needs ${works}; smolvm ${release.version} refuses it`
          : `\`${label}\` is gone since smolvm ${until}; smolvm ${release.version} refuses it`,
        help: `Remove it, or use ${works} (this file is checked for ${release.version}).`,
        ...(isNewer && fix && { fix }),
      });
    }
  },
});

/** Pins the first release that has every key of the file which the pinned one does not know yet. */
function raisedPin({ document, findings, release }: RuleContext): Fix | undefined {
  const { pin } = document;
  const pinned = pin && releasesIn(pin.version);
  if (!pinned || typeof pinned === 'string') return undefined;
  const since = findings.flatMap((finding) =>
    finding.kind === 'absent-key' && finding.schema.since !== undefined ? [finding.schema.since] : [],
  );
  const needed = RELEASES.find((one) => !since.some((version) => one.isBefore(version)));
  if (!needed || !release.isBefore(needed.version)) return undefined;
  const text = pinned.isRange ? `>=${needed.version}` : needed.version;
  return { title: `Pin smolvm \`${text}\``, safe: false, edits: [{ range: pin.range, text }] };
}
