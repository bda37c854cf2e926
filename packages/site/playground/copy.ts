import { element } from '@smolfile/preview';

/** A button that copies a text, and says so. */
export function copyButton(label: string, text: () => string): HTMLElement {
  const said = element('span', { role: 'status', class: 'said' });
  const copying = element('button', { type: 'button' }, label);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      said.textContent = 'Copied.';
    } catch {
      said.textContent = 'The browser does not let the page copy: select the text.';
    }
  };
  copying.addEventListener('click', () => void copy());
  return element('span', { class: 'copy' }, copying, said);
}
