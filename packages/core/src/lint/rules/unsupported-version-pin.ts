import { NEWEST_RELEASE, OLDEST_RELEASE, releasesIn } from '../../release/index.ts';
import { defineRule } from '../rule.ts';
import { shown } from '../../grammars/index.ts';

export default defineRule({
  code: 'unsupported-version-pin',
  summary: 'A version comment that names no smolvm this toolkit knows',
  why: 'The comment chooses the smolvm that the file is checked for. It must be a whole version that is known, or a range of versions; otherwise it is ignored and the newest known version is taken.',
  help: `Write a version from ${OLDEST_RELEASE.version} on, for example \`# smolfile: smolvm = "${NEWEST_RELEASE.version}"\`.`,
  evidence: 'the toolkit’s own; what smolvm does is known from 1.2.0 on',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  examples: {
    invalid: [
      { toml: '# smolfile: smolvm = "1.1"\ncpus = 2\n', expect: ['1: warning: unsupported-version-pin'] },
    ],
    valid: [{ toml: '# smolfile: smolvm = "1.2.0"\ncpus = 2\n' }],
  },
  check({ document, release, report }) {
    const { pin } = document;
    if (!pin) return;
    const found = releasesIn(pin.version);
    if (typeof found !== 'string') return;
    report({
      range: pin.range,
      message: `${shown(pin.version)} is not a version from ${OLDEST_RELEASE.version} on, nor a range of them; this file is checked for ${release.version}`,
    });
  },
});
