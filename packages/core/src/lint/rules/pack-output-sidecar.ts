import { usesOf } from '../../call/call.ts';
import { shown } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';

const SIDECAR = '.smolmachine';

export default defineRule({
  code: 'pack-output-sidecar',
  summary: 'A pack whose program is named like its sidecar',
  why: '`--output` names the program that starts the packed machine; the machine itself is written next to it, under that name with `.smolmachine` behind it. Since 1.7.0 smolvm refuses to give the program such a name.',
  help: 'Leave `.smolmachine` out of the name.',
  evidence: 'facts 3.4 (Δ v1.7.0)',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'output',
  commands: ['pack'],
  during: 'sidecar-name-refused',
  examples: {
    invalid: [
      {
        toml: 'image = "alpine"\n',
        flags: '-o app.smolmachine',
        expect: ['flags: error: pack-output-sidecar'],
      },
    ],
    valid: [
      { toml: 'image = "alpine"\n', flags: '-o app' },
      { toml: 'image = "alpine"\n', flags: '-o app.smolmachine', smolvm: '1.6.0' },
    ],
  },
  check({ call, report }) {
    for (const { value = '', range, valueRange } of usesOf(call, 'output')) {
      if (!value.endsWith(SIDECAR)) continue;
      const plain = value.slice(0, -SIDECAR.length);
      report({
        range: valueRange ?? range,
        source: 'flags',
        message: `${shown(value)} would name the program like the \`${SIDECAR}\` file that is written next to it`,
        ...(plain !== '' && { help: `Use \`--output\` with ${shown(plain)}.` }),
      });
    }
  },
});
