/** What of a file is not to be shown is shown in no report of it, whatever is found beside it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maskedDocumentText, parseSmolfile } from '@smolfile/core';
import * as fc from 'fast-check';
import { processIo, run } from 'smolfile';
import { afterAll, expect, test } from 'vitest';

const SECRET = 'hunter2hunter2';
const folder = mkdtempSync(join(tmpdir(), 'smolfile-shown-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FORMATS = ['pretty', 'concise', 'json', 'sarif', 'github', 'gitlab', 'markdown', 'junit', 'rdjson'];

function lint(text: string, ...options: readonly string[]): string {
  writeFileSync(join(folder, 'Smolfile'), text);
  let printed = '';
  const stdout = {
    write: (part: string) => void (printed += part),
    isTerminal: () => false,
    columns: () => undefined,
  };
  run(['lint', ...options, 'Smolfile'], { ...processIo(), cwd: folder, env: {}, stdout });
  return printed;
}

test('not in the line between two places of one finding', () => {
  const shown = lint(`cpus = 1\n# DB_PASSWORD=${SECRET}\ncpus = 2\n`);
  expect(shown).toContain('2 | # DB_PASSWORD=');
  expect(shown).not.toContain(SECRET);
});

test('whatever stands around it, in every format', () => {
  const piece = fc.constantFrom(
    `# DB_PASSWORD=${SECRET}`,
    `env = ["DB_PASSWORD=${SECRET}"]`,
    `env = [\n"A=1",\n"DB_PASSWORD=${SECRET}",\n]`,
    `[secrets]\nDB = "${SECRET}"`,
    `init = ["login --password ${SECRET}"]`,
    `workdir = "x" # password: ${SECRET}`,
    'cpus = 1',
    'cpus = "2"',
    'imge = "a"',
    '[dev]',
    '[network',
    'net = yes',
    '',
  );
  // with a finding about the credential itself, or without one
  const silenced = fc.constantFrom([], ['--ignore', 'env-credential']);
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 2, maxLength: 6 }),
      fc.constantFrom(...FORMATS),
      silenced,
      (pieces, format, options) => {
        const text = `${pieces.join('\n')}\n`;
        fc.pre(!maskedDocumentText(parseSmolfile(text)).includes(SECRET));
        expect(lint(text, '--format', format, ...options), text).not.toContain(SECRET);
      },
    ),
    { numRuns: 600 },
  );
});
