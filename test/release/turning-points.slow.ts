/**
 * Every place of the data at which smolvm changes, tried on both sides: what came is refused before and accepted from
 * then on, by lint, by the tables of flags, by completion and by hover; and the reverse for what has gone.
 */
import {
  allKeys,
  behaviour,
  completeFlags,
  EVERY_KEY,
  flagsFor,
  keyByPath,
  lint,
  parseSmolfile,
  readCall,
  RELEASES,
  type Command,
  type KeySchema,
  type Release,
} from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { hover } from '../../packages/language-server/src/features/hover/index.ts';
import { mergePatch, type BehaviourName, type GrammarName } from '../../packages/core/src/release/index.ts';
import { everyFlag } from '../../packages/core/src/schema/flags.ts';
import { COMMAND_NAMES } from '../../packages/core/src/schema/index.ts';
import { turningPoints } from '../../packages/core/src/target/index.ts';
import { loadData, Order, stateAt } from '../../schemas/generate/schema.ts';
import { release } from '../harness/releases.ts';
import { labelsAt } from '../language-server/harness/complete.ts';

const data = loadData();
const order = new Order(data.releases);
const keys = [...allKeys(EVERY_KEY)];

/** The releases on both sides of a change: the last with the older state, the first with the newer one. */
function sidesOf(before: string): readonly [older: Release, newer: Release] {
  const newer = release(before);
  expect(newer.isKnown).toBe(true);
  return [newer.previous!, newer];
}

/** The key and the sections that it is in, outermost first. */
function lineOf(key: KeySchema): KeySchema[] {
  return [
    ...keys.filter(({ path }) => key.path.startsWith(`${path}.`) || key.path.startsWith(`${path}[`)),
    key,
  ];
}

/** Whether a release has a key, by what the data says of it and of the sections that it is in. */
function exists(key: KeySchema, at: Release): boolean {
  return lineOf(key).every(({ absent = false, changes = [] }) => {
    const later = changes.filter(({ before }) => at.isBefore(before));
    return !(later.findLast((change) => change.absent !== undefined)?.absent ?? absent);
  });
}

/** A file with a key alone in its section, and where it stands. */
function fileWith(key: KeySchema): { readonly head: string; readonly line: string; readonly name: string } {
  const names = key.path.replaceAll('*', 'X').split('.');
  const name = names.pop()!.replace('[]', '');
  const isEntry = names.at(-1)?.endsWith('[]') ?? false;
  const section = names.join('.').replaceAll('[]', '');
  // a table inside of an item stands below the header of that item
  const item = names.findLastIndex((each) => each.endsWith('[]'));
  const above =
    isEntry || item < 0
      ? ''
      : `[[${names
          .slice(0, item + 1)
          .join('.')
          .replaceAll('[]', '')}]]\n`;
  const own = isEntry ? `[[${section}]]\n` : `[${section}]\n`;
  const head = section === '' ? '' : above + own;
  return { head, line: `${name} = ${valueOf(key)}`, name };
}

function valueOf({ type, examples }: KeySchema): string {
  if (type === 'table' || type === 'map') return '{}';
  if (type === 'table-array') return '[]';
  return JSON.stringify(examples![0]);
}

/** Where one would write a key: a section as a header, anything else below the one of its section. */
function writingAt({ path, type }: KeySchema, head: string): string {
  const bracket = { table: '[', map: '[', 'table-array': '[[' }[type as string];
  return bracket === undefined ? head : bracket + path.slice(0, path.lastIndexOf('.') + 1);
}

/** Codes of what says that smolvm does not know a key. */
const UNKNOWN: ReadonlySet<string> = new Set(['key-needs-newer-version', 'unknown-key']);

/** What the toolkit says of a key: whether lint refuses it, completion offers it, and hover calls it unknown. */
function saidOf(key: KeySchema, at: Release): { refused: boolean; offered: boolean; unknown: boolean } {
  const { head, line, name } = fileWith(key);
  const text = `${head}${line}\n`;
  const { diagnostics } = lint(parseSmolfile(text), { smolvm: at.version });
  const place = { start: head.length, end: head.length + name.length };
  const refusals = diagnostics.filter(({ code }) => UNKNOWN.has(code));
  const told = hover(parseSmolfile(text), place.start + 1, { smolvm: at.version })?.markdown ?? '';
  return {
    refused: refusals.some(({ severity, stage }) => severity === 'error' && stage === 'parse'),
    offered: labelsAt(`${writingAt(key, head)}|`, { smolvm: at.version }).includes(name),
    unknown: told.includes('does not know this key'),
  };
}

const keyChanges = keys.flatMap((key) =>
  (key.changes ?? []).map((change) => [key.path, change.before, key, change] as const),
);
const settable = ({ name }: KeySchema): boolean => /^[a-z_]+$/.test(name);

