import { parseFileEnvSpec } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';

const OWNED = new Set(['SMOLVM_CUDA_AUTO_GRAPH', 'TORCHINDUCTOR_CUDAGRAPHS']);

export default defineRule({
  code: 'auto-graph-overrides-env',
  summary: 'A variable that `auto_graph` sets itself',
  why: '`auto_graph` removes `SMOLVM_CUDA_AUTO_GRAPH` and `TORCHINDUCTOR_CUDAGRAPHS` from the environment and sets both to 1.',
  help: 'Remove the variable, or `auto_graph`.',
  evidence: 'facts 2.8, 5 row 80',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: 'auto_graph = true\nenv = ["TORCHINDUCTOR_CUDAGRAPHS=0"] # warning: auto-graph-overrides-env\n',
      },
    ],
    valid: [{ toml: 'auto_graph = true\nenv = ["TORCHINDUCTOR_MAX_AUTOTUNE=1"]\n' }],
  },
  check({ settings, report }) {
    const on = settings.boolean('auto_graph');
    if (!on?.value) return;
    for (const { value, range } of ['env', 'dev.env'].flatMap((path) => settings.strings(path) ?? [])) {
      const spec = parseFileEnvSpec(value);
      if (spec.kind === 'dropped' || !OWNED.has(spec.key)) continue;
      report({
        range,
        message: `\`auto_graph\` sets \`${spec.key}\` to 1, whatever is written here`,
        related: [{ range: on.range, message: 'switched on here' }],
        tags: ['unnecessary'],
      });
    }
  },
});
