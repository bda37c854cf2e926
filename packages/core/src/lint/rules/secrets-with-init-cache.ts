import { bakeOf } from '../bake.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'secrets-with-init-cache',
  summary: 'Secrets together with an image and `init` under `machine run`',
  why: 'Since 1.2.3, a `machine run` in the foreground bakes image and `init` into a pack before it runs them, and packs allow no secret references: the run fails after the bake. With `--oci-cache` it bakes without `init`, too.',
  help: 'Call it with `--no-init-cache`, or move the `init` commands into the image.',
  evidence: 'facts 2.5 (Δ v1.2.3 init-layer cache), 5 row 9',
  since: '0.1.0',
  severity: 'warning',
  stage: 'launch',
  commands: ['run'],
  during: 'init-cache',
  examples: {
    invalid: [
      {
        toml: 'image = "alpine"\nnet = true\ncmd = ["true"]\n\n[dev]\ninit = ["apk add git"]\n\n[secrets] # warning: secrets-with-init-cache\nTOKEN = { from_env = "TOKEN" }\n',
        command: 'run',
      },
      {
        toml: 'image = "alpine"\nnet = true\ncmd = ["true"]\n\n[secrets] # warning: secrets-with-init-cache\nTOKEN = { from_env = "TOKEN" }\n',
        command: 'run',
        flags: '--oci-cache',
      },
    ],
    valid: [
      {
        toml: 'image = "alpine"\nnet = true\ncmd = ["true"]\n\n[secrets]\nTOKEN = { from_env = "TOKEN" }\n',
        command: 'run',
        note: 'Without `init` nothing is baked.',
      },
    ],
  },
  check(context) {
    const { settings, report } = context;
    const section = settings.get('secrets');
    const bake = bakeOf(context);
    if (!section || settings.secrets.length === 0 || !bake) return;
    report({
      range: section.key,
      message:
        '`machine run` in the foreground fails: it bakes the image into a pack, which cannot carry secrets',
      related: [bake.why],
    });
  },
});
