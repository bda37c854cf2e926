import { arrayOf, removeElement } from '../fixes.ts';
import { at } from '../places.ts';
import { envEntries } from '../env.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'env-entry-dropped',
  summary: 'An entry of `env` that smolvm drops',
  why: 'An entry that is blank, or has nothing before its `=`, is left out without a word.',
  help: 'Write `KEY=VALUE`, or remove the entry.',
  evidence: 'facts 4.4, 5 row 13; src/util.rs:74',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: 'env = ["", "A=1"] # warning: env-entry-dropped\n' },
      { toml: 'env = [\n  "A=1",\n  " ", # warning: env-entry-dropped\n]\n' },
      {
        toml: 'env = ["=debug"] # warning: env-entry-dropped\n',
        note: 'No fix: only its author knows the name.',
      },
    ],
    valid: [{ toml: 'env = ["A=1", "B="]\n', note: 'An empty value is one.' }],
  },
  check(context) {
    const { document, report } = context;
    for (const { item, spec } of envEntries(context)) {
      if (spec.kind !== 'dropped') continue;
      const isBlank = item.value === '';
      const array = isBlank ? arrayOf(document, item) : undefined;
      report({
        ...at(item),
        message: isBlank
          ? 'This entry is blank, and dropped'
          : 'This entry has no name before its `=`, and is dropped',
        tags: ['unnecessary'],
        ...(array && {
          fix: {
            title: 'Remove the blank entry',
            safe: true,
            edits: removeElement(document, array, item),
          },
        }),
      });
    }
  },
});
