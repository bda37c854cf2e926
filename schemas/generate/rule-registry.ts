/** Writes the list of lint rules: adding a rule is adding its file. */
import { readdirSync } from 'node:fs';
import { repository, type Generated } from './generated.ts';

const FOLDER = 'packages/core/src/lint/rules/';

/** @returns the module that imports every file of the rules folder. */
export function generateRuleRegistry(): Generated {
  const codes = readdirSync(repository + FOLDER)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length))
    .toSorted();
  const lines = [
    '// Generated from the files of this folder by `pnpm generate`. Do not edit.',
    "import type { Rule } from '../rule.ts';",
    ...codes.map((code) => `import ${identifier(code)} from './${code}.ts';`),
    '',
    '/** Every rule, in alphabetical order of its code. */',
    'export const rules: readonly Rule[] = [',
    ...codes.map((code) => `  ${identifier(code)},`),
    '];',
    '',
  ];
  return new Map([[`${FOLDER}index.ts`, lines.join('\n')]]);
}

function identifier(code: string): string {
  return code.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
