import type { KeyNode, KeyValueNode, Leaf, ScalarKind, ScalarNode, ScalarValue, ValueNode } from './tree.ts';

// The nodes that nearly all of a document consists of. Parsing time is mostly time to allocate, so that these
// hold nothing that follows from the rest: their type is on the prototype, and a plain key becomes a node only
// when somebody asks for it.

/** A {@link KeyNode}. */
export class Key implements KeyNode {
  constructor(
    readonly start: number,
    readonly end: number,
    readonly name: string,
    readonly style: KeyNode['style'],
  ) {}

  get type(): 'key' {
    return 'key';
  }
}

/** A {@link ScalarNode}. */
export class Scalar implements ScalarNode {
  constructor(
    readonly start: number,
    readonly end: number,
    readonly kind: ScalarKind,
    readonly value: ScalarValue,
    readonly damaged: boolean,
  ) {}

  get type(): 'scalar' {
    return 'scalar';
  }
}

/** The scalar that stands for a value that is not there. */
export const missing = (at: number): ScalarNode => new Scalar(at, at, 'missing', undefined, true);

/** The scalar that stands for text that is no value. */
export const invalid = (start: number, end: number): ScalarNode =>
  new Scalar(start, end, 'invalid', undefined, true);

/** A {@link KeyValueNode}. */
export class KeyValue implements KeyValueNode {
  /** The name when the key is a single bare one, else its nodes. */
  private path: string | readonly KeyNode[];

  constructor(
    readonly start: number,
    path: string | readonly KeyNode[],
    readonly value: ValueNode,
  ) {
    this.path = path;
  }

  get type(): 'key-value' {
    return 'key-value';
  }

  get end(): number {
    return this.value.end;
  }

  get keys(): readonly KeyNode[] {
    const { path } = this;
    if (typeof path !== 'string') return path;
    return (this.path = [new Key(this.start, this.start + path.length, path, 'bare')]);
  }
}

/** A {@link Leaf}. */
export class Entry implements Leaf {
  constructor(readonly node: KeyValueNode) {}

  get type(): 'leaf' {
    return 'leaf';
  }

  get key(): KeyNode {
    return this.node.keys.at(-1)!;
  }

  get value(): ValueNode {
    return this.node.value;
  }
}
