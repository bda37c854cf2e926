import { RangeSetBuilder, StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { LineSpan } from '@smolfile/preview';

/** Lines that somebody looks at elsewhere. */
export const showLooked = StateEffect.define<readonly LineSpan[]>();

const LINE = Decoration.line({ class: 'cm-looked' });

/** Marks them, until the text changes or something else is looked at. */
export const lookedField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const effect = transaction.effects.find((each) => each.is(showLooked));
    if (effect) return marksOf(transaction.state, effect.value);
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marksOf({ doc }: EditorState, spans: readonly LineSpan[]): DecorationSet {
  const lines = new Set(
    spans.flatMap(({ line, lastLine }) =>
      Array.from({ length: lastLine - line + 1 }, (_, index) => line + index),
    ),
  );
  const builder = new RangeSetBuilder<Decoration>();
  for (const line of [...lines].toSorted((one, other) => one - other)) {
    if (line >= 1 && line <= doc.lines) builder.add(doc.line(line).from, doc.line(line).from, LINE);
  }
  return builder.finish();
}
