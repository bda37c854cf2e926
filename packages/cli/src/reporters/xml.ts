import { visible } from './visible.ts';

/** An element of an XML document: attributes, then elements or a text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content?: readonly XmlElement[] | string;
}

/** A document as text, line break at the end included. Any text may be in it. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, '')}`;
}

function element({ name, attributes, content = '' }: XmlElement, indent: string): string {
  const list = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`,
  );
  const open = `${indent}<${name}${list.join('')}`;
  if (content.length === 0) return `${open}/>\n`;
  if (typeof content === 'string') return `${open}>${escaped(content)}</${name}>\n`;
  return `${open}>\n${content.map((child) => element(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** XML has no way at all to write a control character, so that those are shown like on a terminal. */
function escaped(text: string): string {
  return text
    .split('\n')
    .map((line) => visible(line).replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD'))
    .join('\n')
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
    .replaceAll(/#(?=#)/g, '&#35;')
    .replaceAll(/^([ \t]*):(?=:)/gm, '$1&#58;');
}
