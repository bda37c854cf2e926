/** What an element holds; `undefined` and `false` are nothing. */
export type Child = Node | string | undefined | false;

/** Attributes by name: `true` is one without value, `undefined` and `false` are none. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Makes an element. Texts stay texts: nothing that is shown is ever read as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** A button that does something; `id` finds it again after everything was drawn anew. */
export function button(
  id: string,
  attributes: Attributes,
  act: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', 'data-id': id, ...attributes }, ...children);
  made.addEventListener('click', act);
  return made;
}

/** A text of ours, with what is in backticks as code. */
export function prose(text: string): (Node | string)[] {
  const pieces = text.split('`');
  return pieces.map((piece, index) =>
    index % 2 === 1 && index < pieces.length - 1 ? element('code', {}, piece) : piece,
  );
}
