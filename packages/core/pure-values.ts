import { parse, type AnyNode, type Expression } from 'acorn';

/**
 * Marks what a module works out when it is loaded as free of effects, so that a bundler drops each value that nobody
 * uses. Bundlers cannot know that of `defineRule({…})`, `new Set('…'.split(' '))` or `SCHEMA.version`; of core it holds
 * for all, since nothing in it has effects.
 *
 * @param code an ES module, as esbuild prints it.
 */
export function withPureValues(code: string): string {
  const { body } = parse(code, { ecmaVersion: 2022, sourceType: 'module' });
  const values = body
    .flatMap((statement) => (statement.type === 'VariableDeclaration' ? statement.declarations : []))
    .flatMap(({ id, init }) => (init && !isPlain(init) ? [{ id, init }] : []));
  const parts: string[] = [];
  let position = 0;
  for (const { id, init } of values) {
    const source = code.slice(init.start, init.end);
    // inside of a function, a class would lose the name that the variable gives it
    const named =
      init.type === 'ClassExpression' && !init.id && id.type === 'Identifier'
        ? source.replace(/^class/, `class ${id.name}`)
        : source;
    parts.push(code.slice(position, init.start), `/* @__PURE__ */ (() => (${named}))()`);
    position = init.end;
  }
  return [...parts, code.slice(position)].join('');
}

/** Whether any bundler sees that a value has no effects. */
function isPlain(node: Expression | AnyNode): boolean {
  if (PLAIN.has(node.type)) return true;
  if (node.type === 'ArrayExpression')
    return node.elements.every((element) => element === null || isPlain(element));
  return (
    node.type === 'ObjectExpression' &&
    node.properties.every(
      (property) => property.type === 'Property' && !property.computed && isPlain(property.value),
    )
  );
}

const PLAIN: ReadonlySet<string> = new Set([
  'Literal',
  'Identifier',
  'FunctionExpression',
  'ArrowFunctionExpression',
]);
