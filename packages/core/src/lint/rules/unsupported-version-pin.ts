import { NEWEST, OLDEST } from '../../schema/index.ts';
import { defineRule } from '../rule.ts';
import { shown } from '../../values/index.ts';
import { isSupportedVersion } from '../version.ts';

export default defineRule({
  code: 'unsupported-version-pin',
  summary: 'A version comment that names no smolvm this toolkit knows',
  why: 'The comment chooses the smolvm that the file is checked for. It must be a whole version from 1.2.0 on; otherwise it is ignored and the newest known version is taken.',
  help: `Write a version from ${OLDEST} on, for example \`# smolfile: smolvm = "${NEWEST}"\`.`,
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
  check({ document, smolvm, report }) {
    const { pin } = document;
    if (!pin || isSupportedVersion(pin.version)) return;
    report({
      range: pin.range,
      message: `${shown(pin.version)} is not a version from ${OLDEST} on; this file is checked for ${smolvm}`,
    });
  },
});
