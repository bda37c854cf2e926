/** Writes what the short reference has beside keys: grammars with an example each, and the mistakes made most. */
import { allKeys } from '../../packages/core/src/schema/walk.ts';
import type { KeySchema } from '../../packages/core/src/schema/types.ts';
import { read, type Generated } from './generated.ts';
import { jsonText } from './json-text.ts';
import { derive } from './keys.ts';
import { loadData } from './schema.ts';

const PATH = 'packages/cli/src/reference/generated/data.ts';

interface Written {
  readonly examples: Readonly<Record<string, string>>;
  readonly mistakes: readonly object[];
}

export function generateShortReference(): Generated {
  const { examples, mistakes } = JSON.parse(read('schemas/reference.json')) as Written;
  const data = loadData();
  const keys = [...allKeys(derive(data).root)];
  const grammars = Object.entries(data.grammars).map(([name, { summary }]) => ({
    name,
    summary,
    example: exampleOf(name, keys) ?? examples[name] ?? '',
  }));
  const text = `// Generated from schemas/ by \`pnpm generate\`. Do not edit.
import type { ReferenceData } from '../reference-data.ts';

/** Parses anew at each call. */
export const readReferenceData = (): ReferenceData => JSON.parse(${jsonText({ grammars, mistakes })});
`;
  return new Map([[PATH, text]]);
}

/** Of a key that has the grammar. */
function exampleOf(name: string, keys: readonly KeySchema[]): string | undefined {
  for (const { grammar, nameGrammar, examples = [] } of keys) {
    const [first] = examples.flat();
    if (grammar === name && nameGrammar === undefined && typeof first === 'string') return first;
  }
  return undefined;
}
