import { usesOf } from '../../call/call.ts';
import { shown } from '../../grammars/index.ts';
import { arrayOf, removeElement } from '../fixes.ts';
import type { RelatedPlace } from '../../model/diagnostic.ts';
import { at } from '../places.ts';
import { envEntries } from '../env.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'secret-shadows-env',
  summary: 'A variable of the environment that a secret of the same name hides',
  why: 'Secrets are put into the environment last: the secret wins, and the entry of `env` has no effect.',
  help: 'Keep the one that is meant.',
  evidence: 'facts 2.5 (env assembly), 5 row 11; src/cli/machine.rs:863',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      {
        toml: 'env = ["MODE=dev", "LEVEL=x"] # warning: secret-shadows-env\n\n[secrets]\nLEVEL = { from_env = "LEVEL" }\n',
      },
    ],
    valid: [
      { toml: 'env = ["LEVEL=x"]\n', flags: '--env LEVEL=y', note: 'Only secrets do that.' },
      { toml: 'env = ["LEVEL_FILE=/run/level"]\n\n[secrets]\nLEVEL = { from_env = "LEVEL" }\n' },
    ],
  },
  check(context) {
    const { document, settings, call, report } = context;
    const secrets = new Map<string, RelatedPlace>();
    for (const { name, key } of settings.secrets) secrets.set(name, { range: key, message: 'the secret' });
    for (const { value, range } of ['secret-env', 'secret-file', 'secret-keychain'].flatMap((flag) =>
      usesOf(call, flag),
    )) {
      const name = value?.split('=', 1)[0];
      if (name) secrets.set(name, { range, source: 'flags', message: 'the secret' });
    }
    for (const entry of envEntries(context)) {
      const { item, spec } = entry;
      const secret = spec.kind === 'dropped' ? undefined : secrets.get(spec.key);
      if (!secret || spec.kind === 'dropped') continue;
      const array = arrayOf(document, item);
      report({
        ...at(item),
        range: entry.keyRange,
        message: `The secret ${shown(spec.key)} wins over the variable of that name`,
        related: [secret],
        tags: ['unnecessary'],
        ...(array && {
          fix: {
            title: `Remove ${shown(spec.key)} from \`${item.layer}\``,
            safe: false,
            edits: removeElement(document, array, item),
          },
        }),
      });
    }
  },
});
