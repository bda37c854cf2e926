import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Alias,
  type Document,
  type Node as YamlNode,
  type Pair,
} from 'yaml';
import { SourceError, type Place, type SourceFile } from '../place.ts';
import type { Entry, Node } from './node.ts';
import { goScalar } from './scalar.ts';

/** Deeper than this nobody nests a compose file; aliases that contain each other would never end. */
const DEEPEST = 100;
/** Aliases repeat what they point to; a few lines of them can stand for more than any memory holds. */
const MOST_NODES = 100_000;

/**
 * Reads YAML 1.2 with anchors and merge keys, as Compose does.
 *
 * @returns the documents, in their order.
 * @throws SourceError at the first mistake.
 */
export function readYaml(file: SourceFile): Node[] {
  const documents = parseAllDocuments(file.text, {
    prettyErrors: false,
    logLevel: 'silent',
    keepSourceTokens: false,
  });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    const [error] = document.errors;
    if (error)
      throw new SourceError(
        file.place(error.pos[0], Math.max(error.pos[1], error.pos[0])),
        `This is no YAML: ${error.message}`,
      );
    if (!document.contents) return [];
    const root = new Reader(file, document).read(document.contents, 0);
    return [{ ...root, comments: commentsOf(document.commentBefore) }];
  });
}

class Reader {
  readonly #file: SourceFile;
  readonly #document: Document;
  readonly #targets = new Map<Alias, YamlNode | undefined>();
  #count = 0;

  constructor(file: SourceFile, document: Document) {
    this.#file = file;
    this.#document = document;
  }

  read(node: YamlNode | null, depth: number, at?: Place): Node {
    const place = at ?? this.#place(node);
    if (depth > DEEPEST || ++this.#count > MOST_NODES)
      throw new SourceError(place, 'This is nested too deeply, or repeats itself too often');
    if (isAlias(node)) {
      const target = this.#targetOf(node);
      if (!target) throw new SourceError(place, `There is no anchor \`${node.source}\``);
      return this.read(target, depth + 1, place);
    }
    const common = {
      place,
      ...(node?.tag?.startsWith('!') && !node.tag.startsWith('!!') && { tag: node.tag }),
    };
    if (isMap(node)) {
      const merges: Place[] = [];
      const entries = this.#entries(node.items as Pair<YamlNode, YamlNode>[], depth, node, merges);
      return { kind: 'map', entries, ...(merges.length > 0 && { merges }), ...common };
    }
    if (isSeq(node)) {
      const items = node.items.map((item, index) =>
        this.#withComments(
          this.read(item as YamlNode, depth + 1),
          item as YamlNode,
          index === 0 ? node : undefined,
        ),
      );
      return { kind: 'list', items, ...common };
    }
    if (!isScalar(node)) return { kind: 'scalar', type: 'null', text: '', ...common };
    const plain = node.type === 'PLAIN' || node.type === undefined;
    const scalar = plain
      ? goScalar(node.source ?? scalarText(node.value))
      : { type: 'string' as const, text: scalarText(node.value) };
    return { kind: 'scalar', ...scalar, ...common };
  }

  /** The library looks through the whole document each time. */
  #targetOf(alias: Alias): YamlNode | undefined {
    if (!this.#targets.has(alias)) this.#targets.set(alias, alias.resolve(this.#document));
    return this.#targets.get(alias);
  }

  #entries(
    pairs: readonly Pair<YamlNode, YamlNode>[],
    depth: number,
    map: YamlNode,
    merges: Place[],
  ): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    const merged: Node[] = [];
    for (const [index, { key, value }] of pairs.entries()) {
      const name = isScalar(key) ? scalarText(key.value ?? key.source) : '';
      const read = this.read(value, depth + 1, value ? undefined : this.#place(key));
      if (name === '<<' && isScalar(key) && key.type === 'PLAIN') {
        merged.push(...(read.kind === 'list' ? read.items : [read]));
        merges.push(this.#file.place(this.#place(key).range.start, this.#place(value).range.end));
        continue;
      }
      const start = this.#place(key).range.start;
      const end = Math.max(
        this.#place(key).range.end,
        value && !isAlias(value) ? read.place.range.end : this.#place(value ?? key).range.end,
      );
      const comments = [
        ...commentsOf(index === 0 ? (map as { commentBefore?: string | null }).commentBefore : undefined),
        ...commentsOf((key as { commentBefore?: string | null }).commentBefore),
        ...commentsOf(isScalar(value) ? value.comment : undefined),
      ];
      entries.set(name, {
        key: name,
        place: this.#file.place(start, end),
        value: read,
        ...(comments.length > 0 && { comments }),
      });
    }
    for (const each of merged) {
      if (each.kind !== 'map') throw new SourceError(each.place, '`<<` merges a map, or a list of maps');
      // what stands here beats what is merged, and of two that are merged the first counts
      for (const [name, entry] of each.entries) if (!entries.has(name)) entries.set(name, entry);
    }
    return entries;
  }

  #withComments(node: Node, item: YamlNode, list: YamlNode | undefined): Node {
    const before =
      (isMap(item) ? (item as { commentBefore?: string | null }).commentBefore : item?.commentBefore) ??
      undefined;
    const comments = [
      ...commentsOf((list as { commentBefore?: string | null } | undefined)?.commentBefore),
      ...commentsOf(before),
      ...commentsOf(isScalar(item) ? item.comment : undefined),
    ];
    return comments.length > 0 ? { ...node, comments } : node;
  }

  #place(node: YamlNode | null | undefined): Place {
    const [start = 0, end = start] = node?.range ?? [];
    return this.#file.place(start, end);
  }
}

/** Of a scalar, which may hold anything, the text. */
function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : '';
}

function commentsOf(text: string | null | undefined): string[] {
  return text
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : [];
}