describe('keys', () => {
  test.each(keyChanges.filter(([, , key, { absent }]) => absent !== undefined && settable(key)))(
    '%s, at %s',
    (_, before, key) => {
      const sides = sidesOf(before).map((at) => ({ here: exists(key, at), said: saidOf(key, at) }));
      for (const { here, said } of sides) {
        expect(said).toEqual({ refused: !here, offered: here, unknown: !here });
      }
      // A section that came later hides when its keys came.
      if (lineOf(key).every((each) => each === key || exists(each, sidesOf(before)[0]))) {
        expect(sides[0]!.here).not.toBe(sides[1]!.here);
      }
    },
  );

  test.each(keyChanges.filter(([, , , { patch }]) => patch !== undefined))(
    '%s is otherwise before %s',
    (path, before, _, { patch }) => {
      const [older, newer] = sidesOf(before).map((at) => ({ ...keyByPath(path, at)! }));
      const expected = mergePatch(newer, patch) as Record<string, unknown>;
      for (const member of Object.keys(patch!)) {
        expect({ [member]: older![member as keyof KeySchema] }).toEqual({ [member]: expected[member] });
        expect(older![member as keyof KeySchema]).not.toEqual(newer![member as keyof KeySchema]);
      }
    },
  );

  test.each(RELEASES.map(({ version }) => version))(
    'all that %s has, and no others, are accepted',
    (version) => {
      const at = release(version);
      const wrong = keys
        .filter(settable)
        .filter((key) => {
          const { head, line } = fileWith(key);
          const { diagnostics } = lint(parseSmolfile(`${head}${line}\n`), {
            smolvm: version,
            commands: ['create'],
          });
          return diagnostics.some(({ code }) => UNKNOWN.has(code)) === exists(key, at);
        })
        .map(({ path }) => path);
      expect(wrong).toEqual([]);
    },
  );
});

const GIVEN = { given: ['smolfile'], assumed: ['output', 'image'] };
const NO_SUCH_FLAG = new Set(['unknown-flag', 'flag-needs-newer-smolvm', 'flag-of-other-command']);

describe('flags', () => {
  const changes = data.flags.flatMap((flag) =>
    (flag['x-changes'] ?? []).flatMap(({ before }) =>
      COMMAND_NAMES.map((command) => [flag.long, command, before, flag] as const),
    ),
  );

  test.each(changes)('--%s of %s, at %s', (_, command, before, flag) => {
    for (const at of sidesOf(before)) {
      const state = stateAt(flag, at.version, order);
      const own = state?.commands[command];
      const long = state?.long ?? flag.long;
      const found = flagsFor(command, at).find((each) => each.long === long);
      expect(found !== undefined, at.version).toBe(own !== undefined);
      expect(isTaken(command, at, long)).toBe(own !== undefined || isSpelling(command, at, long));
      const offers = completeFlags(command, at, `--${long}`, long.length + 2, GIVEN).items;
      expect(offers.some(({ text }) => text.trim() === `--${long}`)).toBe(
        found !== undefined && !found.hidden && !found.conflicts.includes('smolfile'),
      );
      if (!found) continue;
      // What the entry says of the release, and of the command on top of it.
      const {
        commands: _commands,
        implies: _implies,
        conflicts: _conflicts,
        ...shape
      } = {
        ...state!,
        ...own,
      };
      const said = Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== null));
      expect(found).toMatchObject(said);
    }
  });

  function isTaken(command: Command, at: Release, long: string): boolean {
    const call = readCall(command, at, [`--${long}`, 'x'], GIVEN);
    return !call.problems.some(({ code }) => NO_SUCH_FLAG.has(code));
  }

  /** Whether it is another spelling of some flag. */
  function isSpelling(command: Command, at: Release, long: string): boolean {
    return flagsFor(command, at).some(({ aliases }) => aliases.includes(long));
  }

  test('the releases that are shown for a flag are those that have it', () => {
    for (const { long, presence } of everyFlag()) {
      for (const command of COMMAND_NAMES) {
        const { since, until } = presence[command] ?? {};
        const having = RELEASES.filter((at) => flagsFor(command, at).some((each) => each.long === long));
        const shown = RELEASES.filter(
          (at) =>
            presence[command] &&
            !(since !== undefined && at.isBefore(since)) &&
            (until === undefined || at.isBefore(until)),
        );
        expect([long, command, having]).toEqual([long, command, shown]);
      }
    }
  });
});

describe('behaviours', () => {
  test.each(Object.keys(data.behaviours) as BehaviourName[])(
    '%s begins and ends where the data says',
    (name) => {
      const { since, until, commands } = behaviour(name);
      if (since !== undefined) expect(sidesOf(since).map((at) => at.has(name))).toEqual([false, true]);
      if (until !== undefined) expect(sidesOf(until).map((at) => at.has(name))).toEqual([true, false]);
      expect([since, until].some((version) => version !== undefined)).toBe(true);
      const during = RELEASES.find((at) => at.has(name))!;
      const having = COMMAND_NAMES.filter((command) => during.has(name, command));
      expect(having).toEqual(COMMAND_NAMES.filter((command) => commands?.includes(command) ?? true));
    },
  );
});

describe('grammars', () => {
  const changes = Object.entries(data.grammars).flatMap(([name, grammar]) =>
    (grammar['x-changes'] ?? []).map(({ before }) => [name as GrammarName, before, grammar] as const),
  );

  test.each(changes)('%s reads otherwise before %s', (name, before, grammar) => {
    const [older, newer] = sidesOf(before).map((at) => {
      const options = at.grammar(name);
      const state = stateAt(grammar, at.version, order);
      expect(options).toEqual(state?.options ?? {});
      return [options, state?.jsonSchema];
    });
    expect(older).not.toEqual(newer);
  });
});

test('the turning points of all releases are those of the data, and nothing else', () => {
  const named = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { before, since, until } = node as Record<string, unknown>;
    for (const version of [before, since, until]) if (typeof version === 'string') named.add(version);
    for (const value of Object.values(node)) visit(value);
  };
  visit([data.schema, data.flags, data.behaviours, data.grammars]);
  const expected = RELEASES.filter(({ version }, index) => index === 0 || named.has(version));
  expect(turningPoints(RELEASES)).toEqual(expected);
  expect(expected.length).toBeGreaterThan(20);
});
