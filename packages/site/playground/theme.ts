import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Every colour is a variable of the page, which has them for light and dark. */
export const HIGHLIGHT = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.atom], color: 'var(--code-value)' },
  { tag: [tags.propertyName, tags.definition(tags.variableName)], color: 'var(--code-key)' },
  { tag: [tags.heading, tags.typeName, tags.keyword], color: 'var(--code-header)', fontWeight: '600' },
]);

export const THEME = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'var(--surface)', fontSize: '14px', minHeight: '16em' },
  // The page draws it around the whole.
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { fontFamily: 'var(--code-font)', caretColor: 'var(--text)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': {
    backgroundColor: 'var(--surface)',
    color: 'var(--muted)',
    border: 'none',
    fontFamily: 'var(--code-font)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--current)' },
  '.cm-looked': { backgroundColor: 'var(--looked)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-matchingBracket': { backgroundColor: 'var(--selection)' },
  '.cm-link': { color: 'inherit', textDecoration: 'underline', textDecorationStyle: 'dotted' },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    maxWidth: 'min(36em, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--chosen)',
    color: 'var(--chosen-text)',
  },
  '.cm-tooltip-hover': { maxHeight: '20em', overflow: 'auto' },
  // Nobody could scroll it without a mouse.
  '.cm-tooltip.cm-completionInfo': { maxHeight: 'none', overflow: 'visible' },
  '.cm-lsp-documentation, .cm-lsp-hover-tooltip': { padding: '4px 10px', fontSize: '13px' },
  '.cm-tooltip a': { color: 'var(--link)' },
  '.cm-diagnostic': { padding: '6px 10px' },
  '.cm-diagnosticAction': {
    backgroundColor: 'var(--chosen)',
    color: 'var(--chosen-text)',
    padding: '3px 8px',
    borderRadius: '4px',
  },
  '.cm-diagnosticSource': { color: 'var(--muted)', opacity: '1' },
  '.cm-panels': { backgroundColor: 'var(--raised)', color: 'var(--text)' },
});
