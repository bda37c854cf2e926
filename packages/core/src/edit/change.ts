import { parseSmolfile, SmolfileDocument } from '../document/document.ts';
import { applyEdits } from '../text/apply-edits.ts';
import { composeEdits, inOrder } from '../text/compose-edits.ts';
import type { TextEdit } from '../text/range.ts';

/** What became of a text. */
export interface Change {
  /** The whole text after the change. */
  readonly text: string;
  /** What leads there from the text before, in its order and not overlapping; none where nothing had to change. */
  readonly edits: readonly TextEdit[];
}

/** A Smolfile, parsed or not. */
export type Source = string | SmolfileDocument;

/** @throws TypeError if it is neither a text nor a document. */
export function documentOf(source: Source): SmolfileDocument {
  if (source instanceof SmolfileDocument) return source;
  if (typeof source === 'string') return parseSmolfile(source);
  throw new TypeError(`Expected the text of a Smolfile or a parsed one, but got ${typeof source}`);
}

export function changeOf({ text }: SmolfileDocument, edits: readonly TextEdit[]): Change {
  const ordered = inOrder(edits).filter((edit) => edit.text !== text.slice(edit.range.start, edit.range.end));
  return { text: applyEdits(text, ordered), edits: ordered };
}

/**
 * Makes several changes to a Smolfile, one after the other, and gives them as one.
 *
 * @param steps each gets the document as the ones before have left it.
 * @example
 * ```ts
 * const { text } = editSmolfile(
 *   'cpus = 1 # few\n',
 *   (document) => setValue(document, 'cpus', 4),
 *   (document) => addItem(document, 'dev.ports', '8080:80'),
 * );
 * text; // 'cpus = 4 # few\n\n[dev]\nports = ["8080:80"]\n'
 * ```
 */
export function editSmolfile(
  source: Source,
  ...steps: readonly ((document: SmolfileDocument) => Change)[]
): Change {
  const first = documentOf(source);
  let document = first;
  let edits: readonly TextEdit[] = [];
  for (const step of steps) {
    const change = withBreaksOf(first.text, document, step(document));
    if (change.edits.length === 0) continue;
    edits = composeEdits(first.text.length, edits, change.edits);
    document = parseSmolfile(change.text);
  }
  return { text: document.text, edits };
}

/** Where no line is left to go by, new ones end as those of the first text did. */
function withBreaksOf(first: string, document: SmolfileDocument, change: Change): Change {
  const isWindows = first.includes('\r\n');
  if (!isWindows || document.text.includes('\n')) return change;
  const edits = change.edits.map(({ range, text }) => ({ range, text: text.replaceAll(/\r?\n/g, '\r\n') }));
  return changeOf(document, edits);
}
