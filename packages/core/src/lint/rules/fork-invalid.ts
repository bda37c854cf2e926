import { aliasOf } from '../../merge/index.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'fork-invalid',
  summary: 'A `[fork]` section that contradicts itself',
  why: 'A pool of forks needs at least one machine and CUDA switched on in the file itself (the flag `--cuda` does not count); a limit of video memory is one for each machine of such a pool.',
  help: 'Set `pool_size` to 1 or more together with `cuda = true` (or `auto_graph = true`), and a limit only with a pool.',
  evidence: 'facts 2.8, 5 row 79; v1.9.3 src/cli/smolfile.rs:112-139',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'fork',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: 'cuda = true\n\n[fork]\npool_size = 0 # error: fork-invalid\n' },
      { toml: '[fork]\npool_size = 2 # error: fork-invalid\n' },
      { toml: '[branch]\npool_size = 2 # error: fork-invalid\n' },
      { toml: 'cuda = true\n\n[fork]\ncuda_vram_limit_mib = 512 # error: fork-invalid\n' },
    ],
    valid: [{ toml: 'cuda = true\n\n[fork]\npool_size = 2\ncuda_vram_limit_mib = 512\n' }],
  },
  check(context) {
    const { document, settings, report } = context;
    // `[branch]` is another name of the section in newer releases
    const section = settings.has('fork') ? 'fork' : (aliasOf(context, 'fork')?.name ?? 'fork');
    const pool = settings.integer(`${section}.pool_size`);
    const limit = settings.integer(`${section}.cuda_vram_limit_mib`);
    if (pool && Number(pool.value) === 0) {
      report({
        range: pool.range,
        message: `\`${section}.pool_size\` cannot be 0`,
        help: 'Write 1 or more, or remove the key.',
      });
    }
    if (limit && Number(limit.value) === 0) {
      report({
        range: limit.range,
        message: `\`${section}.cuda_vram_limit_mib\` cannot be 0`,
        help: 'Write 1 or more, or remove the key for no limit.',
      });
    }
    if (document.damaged) return;
    const cuda = ['cuda', 'auto_graph'].some((path) => settings.boolean(path)?.value ?? false);
    if (pool && Number(pool.value) > 0 && !cuda) {
      report({
        range: pool.range,
        message: `\`${section}.pool_size\` needs CUDA, and this file does not switch it on`,
        help: 'Add `cuda = true` at the top of the file.',
      });
    }
    if (limit && Number(limit.value) > 0 && !settings.has(`${section}.pool_size`)) {
      report({
        range: limit.range,
        message: `\`${section}.cuda_vram_limit_mib\` needs \`${section}.pool_size\``,
        help: `Add \`pool_size\` under \`[${section}]\`, or remove the limit.`,
      });
    }
  },
});
