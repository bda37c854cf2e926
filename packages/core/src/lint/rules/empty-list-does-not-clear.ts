import { ifPossible, removeKey } from '../../edit/index.ts';
import { REPLACING } from '../lists.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'empty-list-does-not-clear',
  summary: 'An empty list in `[dev]`, which does not clear the top-level one',
  why: 'A list under `[dev]` replaces the top-level one only when it has an entry. An empty one is the same as none, so that the top-level list stays in force.',
  help: 'Remove the top-level list to have none of its entries, or the empty one to keep them.',
  evidence: 'facts 2.2, 5 row 18, 13; src/cli/smolfile.rs:303-334',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'net = true\nports = ["8080:80"]\n\n[dev]\nports = [] # info: empty-list-does-not-clear\n' },
    ],
    valid: [
      { toml: '[dev]\nports = []\n', note: 'There is nothing to clear.' },
      {
        toml: 'env = ["A=1"]\n\n[dev]\nenv = []\n',
        note: 'Variables are joined, and nobody expects otherwise.',
      },
    ],
  },
  check({ document, settings, report }) {
    for (const [winner, loser] of REPLACING) {
      const [empty, used] = [settings.get(winner), settings.get(loser)];
      if (!empty || !used || !settings.isNonEmpty(loser)) continue;
      if (empty.value.type !== 'array' || empty.value.items.length > 0 || empty.value.damaged) continue;
      const removed = document.damaged ? undefined : ifPossible(() => removeKey(document, loser).edits);
      report({
        range: empty.range,
        message: `An empty \`${winner}\` does not clear the top-level \`${loser}\``,
        related: [{ range: used.key, message: 'this list stays in force' }],
        tags: ['unnecessary'],
        ...(removed && {
          fix: { title: `Remove the top-level \`${loser}\``, safe: false, edits: removed },
        }),
      });
    }
  },
});
