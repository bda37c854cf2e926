import { hasFlag } from '../../call/call.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'pack-needs-image',
  summary: 'No image in a file that is packed',
  why: '`pack create` packs an image or an existing machine. When the file has no `image`, one must come with the call.',
  help: 'Add `image`, or call it with `--image IMAGE` or `--from-vm NAME`.',
  evidence: 'facts 2.7, 5 row 62; src/cli/pack.rs:204',
  since: '0.1.0',
  severity: 'warning',
  stage: 'config',
  of: 'image',
  commands: ['pack'],
  examples: {
    invalid: [{ toml: '[artifact] # warning: pack-needs-image\ncpus = 2\n', command: 'pack' }],
    valid: [{ toml: 'image = "alpine"\n\n[artifact]\ncpus = 2\n', command: 'pack' }],
  },
  check({ document, settings, call, report }) {
    if (document.damaged || settings.has('image') || hasFlag(call, 'image') || hasFlag(call, 'from-vm'))
      return;
    if (call) {
      const range = { start: 0, end: call.text.length };
      report({
        range,
        source: 'flags',
        severity: 'error',
        message: '`pack create` needs an image, and neither the file nor this call has one',
      });
      return;
    }
    const section = settings.get('artifact') ?? settings.get('pack');
    const range = section?.key ?? { start: 0, end: Math.min(1, document.text.length) };
    report({ range, message: '`pack create` needs an image, and this file has none' });
  },
});
