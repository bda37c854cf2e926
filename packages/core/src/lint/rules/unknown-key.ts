import { distance } from 'fastest-levenshtein';
import type { SmolfileDocument } from '../../document/document.ts';
import {
  EVERY_KEY,
  foreignWord,
  foreignWordsIn,
  keyByPath,
  plainWord,
  type ForeignWords,
  type KeySchema,
} from '../../schema/index.ts';
import type { UnknownKeyFinding } from '../../validate/findings.ts';
import type { Fix } from '../../model/diagnostic.ts';
import type { RuleContext } from '../context.ts';
import { rewriteKey } from '../rewrite.ts';
import { anyOf } from '../wording.ts';
import type { Report } from '../report.ts';
import { defineRule } from '../rule.ts';

/** Making a key another one reads the file anew: a few fixes at a time are enough. */
const MOST_REWRITES = 20;

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
      {
        toml: 'image = "python:3.12"\nnet = true\ncommand = "python app.py" # error: unknown-key\n',
        note: 'A word of other tools.',
      },
    ],
    valid: [{ toml: 'image = "alpine"\nnet = true\n\n[network]\nallow_hosts = ["example.com"]\n' }],
  },
  check(context) {
    const tables = new Map<KeySchema, Table>();
    let rewrites = 0;
    for (const finding of context.findings) {
      if (finding.kind !== 'unknown-key') continue;
      const { schema } = finding;
      const table = tables.get(schema) ?? { known: knownNames(schema), told: false };
      tables.set(schema, table);
      const report = explain(context, finding, table, rewrites < MOST_REWRITES);
      if (report.fix) rewrites++;
      context.report(report);
    }
  },
});

/** A table that has an unknown key. */
interface Table {
  readonly known: readonly string[];
  /** Whether its keys were listed already. */
  told: boolean;
}

/** More keys than this are no help. */
const MOST_LISTED = 10;

function explain(
  context: RuleContext,
  finding: UnknownKeyFinding,
  table: Table,
  mayRewrite: boolean,
): Report {
  const { name, range, schema } = finding;
  const where = schema.path === '' ? 'a Smolfile' : `\`[${schema.path.replace('.*', '.NAME')}]\``;
  const message = `\`${name}\` is not a key of ${where}`;
  const foreign = foreignWord(schema.path, name);
  if (foreign) {
    const meant = meantBy(context, finding, foreign, mayRewrite);
    // A word that is none here, and a key of another table.
    const fix =
      meant.fix ?? (foreign.key === undefined ? fixToHome(context, finding, mayRewrite) : undefined);
    return { range, message, ...meant, ...(fix && { fix }) };
  }
  const { nearest, word } = nearestKey(finding, table.known);
  const near = word === undefined ? undefined : foreignWord(schema.path, word);
  if (near) return { range, message, ...meantBy(context, finding, near, mayRewrite) };
  if (nearest !== undefined) {
    const fix = {
      title: `Replace \`${name}\` with \`${nearest}\``,
      safe: false,
      edits: [{ range, text: nearest }],
    };
    return { range, message, help: `Did you mean \`${nearest}\`?`, fix };
  }
  const set = nearestOf(name.slice(0, 64).toLowerCase(), table.known, limitOf(name));
  if (set) return { range, message, help: `Remove it, if \`${set.text}\` is meant, which is set already.` };
  const elsewhere = homesOf(name).filter((path) => path !== schema.path);
  if (elsewhere.length > 0) {
    const help = `\`${name}\` belongs ${anyOf(elsewhere.map(placeInWords))}.`;
    const fix = fixToHome(context, finding, mayRewrite);
    return { range, message, help, ...(fix && { fix }) };
  }
  const listed = !table.told && table.known.length <= MOST_LISTED;
  table.told = true;
  return {
    range,
    message,
    help: listed
      ? `Remove it. The keys here are \`${table.known.join('`, `')}\`.`
      : 'Remove it: no key of smolvm is called so, or nearly so.',
  };
}

