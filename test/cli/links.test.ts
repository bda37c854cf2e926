import { describe, expect, test } from 'vitest';
import { ruleUrl } from '@smolfile/core';
import { AS_RECORDED, smolfile } from './harness.ts';

const files = { Smolfile: 'imge = 1\n' };
const LINK = `\u001b]8;;${ruleUrl('unknown-key')}\u001b\\unknown-key\u001b]8;;\u001b\\`;

function hasLink(world: object, ...argv: string[]): boolean {
  const { stdout } = smolfile(['lint', ...argv], { ...world, files });
  const found = stdout.includes(LINK);
  if (!found) expect(stdout).not.toContain('\u001b]8');
  return found;
}

describe('codes are links', () => {
  test.each([
    { TERM_PROGRAM: 'vscode' },
    { TERM_PROGRAM: 'iTerm.app' },
    { TERM_PROGRAM: 'WezTerm' },
    { WT_SESSION: 'x' },
    { VTE_VERSION: '7006' },
    { TERM: 'xterm-kitty' },
    { KONSOLE_VERSION: '230400' },
    { FORCE_HYPERLINK: '1' },
    { FORCE_HYPERLINK: '1', TMUX: 'x', CI: '1' },
  ])('on a terminal with %j', (env) => {
    expect(hasLink({ terminal: 80, env })).toBe(true);
  });

  test.each([
    [{}],
    [{ TERM: 'xterm-256color' }],
    [{ TERM_PROGRAM: 'Apple_Terminal' }],
    [{ VTE_VERSION: '5000' }],
    [{ TERM_PROGRAM: 'vscode', TMUX: '/tmp/x' }],
    [{ TERM_PROGRAM: 'vscode', CI: 'true' }],
    [{ TERM_PROGRAM: 'vscode', FORCE_HYPERLINK: '0' }],
    [{ TERM_PROGRAM: 'vscode', NO_COLOR: '1' }],
    [{ TERM: 'screen-256color', WT_SESSION: 'x' }],
  ])('but not on a terminal with %j', (env) => {
    expect(hasLink({ terminal: 80, env })).toBe(false);
  });

  test('and never in a pipe, a file or another format', () => {
    const env = { TERM_PROGRAM: 'vscode', FORCE_HYPERLINK: '1', FORCE_COLOR: '1' };
    expect(hasLink({ env })).toBe(false);
    expect(hasLink({ env }, '--color', 'always')).toBe(false);
    expect(hasLink({ env, terminal: 80 }, '--format', 'concise')).toBe(false);
    expect(hasLink({ env, terminal: 80 }, '--format', 'pretty=/dev/null')).toBe(false);
  });
});

describe('two hundred findings in a file', () => {
  const many = {
    Smolfile: `env = [\n${'  1,\n'.repeat(150)}]\n[dev]\nports = [\n${'  "x",\n'.repeat(50)}]\n`,
  };

  test('stay readable: the first few of a kind in full, the others a line each, none left out', () => {
    const call = ['lint', ...AS_RECORDED, '--select', 'type-mismatch,port-invalid'];
    const { stdout } = smolfile(call, { files: many });
    const lines = stdout.split('\n');
    expect(lines.filter((line) => line.startsWith('error['))).toHaveLength(10);
    expect(
      lines.filter((line) => /^Smolfile:\d+:\d+: error\[(?:type-mismatch|port-invalid)\] \S/.test(line)),
    ).toHaveLength(190);
    expect(lines.length).toBeLessThan(300);
    expect(lines.at(-2)).toBe('200 errors in 1 file, 150 fixable with --fix (smolvm 1.9.3)');
    // What holds for all of a kind is said once.
    expect(lines.filter((line) => / = (?:why|see): /.test(line))).toHaveLength(4);
  });

  test('twenty are all shown in full', () => {
    const { stdout } = smolfile(['lint', '--select', 'type-mismatch'], {
      files: { Smolfile: `env = [${'1,'.repeat(20)}]\n` },
    });
    expect(stdout.match(/^error\[/gm)).toHaveLength(20);
  });
});
