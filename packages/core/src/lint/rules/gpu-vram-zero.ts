import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'gpu-vram-zero',
  summary: 'No video memory at all',
  why: '`machine create` refuses a `gpu_vram` of 0, even when `gpu` is off. `machine run` does not look.',
  help: 'Give at least 1 MiB, or remove the key for the default of 4096 MiB.',
  evidence: 'facts 4.7, 5 row 58; src/cli/vm_common.rs:609',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'gpu-vram',
  commands: ['create'],
  examples: {
    invalid: [{ toml: 'gpu = true\ngpu_vram = 0 # error: gpu-vram-zero\n' }],
    valid: [{ toml: 'gpu = true\ngpu_vram = 2048\n' }, { toml: 'gpu_vram = 0\n', command: 'run' }],
  },
  check(context) {
    const vram = context.merged('gpu_vram').value;
    if (vram && Number(vram.value) === 0) context.report({ ...at(vram), message: '`gpu_vram` cannot be 0' });
  },
});
