import { RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** A place of the text that leads somewhere. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly target: string;
  readonly tooltip: string;
}

export const showLinks = StateEffect.define<readonly Link[]>();

/** Links open in a tab of their own, and are not told where they were followed from. */
export const linkField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const effect = transaction.effects.find((each) => each.is(showLinks));
    if (!effect) return marks.map(transaction.changes);
    const builder = new RangeSetBuilder<Decoration>();
    const inOrder = effect.value
      .filter(({ from, to }) => from < to)
      .toSorted((one, other) => one.from - other.from);
    for (const { from, to, target, tooltip } of inOrder) {
      const attributes = { href: target, target: '_blank', rel: 'noopener noreferrer', title: tooltip };
      builder.add(from, to, Decoration.mark({ tagName: 'a', class: 'cm-link', attributes }));
    }
    return builder.finish();
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    // A click puts the cursor there, as in any text; with the key that editors have for it, it follows the link.
    EditorView.domEventHandlers({
      click(event) {
        const link = (event.target as Element).closest('a.cm-link');
        if (link && !event.ctrlKey && !event.metaKey) event.preventDefault();
      },
    }),
  ],
});
