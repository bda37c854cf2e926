import { element, type Child } from '@smolfile/preview';

/** A dialog of the page: modal, closed by Escape, and the focus goes back to where it was. */
export function dialog(title: string, ...children: readonly Child[]): HTMLDialogElement {
  const close = element('button', { type: 'button', class: 'close' }, 'Close');
  const heading = element('h2', { id: `dialog-${title.toLowerCase().replaceAll(' ', '-')}` }, title);
  const made = element('dialog', { 'aria-labelledby': heading.id }, heading, ...children, close);
  close.addEventListener('click', () => made.close());
  document.body.append(made);
  return made;
}
