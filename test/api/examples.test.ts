import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import * as imports from '../../packages/core/src/import/index.ts';
import * as main from '../../packages/core/src/public.ts';

const core = { ...main, ...imports };
const folder = fileURLToPath(new URL('../../packages/core/src/', import.meta.url));

interface Example {
  readonly name: string;
  readonly code: string;
}

/** The examples in the comments of exported functions. */
const examples: readonly Example[] = (readdirSync(folder, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => {
    const source = readFileSync(folder + path, 'utf8');
    const functions = /\/\*\*\n((?: \*[^\n]*\n)+?) \*\/\nexport (?:function\*?|class) (\w+)/g;
    return Array.from(source.matchAll(functions), ([, comment = '', name = '']) => ({ comment, name }));
  })
  .flatMap(({ comment, name }) => {
    const [, block] = /@example\n \* ```ts\n((?: \*[^\n]*\n)*?) \* ```/.exec(comment) ?? [];
    return block === undefined ? [] : [{ name, code: block.replaceAll(/^ \* ?/gm, '') }];
  });

/** Each `expression; // value`, or with the value on the next line, becomes a comparison. */
function checked(code: string): string {
  return code
    .replaceAll(/^(.+);\n\/\/ (.+)$/gm, '$1; // $2')
    .replaceAll(/^(?!const )(.+?); \/\/ (.+)$/gm, 'expect($1).toEqual($2);');
}

test.each(examples)('the example of $name is true', ({ code }) => {
  const program = checked(code);
  expect(program).toContain('expect(');
  const { code: script } = transformSync(program, { loader: 'ts' });
  // Made of our own comments.
  // oxlint-disable-next-line typescript/no-implied-eval
  const run = new Function('expect', ...Object.keys(core), script) as (...values: unknown[]) => void;
  run(expect, ...Object.values(core));
});

test('every public function has an example', () => {
  const known = new Set(examples.map(({ name }) => name));
  const functions = Object.entries(core).filter(
    ([, value]) => typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value)),
  );
  expect(functions.map(([name]) => name).filter((name) => !known.has(name))).toEqual([]);
});