/** Moves a key to the only table that has it. What the machine has, a section may have for some other use of it. */
function fixToHome(context: RuleContext, finding: UnknownKeyFinding, mayRewrite: boolean): Fix | undefined {
  const { name, schema } = finding;
  if (!mayRewrite) return undefined;
  const elsewhere = homesOf(name).filter((path) => path !== schema.path);
  // Not to where it would be told to move on.
  const lasting = elsewhere.filter((path) => keyIn(context, path, name)?.deprecated !== true);
  const homes = lasting.length > 0 ? lasting : elsewhere;
  const home = homes.includes('') ? '' : homes.length === 1 ? homes[0]! : undefined;
  const to = home === undefined ? undefined : keyIn(context, home, name);
  return to && fixTo(context.document, finding, to, `Move it ${placeInWords(home!)}`);
}

/** What a word of another tool is here, and the edits that make it so. */
function meantBy(
  context: RuleContext,
  finding: UnknownKeyFinding,
  { key, note }: ForeignWords,
  mayRewrite: boolean,
): Pick<Report, 'help' | 'fix'> {
  if (key === undefined) return { help: note! };
  const { schema } = finding;
  const last = key.slice(key.lastIndexOf('.') + 1);
  const to = keyIn(context, schema.path, last) ?? keyIn(context, '', key);
  if (!to) return { help: note ?? 'Remove it.' };
  const isBeside = to.path === `${schema.path}.${last}`;
  const path = isBeside ? last : to.path;
  const is = `It is \`${path}\` in a Smolfile`;
  const isTaken = isBeside ? finding.siblings.has(to.name) : context.settings.get(to.path) !== undefined;
  const fix =
    mayRewrite && !isTaken
      ? fixTo(context.document, finding, to, `Replace \`${finding.name}\` with \`${path}\``)
      : undefined;
  const help = [isTaken ? `${is}, which is set already.` : `${is}.`, note].filter(
    (text) => text !== undefined,
  );
  return { help: help.join(' '), ...(fix && { fix }) };
}

/** A key that the release has. */
function keyIn({ release }: RuleContext, table: string, path: string): KeySchema | undefined {
  const key = keyByPath(table === '' ? path : `${table}.${path}`, release);
  return key?.absent ? undefined : key;
}

function fixTo(
  document: SmolfileDocument,
  { steps, found }: UnknownKeyFinding,
  to: KeySchema,
  title: string,
): Fix | undefined {
  const change = steps && rewriteKey(document, steps, to, found);
  return change && change.edits.length > 0 ? { title, safe: false, edits: change.edits } : undefined;
}

function placeInWords(path: string): string {
  return path === '' ? 'to the top of the file, before the first `[table]`' : `under \`[${path}]\``;
}

function knownNames({ children = [] }: KeySchema): string[] {
  return children.filter(({ absent }) => !absent).map(({ name }) => name);
}

/**
 * The known key of the same table that is spelled most alike, unless it is set already or nothing comes near; or a
 * word of other tools that is nearer.
 */
function nearestKey(
  { name, siblings, schema }: UnknownKeyFinding,
  known: readonly string[],
): { readonly nearest?: string; readonly word?: string } {
  if (name.length > 64) return {};
  const plain = name.toLowerCase().replaceAll('-', '_');
  const limit = limitOf(name);
  const key = nearestOf(
    plain,
    known.filter((one) => !siblings.has(one)),
    limit,
  );
  const word = nearestOf(plainWord(name), foreignWordsIn(schema.path), Math.min(key?.away ?? limit, 3));
  if (word && name.length > 4) return { word: word.text };
  return key ? { nearest: key.text } : {};
}

/** From how far away on two words are not near. */
function limitOf({ length }: string): number {
  return Math.max(1, Math.floor(length / 3)) + 1;
}

/** @param limit how far away it must not be. */
function nearestOf(
  word: string,
  candidates: readonly string[],
  limit: number,
): { readonly text: string; readonly away: number } | undefined {
  let best: { text: string; away: number } | undefined;
  for (const text of candidates) {
    const most = best?.away ?? limit;
    // no two words are nearer to each other than their lengths
    if (Math.abs(word.length - text.length) >= most) continue;
    const away = distance(word, text);
    if (away < most) best = { text, away };
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
