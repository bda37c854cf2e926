import { envEntries } from '../env.ts';
import { defineRule } from '../rule.ts';

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
  check(context) {
    for (const { how, value, by } of context.merged('env').implied) {
      const setting = by.flatMap((one) => ('setting' in one ? one.setting : []))[0];
      if (how !== 'replace-by-key' || !setting) continue;
      const owned = new Map((value as readonly string[]).map((spec) => pairOf(spec)));
      for (const { item, spec } of envEntries(context)) {
        if (item.source || spec.kind === 'dropped' || !owned.has(spec.key)) continue;
        context.report({
          range: item.range,
          message: `\`${setting.path}\` sets \`${spec.key}\` to ${owned.get(spec.key)}, whatever is written here`,
          related: [{ range: setting.range, message: 'switched on here' }],
          tags: ['unnecessary'],
        });
      }
    }
  },
});

function pairOf(spec: string): [name: string, value: string] {
  const [name = '', value = ''] = spec.split('=');
  return [name, value];
}
