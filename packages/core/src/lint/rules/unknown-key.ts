import { distance } from 'fastest-levenshtein';
import { EVERY_KEY, type KeySchema } from '../../schema/index.ts';
import type { UnknownKeyFinding } from '../../validate/findings.ts';
import { anyOf } from '../wording.ts';
import { defineRule, type Report } from '../rule.ts';

/** Keys that smolvm once had, or that people bring from elsewhere, and what became of them (facts 1.1). */
const FORMER: ReadonlyMap<string, string> = new Map([
  ['allowed_cidrs', 'It was a key of smolvm 0.2.0 only. Write `allow_cidrs` under `[network]`.'],
  ['deploy', 'It was a section of smolvm 0.2.0 only. Remove it.'],
  ['service.ports', 'It was a key of smolvm 0.2.0 only. Publish ports with `ports` under `[dev]`.'],
  ['secrets.*.from_store', 'It was a key of smolvm 0.9.0 only. Write `from_env` or `from_file`.'],
]);

export default defineRule({
  code: 'unknown-key',
  summary: 'A key that smolvm does not know',
  why: 'smolvm refuses a Smolfile with a key it does not know, whatever its value: every table of the file is closed (`deny_unknown_fields`). Keys are case-sensitive and have no aliases.',
  help: 'Correct the spelling, move the key into its table, or remove it.',
  evidence: 'facts 1.1, 5 row 1; crates/smolvm-smolfile/src/lib.rs:205-374',
  since: '0.1.0',
  severity: 'error',
  stage: 'parse',
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'imge = "alpine" # error: unknown-key\nnet = true\n' },
      {
        toml: '[dev]\nallow_hosts = ["example.com"] # error: unknown-key\n',
        note: 'The key belongs to another table.',
      },
      {
        toml: '[secrets.TOKEN]\nfrom_store = "token" # error: unknown-key\n',
        note: 'A key that smolvm once had.',
      },
    ],
    valid: [{ toml: 'image = "alpine"\nnet = true\n\n[network]\nallow_hosts = ["example.com"]\n' }],
  },
  check(context) {
    const tables = new Map<KeySchema, readonly string[]>();
    for (const finding of context.findings) {
      if (finding.kind !== 'unknown-key') continue;
      const { schema } = finding;
      const known = tables.get(schema) ?? knownNames(schema);
      tables.set(schema, known);
      context.report(explain(finding, known));
    }
  },
});

function explain(finding: UnknownKeyFinding, known: readonly string[]): Report {
  const { name, range, schema } = finding;
  const where = schema.path === '' ? 'a Smolfile' : `\`[${schema.path.replace('.*', '.NAME')}]\``;
  const message = `\`${name}\` is not a key of ${where}`;
  const former = FORMER.get(schema.path === '' ? name : `${schema.path}.${name}`);
  if (former !== undefined) return { range, message, help: former };
  const nearest = nearestKey(finding, known);
  if (nearest !== undefined) {
    const fix = {
      title: `Replace \`${name}\` with \`${nearest}\``,
      safe: false,
      edits: [{ range, text: nearest }],
    };
    return { range, message, help: `Did you mean \`${nearest}\`?`, fix };
  }
  const elsewhere = homesOf(name).filter((path) => path !== schema.path);
  if (elsewhere.length > 0)
    return { range, message, help: `\`${name}\` belongs ${anyOf(elsewhere.map(placeInWords))}.` };
  return { range, message, help: `Remove it. The keys here are \`${known.join('`, `')}\`.` };
}

function placeInWords(path: string): string {
  return path === '' ? 'to the top of the file, before the first `[table]`' : `under \`[${path}]\``;
}

function knownNames({ children = [] }: KeySchema): string[] {
  return children.filter(({ absent }) => !absent).map(({ name }) => name);
}

/** The known key of the same table that is spelled most alike, unless it is set already or nothing comes near. */
function nearestKey({ name, siblings }: UnknownKeyFinding, known: readonly string[]): string | undefined {
  const plain = name.toLowerCase().replaceAll('-', '_');
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const key of known) {
    // no two words are nearer to each other than their lengths
    if (Math.abs(plain.length - key.length) >= bestDistance || siblings.has(key)) continue;
    const away = distance(plain, key);
    if (away < bestDistance) [best, bestDistance] = [key, away];
  }
  return best;
}

let homes: ReadonlyMap<string, readonly string[]> | undefined;

/** Paths of the tables that have a key of this name. */
function homesOf(name: string): readonly string[] {
  homes ??= allHomes();
  return homes.get(name) ?? [];
}

function allHomes(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const visit = ({ path, children = [] }: KeySchema): void => {
    for (const { name } of children) found.set(name, [...(found.get(name) ?? []), path]);
    for (const child of children) if (child.type === 'table') visit(child);
  };
  visit(EVERY_KEY);
  return found;
}
