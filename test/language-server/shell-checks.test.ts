/** When shellcheck is asked about what, with a stand-in for all of it. */
import type { ShellComment, ShellScript } from '@smolfile/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  ShellChecks,
  type ShellAnswer,
  type ShellQuestion,
} from '../../packages/language-server/src/shell-checks.ts';

const ONE: ShellComment = {
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  code: 2086,
  level: 'info',
  message: 'm',
  replacements: [],
};
const FOUND: ShellAnswer = { kind: 'comments', comments: [ONE] };
const NOTHING: ShellAnswer = { kind: 'comments', comments: [] };
const REACH = { path: '', outside: [] };
const A = 'file:///a/Smolfile';
const B = 'file:///b/Smolfile';

/** A question that is being asked. */
interface Asked {
  readonly text: string;
  readonly signal: AbortSignal;
  readonly answer: (answer: ShellAnswer) => Promise<void>;
}

let asked: Asked[];
let arrived: string[][];
let said: string[];
let checks: ShellChecks;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  arrived = [];
  said = [];
  const check = ({ text }: ShellQuestion, signal: AbortSignal): Promise<ShellAnswer> =>
    new Promise((resolve) => {
      const answer = async (given: ShellAnswer): Promise<void> => {
        resolve(given);
        await vi.advanceTimersByTimeAsync(0);
      };
      signal.addEventListener('abort', () => resolve({ kind: 'failed', reason: 'was cancelled' }));
      asked.push({ text, signal, answer });
    });
  checks = new ShellChecks(check, {
    arrived: (uris) => void arrived.push([...uris]),
    said: (reason) => void said.push(reason),
  });
});
afterEach(() => {
  checks.stop();
  vi.useRealTimers();
});

function script(text: string): ShellScript {
  return { dialect: 'sh', text, written: JSON.stringify(text), start: 0, errexit: false };
}

/** What is known of scripts, by their texts. */
function known(uri: string, ...texts: string[]): Record<string, number> {
  const found = checks.of(uri, texts.map(script), REACH);
  return Object.fromEntries(Array.from(found, ([{ text }, comments]) => [text, comments.length]));
}

const texts = (): string[] => asked.map(({ text }) => text);
const quiet = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);

describe('a script', () => {
  test('is asked about once it stays as it is, and is told when the answer comes', async () => {
    expect(known(A, 'a')).toEqual({});
    await vi.advanceTimersByTimeAsync(200);
    expect(known(A, 'ab')).toEqual({});
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toEqual([]);
    await quiet();
    expect(texts()).toEqual(['ab']);
    expect(checks.stateOf(A)).toBe(0);
    await asked[0]!.answer(FOUND);
    expect(arrived).toEqual([[A]]);
    expect(checks.stateOf(A)).toBe(1);
    expect(known(A, 'ab')).toEqual({ ab: 1 });
  });

  test('is never asked about twice, wherever it is', async () => {
    known(A, 'a');
    await quiet();
    await asked[0]!.answer(FOUND);
    expect(known(A, 'a', 'a')).toEqual({ a: 1 });
    expect(known(B, 'a')).toEqual({ a: 1 });
    checks.forget(A);
    expect(known(A, 'a')).toEqual({ a: 1 });
    await quiet();
    expect(asked).toHaveLength(1);
  });

  test('of which there is nothing to say changes nothing', async () => {
    known(A, 'a');
    await quiet();
    await asked[0]!.answer(NOTHING);
    expect([arrived, checks.stateOf(A)]).toEqual([[], 0]);
    expect(known(A, 'a')).toEqual({ a: 0 });
    await quiet();
    expect(asked).toHaveLength(1);
  });

  test('that two documents have is asked about once, and told to both', async () => {
    known(A, 'a');
    known(B, 'a');
    await quiet();
    await asked[0]!.answer(FOUND);
    await quiet();
    expect(texts()).toEqual(['a']);
    expect(arrived).toEqual([[A, B]]);
    expect([checks.stateOf(A), checks.stateOf(B)]).toEqual([1, 1]);
  });

  test('of nothing, or without end, is not asked about', async () => {
    known(A, '', ' \n', 'x'.repeat(100_000));
    await quiet();
    expect(asked).toEqual([]);
  });
});

