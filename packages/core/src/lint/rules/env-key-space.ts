import { rustTrim, shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { envEntries, rewriteEntry } from '../env.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'env-key-space',
  summary: 'White space before the `=` of a variable',
  why: 'An entry is trimmed as a whole and then split at its first `=`: the space before it becomes part of the name. A machine with an image refuses such a name, and elsewhere it is another variable than the one that is meant.',
  help: 'Write `KEY=VALUE` without spaces around the `=`.',
  evidence: 'facts 2.2, 4.4, 5 row 15; src/util.rs:71-96',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: 'env = ["A =1"] # warning: env-key-space\n' },
      {
        toml: 'env = ["A = 1"] # warning: env-key-space\n',
        note: 'The space after the `=` would belong to the value, so that this fix wants a look.',
      },
    ],
    valid: [{ toml: 'env = [" A=1 ", "B=two words"]\n', note: 'Around the entry smolvm trims.' }],
  },
  check(context) {
    for (const entry of envEntries(context)) {
      const { item, spec } = entry;
      if (spec.kind !== 'pair') continue;
      const name = rustTrim(spec.key);
      if (name === spec.key) continue;
      const value = rustTrim(spec.value);
      context.report({
        ...at(item),
        range: entry.keyRange,
        message: `The name of this variable is ${shown(spec.key)}, with white space at its end`,
        ...(!item.source && { fix: rewriteEntry(item, name, value, value === spec.value) }),
      });
    }
  },
});
