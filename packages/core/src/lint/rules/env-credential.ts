import { looksLikeCredential } from '../../grammars/credential.ts';
import { shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { envEntries } from '../env.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'env-credential',
  summary: 'A credential written into `env`',
  why: 'What stands in `env` is kept in plain text wherever the file goes: in version control, in the database of `machine create`, and in every pack. A reference under `[secrets]` is resolved at launch, and only the reference is stored.',
  help: 'Give the value to the host, and refer to it: `[secrets]` with `KEY = { from_env = "KEY" }` or `from_file`. If the file has been shared, replace the credential.',
  evidence: 'facts 2.3, 7, 5 row 16; src/config.rs:327-489 (VmRecord.env)',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  examples: {
    invalid: [
      { toml: 'env = ["API_TOKEN=4f9d0c2ab8e1"] # info: env-credential\n' },
      { toml: 'env = ["DATABASE_URL=postgres://app:hunter2@db/app"] # info: env-credential\n' },
      {
        toml: 'env = ["CI=glpat-0123456789abcdefghij"] # info: env-credential\n',
        note: 'A token that is known by its shape, under whatever name.',
      },
    ],
    valid: [
      {
        toml: 'env = ["PATH=/usr/local/bin:/usr/bin", "TOKEN_FILE=/run/token", "MAX_TOKENS=4096", "API_KEY=${API_KEY}"]\n',
      },
      {
        toml: 'env = ["DATABASE_URL=postgres://db/app", "GIT_COMMIT=3f786850e387550fdab836ed7e6dc881de23001b"]\n',
      },
      { toml: '[secrets]\nAPI_TOKEN = { from_env = "API_TOKEN" }\n' },
    ],
  },
  check(context) {
    for (const entry of envEntries(context)) {
      const { item, spec } = entry;
      if (item.source || spec.kind !== 'pair' || !looksLikeCredential(spec.key, spec.value)) continue;
      // the range is the name, so that nothing that quotes it shows the value
      context.report({
        ...at(item),
        range: entry.keyRange,
        message: `The value of ${shown(spec.key)} looks like a credential, in plain text`,
      });
    }
  },
});
