import * as fc from 'fast-check';
import { PLAIN, SEEDS, SENSITIVE, WORDS } from './seeds.ts';

interface Edit {
  readonly at: number;
  readonly drop: number;
  readonly insert: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(40),
  drop: fc.nat(1),
  insert: fc.constantFrom('', ...SENSITIVE),
});

/** A text for a grammar: a known one, with a small slip now and then, or any word. */
export function textFor(grammar: string | undefined, examples: readonly string[] = []): fc.Arbitrary<string> {
  const seeds = [...new Set([...(SEEDS[grammar ?? ''] ?? []), ...examples])];
  const known = fc.constantFrom(...(seeds.length > 0 ? seeds : WORDS));
  const plain = seeds.slice(0, PLAIN);
  return fc.oneof(
    { weight: 12, arbitrary: plain.length > 0 ? fc.constantFrom(...plain) : known },
    { weight: 6, arbitrary: known },
    { weight: 2, arbitrary: fc.tuple(known, edit).map(([text, one]) => edited(text, one)) },
    { weight: 1, arbitrary: fc.constantFrom(...WORDS) },
  );
}

function edited(text: string, { at, drop, insert }: Edit): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + drop);
}

/** A text as a TOML string, in one of the ways in which it can be written. */
export function tomlString(text: string, literal = false): string {
  if (literal && /^[^'\p{Cc}]*$/u.test(text)) return `'${text}'`;
  return JSON.stringify(text).replaceAll('\u007F', '\\u007F');
}
