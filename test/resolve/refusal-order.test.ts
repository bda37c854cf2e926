/** Which refusal comes first is smolvm's order of checks: where something stands, and how it is spaced, changes nothing. */
import { parseSmolfile, quoteWord, resolve, type Command } from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseEnvironment as environment, caseHost as host } from '../smolvm/case-host.ts';
import { inputs } from '../smolvm/generate/inputs.ts';

const NEEDED = { create: ['name', 'smolfile'], run: ['smolfile'], pack: ['output', 'smolfile'] } as const;

function refusal(command: Command, text: string, flags: string, smolvm?: string): string {
  const given = NEEDED[command];
  const resolution = resolve(parseSmolfile(text), {
    command,
    ...(smolvm && { smolvm }),
    flags,
    given,
    host,
    environment,
  });
  return resolution.accepted ? 'accepted' : `${resolution.error.stage} ${resolution.error.code}`;
}

test('blanks between flags and lines above the file change no refusal', () => {
  fc.assert(
    fc.property(inputs(['create', 'run', 'pack'], '1.33.0'), ({ command, smolfile, args }) => {
      const words = args.map(quoteWord);
      const first = refusal(command, smolfile, words.join(' '));
      expect(refusal(command, smolfile, ` ${words.join(' '.repeat(40))}`)).toBe(first);
      const [, mark = '', rest = ''] = /^(\uFEFF?)([^]*)$/.exec(smolfile)!;
      expect(refusal(command, mark + '#\n'.repeat(40) + rest, words.join(' '))).toBe(first);
    }),
    { numRuns: 300 },
  );
});

describe('the one that smolvm stops at', () => {
  test.each([
    ['net = true\n[fork]\npool_size = 1\n[dev]\nvolumes = ["./a:/x"]\n', '-v ./b:/x'],
    ['[restart]\npolicy = "zzz"\n[dev]\nports = ["x"]\n', ''],
    ['[dev]\nports = ["x"]\n[restart]\npolicy = "zzz"\n', ''],
  ])('%j with %j', (text, flags) => {
    const found = refusal('create', text, flags);
    expect(refusal('create', text, ' '.repeat(38) + flags)).toBe(found);
    expect(found).toBe(text.includes('zzz') ? 'config port-invalid' : 'config fork-invalid');
  });

  // of the program: 1.4.0, 1.9.1, 1.14.2, 1.20.2, 1.27.3, 1.32.2
  test.each(['1.4.0', '1.27.3', '1.32.2'])(
    'is in the create inside of a run what it is in a create, at %s',
    (smolvm) => {
      const bakes = 'image = "alpine"\nnet = true\n[dev]\ninit = ["echo a"]\n';
      for (const missing of ['./file.txt:/f', './nope:/f']) {
        const text = `${bakes}volumes = ["./app:/srv", "./app:/srv", "${missing}"]\n`;
        for (const command of ['create', 'run'] as const)
          expect(refusal(command, text, '', smolvm)).toBe('config volume-source-missing');
      }
    },
  );
});
