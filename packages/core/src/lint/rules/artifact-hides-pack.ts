import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'artifact-hides-pack',
  summary: 'Both `[artifact]` and `[pack]`',
  why: '`[pack]` is another name for `[artifact]`, and it counts only where `[artifact]` is absent. The two are not merged: even an empty `[artifact]` hides all of `[pack]`.',
  help: 'Move everything into `[artifact]` and remove `[pack]`.',
  evidence: 'facts 2.7, 5 rows 60 and 61; src/cli/smolfile.rs:554',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['pack'],
  examples: {
    invalid: [
      {
        toml: 'image = "alpine"\n\n[artifact]\ncpus = 2\n\n[pack] # warning: artifact-hides-pack\nmemory = 512\n',
        command: 'pack',
      },
    ],
    valid: [{ toml: 'image = "alpine"\n\n[pack]\nmemory = 512\n', command: 'pack' }],
  },
  check({ settings, report }) {
    const artifact = settings.get('artifact');
    const pack = settings.get('pack');
    if (!artifact || !pack) return;
    report({
      range: pack.key,
      message: '`[pack]` has no effect here, since there is an `[artifact]`',
      related: [{ range: artifact.key, message: 'this section hides it' }],
      tags: ['unnecessary'],
    });
  },
});
