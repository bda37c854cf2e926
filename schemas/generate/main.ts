/** Writes every generated file of the repository. A test proves that what is committed is what this writes. */
import { pathToFileURL } from 'node:url';
import { generateConfig } from './config.ts';
import { write, type Generate } from './generated.ts';
import { generateImport } from './import.ts';
import { generateKeys } from './keys.ts';
import { generateReference } from './reference.ts';
import { generateRuleRegistry } from './rule-registry.ts';
import { generateRules } from './rules.ts';
import { generateValidator } from './validator.ts';
import { generateVersions } from './versions.ts';

export const modules: readonly Generate[] = [
  generateKeys,
  generateValidator,
  generateVersions,
  generateReference,
  generateRuleRegistry,
  generateRules,
  generateConfig,
  generateImport,
];

/** @returns every generated file; writes nothing. */
export async function generateAll(): Promise<Map<string, string>> {
  const results = await Promise.all(modules.map(async (generate) => generate()));
  return new Map(results.flatMap((files) => Array.from(files)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const written = write(await generateAll());
  process.stdout.write(
    written.length ? written.map((path) => `${path}\n`).join('') : 'everything is fresh\n',
  );
}
