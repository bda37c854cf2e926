import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { SourceError, type Place, type SourceFile } from '../place.ts';

/** A property of a devcontainer.json. */
export interface Property {
  readonly name: string;
  /** As JSON has it. */
  readonly value: unknown;
  readonly node: Node;
  /** From its name to the end of its value. */
  readonly place: Place;
  readonly comments: readonly string[];
}

/**
 * Reads JSON with comments and trailing commas.
 *
 * @returns the properties of its object, in their order.
 * @throws SourceError at the first mistake.
 */
export function readJson(file: SourceFile): Property[] {
  const errors: ParseError[] = [];
  const root = parseTree(file.text, errors, { allowTrailingComma: true, disallowComments: false });
  const [error] = errors;
  if (error)
    throw new SourceError(
      file.place(error.offset, error.offset + error.length),
      `This is no JSON: ${wordsOf(error)}`,
    );
  if (root?.type !== 'object')
    throw new SourceError(file.place(0, 0), 'A devcontainer.json is an object: `{ … }`');
  return propertiesOf(file, root);
}

/** The properties of an object. */
export function propertiesOf(file: SourceFile, object: Node): Property[] {
  return (object.children ?? []).flatMap((node) => {
    const [key, value] = node.children ?? [];
    if (!key || !value) return [];
    return [
      {
        name: String(key.value),
        value: plainOf(value),
        node: value,
        place: file.place(node.offset, value.offset + value.length),
        comments: commentsAbout(file, node),
      },
    ];
  });
}

/** The elements of a list, each under the name of the list; a value that is none is the only element. */
export function elementsOf(property: Property): Property[] {
  const { name, node, place, comments } = property;
  if (node.type !== 'array') return [property];
  return (node.children ?? []).map((child, index) => ({
    name,
    value: plainOf(child),
    node: child,
    place: place.file.place(child.offset, child.offset + child.length),
    comments: [...(index === 0 ? comments : []), ...commentsAbout(place.file, child)],
  }));
}

function plainOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainOf);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).map(({ children: [key, value] = [] }) => [
      String(key?.value),
      value && plainOf(value),
    ]),
  );
}

function wordsOf({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
}

/** The comments right above a property or an element, and the one that ends its line. */
function commentsAbout(file: SourceFile, { offset, length }: Node): string[] {
  const found: string[] = [];
  const textOf = (line: number): string => {
    const { start, end } = file.lines.lineRange(line);
    return file.text.slice(start, end);
  };
  const own = file.lines.lineAt(offset);
  const isFirst = file.text.slice(file.lines.lineRange(own).start, offset).trim() === '';
  for (let line = isFirst ? own - 1 : -1; line >= 0; line--) {
    const match = /^\s*(?:\/\/\s?(.*?)|\/\*\s?(.*?)\*\/)\s*$/.exec(textOf(line));
    if (!match) break;
    found.unshift((match[1] ?? match[2] ?? '').trim());
  }
  const end = offset + length;
  const after = file.text.slice(end, file.lines.lineRange(file.lines.lineAt(end)).end);
  const trailing = /^\s*,?\s*\/\/\s?(.*?)\s*$/.exec(after)?.[1];
  return trailing === undefined ? found : [...found, trailing];
}