describe('the queue', () => {
  test('has one question at a time', async () => {
    known(A, 'a', 'b', 'c');
    await quiet();
    expect(texts()).toEqual(['a']);
    await asked[0]!.answer(FOUND);
    expect(texts()).toEqual(['a', 'b']);
    await asked[1]!.answer(FOUND);
    await asked[2]!.answer(FOUND);
    expect(texts()).toEqual(['a', 'b', 'c']);
    // The first is told at once, what follows soon after it together.
    expect(arrived).toEqual([[A], [A]]);
    expect(checks.stateOf(A)).toBe(3);
  });

  test('forgets what an edit took away, and ends what is being asked about it', async () => {
    known(A, 'a', 'b');
    await quiet();
    known(A, 'b2', 'c');
    expect(asked[0]!.signal.aborted).toBe(true);
    await quiet();
    expect(texts()).toEqual(['a', 'b2']);
    expect(arrived).toEqual([]);
    await asked[1]!.answer(NOTHING);
    await asked[2]!.answer(NOTHING);
    expect(texts()).toEqual(['a', 'b2', 'c']);
  });

  test('goes on with what an edit left alone', async () => {
    known(A, 'a', 'b');
    await quiet();
    known(A, 'a', 'b2');
    expect(asked[0]!.signal.aborted).toBe(false);
    await asked[0]!.answer(FOUND);
    await quiet();
    expect(texts()).toEqual(['a', 'b2']);
  });

  test('ends with its document', async () => {
    known(A, 'a', 'b');
    await quiet();
    checks.forget(A);
    expect(asked[0]!.signal.aborted).toBe(true);
    await quiet();
    expect(asked).toHaveLength(1);
    expect(arrived).toEqual([]);
  });

  test('ends with the server', async () => {
    known(A, 'a', 'b');
    await quiet();
    known(B, 'c');
    checks.stop();
    expect(asked[0]!.signal.aborted).toBe(true);
    await quiet();
    expect(asked).toHaveLength(1);
  });

  test('does not begin while somebody types, and is not put off by who only asks again', async () => {
    known(A, 'a');
    for (let at = 0; at < 10; at++) {
      // oxlint-disable-next-line no-await-in-loop
      await vi.advanceTimersByTimeAsync(100);
      known(A, 'a');
    }
    expect(texts()).toEqual(['a']);
  });
});

describe('where nothing may be started', () => {
  test('nothing is asked, and nothing is known', async () => {
    known(A, 'a');
    await quiet();
    await asked[0]!.answer(FOUND);
    expect(checks.of(A, [script('a'), script('b')], undefined).size).toBe(0);
    await quiet();
    expect(texts()).toEqual(['a']);
  });

  test('what is being asked ends as trust does', async () => {
    known(A, 'a');
    await quiet();
    checks.of(A, [script('a')], undefined);
    expect(asked[0]!.signal.aborted).toBe(true);
  });
});

describe('a shellcheck that is not there', () => {
  test('is said once, and looked for again when there is something to ask', async () => {
    known(A, 'a', 'b');
    await quiet();
    await asked[0]!.answer({ kind: 'missing', reason: 'it is not there' });
    await quiet();
    expect(texts()).toEqual(['a']);
    expect(said).toEqual(['Shell scripts are not checked: it is not there.']);
    known(A, 'a', 'b');
    await quiet();
    await asked[1]!.answer({ kind: 'missing', reason: 'it is not there' });
    expect(said).toHaveLength(1);
    known(A, 'a', 'b');
    await quiet();
    await asked[2]!.answer(FOUND);
    expect(texts()).toEqual(['a', 'a', 'a', 'b']);
    expect(arrived).toEqual([[A]]);
  });
});

describe('a shellcheck that fails', () => {
  const failed: ShellAnswer = { kind: 'failed', reason: 'printed no findings' };

  test('is not asked the same again', async () => {
    known(A, 'a', 'b');
    await quiet();
    await asked[0]!.answer(failed);
    await asked[1]!.answer(FOUND);
    known(A, 'a', 'b');
    await quiet();
    expect(texts()).toEqual(['a', 'b']);
    expect(said).toEqual(['shellcheck printed no findings: a script is not checked.']);
  });

  test('is given up after some times in a row, until settings change', async () => {
    known(A, 'a', 'b', 'c', 'd');
    await quiet();
    for (let at = 0; at < 3; at++) {
      // oxlint-disable-next-line no-await-in-loop
      await asked[at]!.answer(failed);
    }
    known(A, 'e');
    await quiet();
    expect(texts()).toEqual(['a', 'b', 'c']);
    expect(said.at(-1)).toBe('shellcheck is not asked any more until settings change.');
    checks.again();
    known(A, 'a');
    await quiet();
    expect(texts()).toEqual(['a', 'b', 'c', 'a']);
    await asked[3]!.answer(FOUND);
    expect(known(A, 'a')).toEqual({ a: 1 });
  });
});

test('answers that no open document has a use for are forgotten, those of one are not', async () => {
  known(A, 'mine');
  await quiet();
  await asked[0]!.answer(FOUND);
  for (let at = 0; at < 1100; at++) {
    known(B, `other ${at}`);
    // oxlint-disable-next-line no-await-in-loop
    await quiet();
    // oxlint-disable-next-line no-await-in-loop
    await asked.at(-1)!.answer(NOTHING);
  }
  expect(known(A, 'mine')).toEqual({ mine: 1 });
  expect(known(B, 'other 0')).toEqual({});
  expect(known(B, 'other 1099')).toEqual({ 'other 1099': 0 });
});
