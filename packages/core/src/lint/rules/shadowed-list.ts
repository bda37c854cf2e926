import { parseSmolfile } from '../../document/document.ts';
import type { Setting } from '../../document/setting.ts';
import { ifPossible, insertItems, removeKey } from '../../edit/index.ts';
import {
  checkGuestTarget,
  parsePort,
  parseVolume,
  protectedSource,
  targetKey,
} from '../../grammars/index.ts';
import type { Release } from '../../release/index.ts';
import type { RuleContext } from '../context.ts';
import type { Fix } from '../../model/diagnostic.ts';
import { REPLACING } from '../lists.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'shadowed-list',
  summary: 'A top-level list that a list of `[dev]` replaces',
  why: 'Of `ports`, `volumes` and `init`, smolvm takes the list under `[dev]` when it has an entry, and then drops the whole top-level list without a word. The two are not joined, as those of `env` are.',
  help: 'Move the entries into the list under `[dev]`, or remove the top-level list.',
  evidence: 'facts 2.2, 5 row 17, 13 (first vector); src/cli/smolfile.rs:303-334',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'net = true\nports = ["8080:80"] # warning: shadowed-list\n\n[dev]\nports = ["9090:90"]\n' },
      {
        toml: 'volumes = ["./src:/src"]\n\n[dev]\nvolumes = [\n  "./app:/app",\n]\n',
        expect: ['1: warning: shadowed-list'],
      },
      {
        toml: 'cpus = 2\ninit = ["apk add git"]\n\n[dev]\ninit = ["apk add curl"]\n',
        expect: ['2: warning: shadowed-list'],
      },
    ],
    valid: [
      { toml: 'env = ["A=1"]\n\n[dev]\nenv = ["B=2"]\n', note: 'Variables are joined.' },
      { toml: 'net = true\nports = []\n\n[dev]\nports = ["9090:90"]\n' },
    ],
  },
  check(context) {
    const { settings, report } = context;
    for (const [winner, loser] of REPLACING) {
      const [used, dropped] = [settings.get(winner), settings.get(loser)];
      if (!used || !dropped || !settings.isNonEmpty(winner) || !settings.isNonEmpty(loser)) continue;
      const fix = joined(context, used, dropped);
      report({
        range: dropped.key,
        message: `\`${loser}\` has no effect here: \`${winner}\` replaces it`,
        related: [{ range: used.key, message: 'this list is taken instead' }],
        tags: ['unnecessary'],
        ...(fix && { fix }),
      });
    }
  },
});

/** Puts what only the dropped list has in front of the other's entries, where smolvm surely takes them there. */
function joined({ document, release }: RuleContext, used: Setting, dropped: Setting): Fix | undefined {
  const { text, damaged } = document;
  const { value: into } = used;
  const removed = damaged
    ? undefined
    : ifPossible(() => removeKey(document, dropped.path, { comments: 'remove' }));
  // what a comment says may be about an entry that moves
  const comments = removed && parseSmolfile(removed.text).toml.comments.length;
  if (!removed || into.type !== 'array' || comments !== document.toml.comments.length) return undefined;
  const there = entriesOf(used, release);
  const missing = entriesOf(dropped, release).filter(({ value }) =>
    there.every((one) => one.value !== value),
  );
  const places = [...missing, ...there].map(({ place }) => place);
  if (missing.some(({ place }) => place === undefined) || new Set(places).size < places.length)
    return undefined;
  const added = missing.map((entry) => text.slice(entry.start, entry.end));
  return {
    title: `Move the entries of \`${dropped.path}\` into \`${used.path}\``,
    safe: false,
    edits: [...removed.edits, ...insertItems(document, into, 0, added)],
  };
}

/** Entries with what may be there only once; without it where smolvm may not take the entry. */
function entriesOf({ schema, value: list }: Setting, release: Release) {
  const nodes = list.type === 'array' ? list.items : [];
  return nodes.flatMap((node) => {
    if (node.type !== 'scalar' || typeof node.value !== 'string') return [];
    const { value, start, end } = node;
    return [{ value, start, end, place: placeOf(value, schema.grammar, release) }];
  });
}

function placeOf(value: string, grammar: string | undefined, release: Release): unknown {
  if (grammar === 'port') {
    const port = parsePort(value, release);
    return port.ok ? port.value.mappings[0]?.host : undefined;
  }
  if (grammar !== 'volume') return Symbol(value);
  const volume = parseVolume(value, release);
  if (!volume.ok || checkGuestTarget(volume.value.target)) return undefined;
  const { source, target } = volume.value;
  const isPlain = /^[\w./-]+$/.test(source) && !protectedSource(source, 'linux', release);
  return isPlain ? targetKey(target) : undefined;
}
