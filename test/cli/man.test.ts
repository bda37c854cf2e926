import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { commands } from 'smolfile';
import { manPage } from '../../packages/cli/src/man/page.ts';

const page = manPage('1.2.3');

test('it has every command and every option', () => {
  const words = page.replaceAll('\\-', '-');
  for (const { name, options } of commands) {
    expect(words).toContain(`\n.SS smolfile ${name} `);
    for (const option of options) expect(words).toMatch(new RegExp(`^\\.B .*--${option.name}\\b`, 'm'));
  }
});

test('every line is text or a request that there is', () => {
  const requests = new Set(['TH', 'SH', 'SS', 'TP', 'PP', 'B', 'BR', 'br']);
  for (const line of page.split('\n')) {
    expect(line).not.toMatch(/^'/);
    if (line.startsWith('.')) expect(requests).toContain(/^\.(\w+)/.exec(line)?.[1]);
    // all that is left of backslashes are escapes
    expect(line.replaceAll(/\\(?:[-e&]|\([a-z]{2})/g, '')).not.toContain('\\');
  }
});

const mandoc = spawnSync('mandoc', ['-T', 'lint'], { input: page, encoding: 'utf8' });

test.skipIf(mandoc.error)('mandoc has nothing to complain of', () => {
  const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning'], { input: page, encoding: 'utf8' });
  // the page has no date, so that two builds of one commit are the same
  expect(stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual([]);
  const { stdout: shown } = spawnSync('mandoc', ['-T', 'utf8'], { input: page, encoding: 'utf8' });
  expect(stripOverstrikes(shown)).toContain('--stdin-filename NAME');
});

/** Bold is a letter over itself, a backspace in between. */
function stripOverstrikes(text: string): string {
  return text
    .split('\b')
    .map((part, index, { length }) => (index < length - 1 ? part.slice(0, -1) : part))
    .join('');
}
