import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The files of the grammars by scope. The shell's is a small one that leaves quotes and heredocs open as VS Code's. */
const GRAMMARS: Readonly<Record<string, string>> = {
  'source.smolfile': '../../extension/syntaxes/smolfile.tmLanguage.json',
  'source.shell': './shell-stub.json',
};

/** Loads a grammar of the extension into the engine that VS Code has. */
export async function loadGrammar(scope: string): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (name) => {
      const file = GRAMMARS[name];
      return Promise.resolve(file === undefined ? null : textmate.parseRawGrammar(read(file), file));
    },
  });
  const grammar = await registry.loadGrammar(scope);
  if (!grammar) throw new Error(`no grammar ${scope}`);
  return grammar;
}

/** One piece of a line with what it is. */
export interface Piece {
  readonly text: string;
  /** From the outermost to the innermost, without that of the file. */
  readonly scopes: readonly string[];
}

/** The pieces of a text, line by line. */
export function piecesOf(grammar: IGrammar, text: string): Piece[][] {
  let state = textmate.INITIAL;
  return text.split(/\r?\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1),
    }));
  });
}

/** A text with its scopes below each line, for snapshots. */
export function rendered(grammar: IGrammar, text: string): string {
  const lines = piecesOf(grammar, text).map((pieces) => {
    const marked = pieces.filter((piece) => piece.text.trim() !== '' && piece.scopes.length > 0);
    const line = pieces.map((piece) => piece.text).join('');
    return [
      `> ${line}`,
      ...marked.map((piece) => `    ${piece.text.trim()}  ${piece.scopes.join(' ')}`),
    ].join('\n');
  });
  return `${lines.join('\n')}\n`;
}

/**
 * The scopes of a text without the text: which characters of which line have which, for snapshots of files that are
 * not ours to copy. Each combination of scopes is named once, by a number; lines and columns count from 1, ends are
 * included, and neighbours of the same scopes are one.
 */
export function scopesAlone(grammar: IGrammar, text: string): string {
  const names = new Map<string, number>();
  const lines = piecesOf(grammar, text).flatMap((pieces, index) => {
    const runs: { from: number; to: number; name: number }[] = [];
    let column = 1;
    for (const piece of pieces) {
      const from = column;
      column += piece.text.length;
      const scopes = piece.scopes.join(' ');
      if (scopes === '' || piece.text.trim() === '') continue;
      if (!names.has(scopes)) names.set(scopes, names.size);
      const name = names.get(scopes)!;
      const last = runs.at(-1);
      if (last?.name === name && last.to === from - 1) last.to = column - 1;
      else runs.push({ from, to: column - 1, name });
    }
    const shown = runs.map(({ from, to, name }) => `${from}-${to}:${name}`);
    return shown.length === 0 ? [] : [`${index + 1} ${shown.join(' ')}`];
  });
  const legend = Array.from(names, ([scopes, name]) => `${name} = ${scopes}`);
  return `${[...legend, '', ...lines].join('\n')}\n`;
}
