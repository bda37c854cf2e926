import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';

/** The tokens that a client has of each document, so that it can be sent what changed. */
export class TokenStore {
  readonly #last = new Map<string, { id: string; data: readonly number[] }>();
  #count = 0;

  /** Remembers all tokens of a document. */
  full(uri: string, data: number[]): SemanticTokens {
    const id = String(++this.#count);
    this.#last.set(uri, { id, data });
    return { resultId: id, data };
  }

  /** What is between the first and the last number that changed; everything, when the client has something else. */
  delta(uri: string, previous: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const last = this.#last.get(uri);
    const result = this.full(uri, data);
    if (last?.id !== previous) return result;
    const before = last.data;
    const most = Math.min(before.length, data.length);
    let start = 0;
    while (start < most && before[start] === data[start]) start++;
    let tail = 0;
    while (tail < most - start && before.at(-1 - tail) === data.at(-1 - tail)) tail++;
    const same = start === before.length && start === data.length;
    const edit = {
      start,
      deleteCount: before.length - start - tail,
      data: data.slice(start, data.length - tail),
    };
    return { resultId: result.resultId!, edits: same ? [] : [edit] };
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}
