import { at, effectiveValue, isOn } from '../effective.ts';
import { lineBreakOf, topLevelStatement } from '../statements.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'gpu-vram-without-gpu',
  summary: 'Video memory for a machine without a GPU',
  why: 'Only a machine with `gpu = true` (or `--gpu`) has video memory; without it smolvm ignores `gpu_vram`.',
  help: 'Add `gpu = true`, or remove `gpu_vram`.',
  evidence: 'facts 5 row 59; src/data/resources.rs',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'cpus = 2\ngpu_vram = 2048 # warning: gpu-vram-without-gpu\n' },
      { toml: 'gpu = false\ngpu_vram = 2048 # warning: gpu-vram-without-gpu\n' },
    ],
    valid: [{ toml: 'gpu = true\ngpu_vram = 2048\n' }, { toml: 'gpu_vram = 2048\n', flags: '--gpu' }],
  },
  check(context) {
    const { document, settings, report } = context;
    const vram = effectiveValue(context, 'gpu_vram');
    // that 0 is too little is another matter
    if (!vram || document.damaged || Number(vram.value) === 0 || isOn(context, 'gpu')) return;
    const off = settings.boolean('gpu');
    const written = settings.get('gpu_vram');
    const statement = written && !vram.source && !off ? topLevelStatement(document, written) : undefined;
    report({
      ...at(vram),
      message: '`gpu_vram` has no effect, since this machine has no GPU',
      related: off ? [{ range: off.range, message: 'switched off here' }] : [],
      tags: ['unnecessary'],
      ...(statement && {
        fix: {
          title: 'Add `gpu = true`',
          safe: false,
          edits: [
            {
              range: { start: statement.start, end: statement.start },
              text: `gpu = true${lineBreakOf(document)}`,
            },
          ],
        },
      }),
    });
  },
});
