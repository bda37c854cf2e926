import { ifPossible, moveKey } from '../../edit/index.ts';
import { REPLACING } from '../lists.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'legacy-list',
  summary: 'A top-level list that belongs under `[dev]`',
  why: 'The top-level `ports`, `volumes` and `init` are the old spelling: they do the same as those under `[dev]`, as long as there are none there; as soon as there is an entry there, the whole top-level list is dropped.',
  help: 'Write the list under `[dev]`.',
  evidence: 'facts 1.1 (legacy lists), 2.2, 5 row 19; crates/smolvm-smolfile/src/lib.rs',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: 'net = true\nports = ["8080:80"] # info: legacy-list\n' },
      {
        toml: 'net = true\n\n# Tools.\ninit = [ # info: legacy-list\n  "apk add git", # for hooks\n]\n\n[dev] # local work\nports = ["8080:80"]\n',
        note: 'Comments move along.',
      },
      {
        toml: '# About this file.\nvolumes = ["./src:/src"] # info: legacy-list\n[dev]',
        note: 'The comment that opens the file stays.',
      },
    ],
    valid: [
      { toml: 'net = true\n\n[dev]\nports = ["8080:80"]\n' },
      { toml: 'ports = []\n' },
      { toml: 'env = ["A=1"]\n', note: '`env` is no legacy: both places count.' },
    ],
  },
  check({ document, settings, report }) {
    for (const [modern, legacy] of REPLACING) {
      const list = settings.get(legacy);
      // with a list in both places, other rules have more to say
      if (!list || !settings.isNonEmpty(legacy) || settings.has(modern)) continue;
      const section = modern.slice(0, modern.lastIndexOf('.'));
      // the fix has the whole list in it, and every report has the fix
      const isMovable = !document.damaged && list.range.end - list.range.start < 10_000;
      const edits = isMovable ? ifPossible(() => moveKey(document, legacy, modern).edits) : undefined;
      report({
        range: list.key,
        message: `The top-level \`${legacy}\` is the old spelling of \`${modern}\``,
        tags: ['deprecated'],
        ...(edits && { fix: { title: `Move \`${legacy}\` into \`[${section}]\``, safe: true, edits } }),
      });
    }
  },
});
