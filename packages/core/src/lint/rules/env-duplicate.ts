import { shown } from '../../grammars/index.ts';
import { arrayOf, removeElement } from '../fixes.ts';
import { at } from '../places.ts';
import { envEntries, type EnvEntry } from '../env.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'env-duplicate',
  summary: 'The same variable twice in one list',
  why: 'Of two entries with one name the last counts; `machine create` stores both, and leaves it to the machine which one it takes. That `dev.env` has a variable of `env` again is another matter: that is how a value is overridden.',
  help: 'Keep the entry that is meant.',
  evidence: 'facts 2.3, 2.5, 5 row 14; src/cli/vm_common.rs:354',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: 'env = [\n  "A=1", # warning: env-duplicate\n  "B=2",\n  "A=3",\n]\n' },
      {
        toml: 'env = ["A=1", "A=1"] # info: env-duplicate\n',
        note: 'Twice the same harms nobody.',
      },
    ],
    valid: [
      { toml: 'env = ["A=1"]\n\n[dev]\nenv = ["A=2"]\n', note: 'The override that `dev.env` is there for.' },
      { toml: 'env = ["A=1", "a=2"]\n' },
    ],
  },
  check(context) {
    const { document, report } = context;
    /** By layer, then by name. */
    const layers = new Map<string, Map<string, EnvEntry>>();
    for (const entry of envEntries(context)) {
      const { item, spec } = entry;
      if (item.source || spec.kind === 'dropped') continue;
      const previous = layers.get(item.layer) ?? new Map<string, EnvEntry>();
      if (previous.size === 0) layers.set(item.layer, previous);
      const earlier = previous.get(spec.key);
      previous.set(spec.key, entry);
      if (!earlier) continue;
      const same = earlier.item.value === item.value;
      const array = arrayOf(document, item);
      report({
        ...at(earlier.item),
        range: earlier.keyRange,
        message: `${shown(spec.key)} is set again below, ${same ? 'to the same' : 'and the last one counts'}`,
        related: [{ range: entry.keyRange, message: 'set again here' }],
        tags: ['unnecessary'],
        ...(same && { severity: 'info' }),
        ...(array && {
          fix: {
            title: 'Remove the earlier entry',
            safe: same,
            edits: removeElement(document, array, earlier.item),
          },
        }),
      });
    }
  },
});
