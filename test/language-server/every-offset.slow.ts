/** Nothing that an editor may ask throws, whatever the text: every prefix of every Smolfile there is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits, parseSmolfile, rules } from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clientOf } from '../../packages/language-server/src/client.ts';
import * as convert from '../../packages/language-server/src/convert.ts';
import { actionsAt } from '../../packages/language-server/src/features/actions/index.ts';
import { complete } from '../../packages/language-server/src/features/completion/index.ts';
import { folding } from '../../packages/language-server/src/features/folding.ts';
import { hints } from '../../packages/language-server/src/features/hints.ts';
import { hover } from '../../packages/language-server/src/features/hover/index.ts';
import { lenses } from '../../packages/language-server/src/features/lenses.ts';
import { links } from '../../packages/language-server/src/features/links.ts';
import {
  definitions,
  highlights,
  rename,
  renameable,
} from '../../packages/language-server/src/features/references.ts';
import { resolveDocument } from '../../packages/language-server/src/features/resolve.ts';
import { selectionRanges } from '../../packages/language-server/src/features/selection.ts';
import { semanticTokens } from '../../packages/language-server/src/features/semantic-tokens.ts';
import { symbols } from '../../packages/language-server/src/features/symbols.ts';
import type { Target } from '../../packages/language-server/src/features/target.ts';

const CLIENT = clientOf({ general: { positionEncodings: ['utf-8'] } });
const TARGET: Target = {
  variables: () => ['HOME', 'API_TOKEN'],
  list: () => [
    { name: 'src', folder: true },
    { name: 'a "b"', folder: true },
  ],
};

/** Asks for everything that is about one place; what comes back has to be sound. */
function askAt(text: string, offset: number): number {
  const document = parseSmolfile(text);
  const shown = TextDocument.create('untitled:a', 'smolfile', 1, text);
  const range = { start: offset, end: offset };
  for (const item of complete(document, offset, TARGET)) {
    expect(item.range.start).toBeLessThanOrEqual(offset);
    expect(item.range.end).toBeGreaterThanOrEqual(offset);
    expect(text.slice(item.range.start, item.range.end)).not.toContain('\n');
    convert.toCompletionItem(shown, item, CLIENT);
  }
  const said = hover(document, offset, TARGET);
  if (said) {
    expect(said.range.start <= offset && offset <= said.range.end).toBe(true);
    convert.toHover(shown, said, CLIENT);
  }
  highlights(document, offset);
  definitions(document, offset);
  if (renameable(document, offset)) {
    try {
      rename(document, offset, 'NEW');
    } catch (error) {
      expect((error as Error).message).toMatch(/ variable | host /);
    }
  }
  convert.toSelectionRange(shown, selectionRanges(document, offset), CLIENT);
  for (const action of actionsAt(document, range, TARGET)) {
    if (action.edits) applyEdits(text, action.edits);
    convert.toCodeAction(shown, action, CLIENT);
  }
  return 1;
}

/** Asks for everything that is about a whole document. */
function askAll(text: string): number {
  const document = parseSmolfile(text);
  const shown = TextDocument.create('untitled:a', 'smolfile', 1, text);
  const whole = { start: 0, end: text.length };
  convert.toDocumentSymbols(shown, symbols(document), CLIENT);
  folding(document).map(convert.toFoldingRange);
  hints(document, whole, TARGET);
  lenses(document, ['smolfile.run']);
  links(document, TARGET);
  const tokens = semanticTokens(document, TARGET);
  tokens.forEach(({ start, end }, index) => {
    expect(end).toBeGreaterThan(start);
    expect(start).toBeGreaterThanOrEqual(tokens[index - 1]?.end ?? 0);
  });
  convert.encodeTokens(shown, tokens, CLIENT);
  resolveDocument(document, { command: 'create', flags: '' }, TARGET, 'Smolfile');
  return 1;
}

/** Real files where they are at hand, the fixtures, and every example of every rule. */
const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
const files = [...new Set([...filesIn(corpus), ...filesIn(fixtures)])];
const texts = [...files, ...new Set(examples())];

/** Twice as many places, or ten times as many, for whoever has the time: `THOROUGH=10`. */
const thorough = Number(process.env['THOROUGH'] ?? 1);

function filesIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true }) as string[];
  } catch {
    return []; // the corpus is not part of the repository
  }
  return names
    .filter((name) => /smolfile[^/]*$/i.test(name) && !name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function examples(): string[] {
  return rules.flatMap(({ examples: { invalid, valid } }) => [...invalid, ...valid].map(({ toml }) => toml));
}

/** Places of a text, evenly spread: the start and the end, and more of files that somebody wrote. */
function places(text: string, ofFile: number): number[] {
  const limit = text.length;
  const count = (files.includes(text) ? ofFile : 2) * thorough;
  const step = Math.max(1, Math.floor(limit / count));
  return [...Array.from({ length: Math.ceil(limit / step) }, (_, index) => index * step), limit];
}

test('there are texts', () => {
  expect(texts.length).toBeGreaterThan(100);
});

describe('every prefix', () => {
  test('answers what is asked at its end', { timeout: 120_000 }, () => {
    let asked = 0;
    for (const text of texts) {
      for (const length of places(text, 16)) asked += askAt(text.slice(0, length), length);
    }
    expect(asked).toBeGreaterThan(1000);
  });

  test('answers what is asked about all of it', { timeout: 120_000 }, () => {
    let asked = 0;
    for (const text of texts) for (const length of places(text, 8)) asked += askAll(text.slice(0, length));
    expect(asked).toBeGreaterThan(1000);
  });
});

test('every offset of whole files is answered', { timeout: 120_000 }, () => {
  let asked = 0;
  for (const text of texts) for (const offset of places(text, 12)) asked += askAt(text, offset);
  expect(asked).toBeGreaterThan(1000);
});

test('so is every text that is made of the pieces of TOML', { timeout: 60_000 }, () => {
  const piece = fc.constantFrom('[', ']', '{', '}', '"', "'", '"""', '=', '.', ',', '\n', '\r\n', '\r', '#', ' ', '\\', '\0', '😀', '\uFEFF', 'dev', 'ports', 'env', 'secrets', 'A=1', '80:80', 'image', 'net', 'true', '2', '# smolfile-ignore unknown-key', 'network.credentials'); // prettier-ignore
  const property = fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), (pieces, seed) => {
    const text = pieces.join('');
    expect(askAt(text, seed % (text.length + 1)) + askAll(text)).toBe(2);
  });
  fc.assert(property, { numRuns: 1000 * thorough });
});
