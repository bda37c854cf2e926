import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clearing, progressOf } from '../../packages/cli/src/output/progress.ts';
import { smolfile } from './harness.ts';

function terminal(isTerminal = true) {
  const written: string[] = [];
  const output = {
    write: (text: string) => void written.push(text),
    isTerminal: () => isTerminal,
    columns: () => 80,
  };
  return { output, written };
}

const CLEAR = '\r\u001B[K';

/** What a terminal shows of what was written, the line under the cursor last. */
function shown(written: readonly string[]): string {
  let line = '';
  for (const text of written.join('').split(/(?=\r)|(?<=\n)/)) {
    const isOver = text.startsWith('\r');
    const rest = text.replace(CLEAR, '').replace('\r', '');
    if (text.startsWith(CLEAR)) line = '';
    line = isOver ? rest + line.slice(rest.length) : line + rest;
    if (line.endsWith('\n')) line = '';
  }
  return line;
}

describe('progress', () => {
  test('shows how many of how many after half a second, and goes again', () => {
    const { output, written } = terminal();
    let time = 0;
    const progress = progressOf(1000, 'files', { stderr: output, env: {} }, () => time);
    for (time = 0; time < 400; time += 10) progress.step();
    expect(written).toEqual([]);
    time = 600;
    progress.step();
    expect(shown(written)).toBe('41 of 1000 files …');
    clearing(output, progress).write('a message\n');
    expect(written.slice(1)).toEqual(['\r\u001B[K', 'a message\n']);
    time = 800;
    progress.step();
    progress.clear();
    expect(shown(written)).toBe('');
  });

  test('whatever the pace, nothing is left behind, and it is never written more than ten times a second', () => {
    assert(
      property(array(integer({ min: 0, max: 300 }), { maxLength: 200 }), (paces) => {
        const { output, written } = terminal();
        let time = 0;
        const progress = progressOf(paces.length, 'files', { stderr: output, env: {} }, () => time);
        for (const pace of paces) {
          time += pace;
          progress.step();
        }
        progress.clear();
        expect(shown(written)).toBe('');
        expect(written.length).toBeLessThanOrEqual(time / 100 + 2);
      }),
    );
  });

  test('nothing goes into pipes or logs', () => {
    for (const [isTerminal, env] of [
      [false, {}],
      [true, { CI: 'true' }],
    ] as const) {
      const { output, written } = terminal(isTerminal);
      let time = 0;
      const progress = progressOf(10, 'files', { stderr: output, env }, () => (time += 1000));
      for (let index = 0; index < 10; index++) progress.step();
      progress.clear();
      expect(written).toEqual([]);
    }
    const files = { 'a.smolfile': 'imge = 1\n', 'b.smolfile': 'imge = 1\n' };
    expect(smolfile(['lint'], { files, terminal: 80 }).stderr).toBe('');
  });
});
