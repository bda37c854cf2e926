import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MASK, redactionFor } from '../../packages/core/src/resolve/redact.ts';
import {
  looksLikeCredential,
  looksWhollyLikeCredential,
} from '../../packages/core/src/grammars/credential.ts';
import { CREDENTIALS, HEX, RANDOM } from '../grammars/credentials.ts';

const redaction = redactionFor({ masked: true });

describe('what the finding is about is masked', () => {
  test.for(CREDENTIALS)('%s=%s', ([key, value, secret = value]) => {
    expect(looksLikeCredential(key, value)).toBe(true);
    expect(redaction.envValue(key, value)).not.toContain(secret);
  });

  test('between other text, too', () => {
    const around = fc.constantFrom('', ' ', '; ', '"', "'", 'see ', ' and then', '\n', ' --with');
    const readable = fc
      .sample(fc.tuple(fc.constantFrom(...CREDENTIALS), around, around), 1000)
      .filter(([[key, value, secret = value], before, after]) => {
        const text = before + value + after;
        return looksLikeCredential(key, text) && redaction.envValue(key, text).includes(secret);
      });
    expect(readable).toEqual([]);
  });

  const word = fc.constantFrom(
    ...'DB API MY SECRET PASSWORD TOKEN KEY BASE ACCESS PUBLIC ID SHA PASS url Name Pwd FILE'.split(' '),
  );
  const names = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('_'));
  const values = CREDENTIALS.map(([, value]) => value);
  const piece = fc.oneof(
    fc.constantFrom(...values, ...values.map((value) => value.slice(0, 12)), RANDOM, HEX),
    fc.constantFrom(...String.raw`:// : @ = ; " ' - . / $ { , ? # & \ < %`.split(' '), ' ', '\n'),
    fc.constantFrom('password', 'pwd=', 'Password = ', 'https://u:', 'hunter2', 'Bearer ', '--token '),
    fc.constantFrom('ghp_', 'sk-', 'SG.', 'eyJ', 'ya29.', 'xoxb-', '-----BEGIN PRIVATE KEY-----', '-----END'),
    fc.string({ maxLength: 6 }),
  );
  const composed = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));

  test('whatever it is put together of', () => {
    let found = 0;
    fc.assert(
      fc.property(names, composed, (key, value) => {
        if (!looksLikeCredential(key, value)) return;
        found++;
        const shown = redaction.envValue(key, value);
        if (looksWhollyLikeCredential(key, value)) expect(shown).toBe(MASK);
        else expect(shown).not.toBe(value);
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(500);
  });
});
