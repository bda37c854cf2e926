import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'secrets-in-pack',
  summary: 'Secrets in a file that is packed',
  why: '`pack create` copies the references into the pack without a word, and then every use of that pack is refused: `pack run`, the packed program and `machine create --from` allow no secret references, in every version up to 1.9.3.',
  help: 'Keep `[secrets]` in a Smolfile of its own for `create` and `run`, and give a packed machine its secrets with `--secret-env` or `--secret-file` where it runs.',
  evidence: 'facts 7, 5 row 8; src/cli/pack_run.rs:692, src/cli/machine.rs:1871',
  since: '0.1.0',
  severity: 'error',
  stage: 'launch',
  commands: ['pack'],
  examples: {
    invalid: [
      {
        toml: 'image = "alpine"\n\n[secrets] # error: secrets-in-pack\nTOKEN = { from_env = "TOKEN" }\n\n[artifact]\ncpus = 2\n',
        command: 'pack',
      },
    ],
    valid: [
      { toml: '[secrets]\nTOKEN = { from_env = "TOKEN" }\n', command: 'create' },
      { toml: 'image = "alpine"\n\n[secrets]\n', command: 'pack', note: 'An empty section does no harm.' },
    ],
  },
  check({ settings, report }) {
    const section = settings.get('secrets');
    const count = settings.secrets.length;
    if (!section || count === 0) return;
    const names = settings.secrets.map(({ name }) => `\`${name}\``).slice(0, 3);
    report({
      range: section.key,
      message: `A pack of this file cannot be used: it carries ${count === 1 ? 'a secret reference' : `${count} secret references`} (${names.join(', ')}${count > 3 ? ', …' : ''})`,
    });
  },
});
