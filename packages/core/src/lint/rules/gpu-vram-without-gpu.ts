import { ifPossible, setValue } from '../../edit/index.ts';
import { at } from '../places.ts';
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
    const vram = context.merged('gpu_vram').value;
    // that 0 is too little is another matter
    if (!vram || document.damaged || Number(vram.value) === 0 || context.merged('gpu').isOn) return;
    const off = settings.boolean('gpu');
    const added = vram.source || off ? undefined : ifPossible(() => setValue(document, 'gpu', true).edits);
    report({
      ...at(vram),
      message: '`gpu_vram` has no effect, since this machine has no GPU',
      related: off ? [{ range: off.range, message: 'switched off here' }] : [],
      tags: ['unnecessary'],
      ...(added && { fix: { title: 'Add `gpu = true`', safe: false, edits: added } }),
    });
  },
});
