import { distance } from 'fastest-levenshtein';
import { ROOT, type KeySchema } from '../../schema/index.ts';
import type { UnknownKeyFinding } from '../../validate/findings.ts';
import { anyOf } from '../wording.ts';
import type { RuleContext } from '../context.ts';
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
    for (const finding of context.findings) {
      if (finding.kind === 'unknown-key') context.report(explain(finding, context));
    }
  },
});

function explain(finding: UnknownKeyFinding, context: RuleContext): Report {
  const { name, range, schema } = finding;
  const where = schema.path === '' ? 'a Smolfile' : `\`[${schema.path.replace('.*', '.NAME')}]\``;
  const message = `\`${name}\` is not a key of ${where}`;
  const former = FORMER.get(schema.path === '' ? name : `${schema.path}.${name}`);
  if (former !== undefined) return { range, message, help: former };
  const nearest = nearestKey(finding, context);
  if (nearest !== undefined) {
    const fix = {
      title: `Replace \`${name}\` with \`${nearest}\``,
      safe: false,
      edits: [{ range, text: nearest }],
    };
    return { range, message, help: `Did you mean \`${nearest}\`?`, fix };
  }
  const homes = homesOf(name, ROOT).filter((path) => path !== schema.path);
  if (homes.length > 0)
    return { range, message, help: `\`${name}\` belongs ${anyOf(homes.map(placeInWords))}.` };
  const known = knownNames(schema, context).map((key) => `\`${key}\``);
  return { range, message, help: `Remove it. The keys here are ${known.join(', ')}.` };
}

function placeInWords(path: string): string {
  return path === '' ? 'to the top of the file, before the first `[table]`' : `under \`[${path}]\``;
}

function knownNames(schema: KeySchema, { since }: RuleContext): string[] {
  return (schema.children ?? []).filter((child) => since(child.since)).map(({ name }) => name);
}

/** The known key of the same table that is spelled most alike, unless it is set already or nothing comes near. */
function nearestKey({ name, schema, siblings }: UnknownKeyFinding, context: RuleContext): string | undefined {
  const plain = (key: string) => key.toLowerCase().replaceAll('-', '_');
  const allowed = Math.max(1, Math.floor(name.length / 3));
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const key of knownNames(schema, context)) {
    const away = siblings.has(key) ? bestDistance : distance(plain(name), key);
    if (away < bestDistance) [best, bestDistance] = [key, away];
  }
  return best;
}

/** Paths of the tables that have a key of this name. */
function homesOf(name: string, table: KeySchema): string[] {
  const children = table.children ?? [];
  const here = children.some((child) => child.name === name) ? [table.path] : [];
  return here.concat(children.flatMap((child) => (child.type === 'table' ? homesOf(name, child) : [])));
}
