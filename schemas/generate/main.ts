/**
 * Writes every generated file of the repository, in two stages: the tables that core reads, then, in a fresh process
 * that reads those, the pages that core's functions make. So one run is enough. A test proves that what is committed
 * is what this writes.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { removeStale, write, type Generate, type Generated } from './generated.ts';

type Stage = 'tables' | 'pages';

/** Loaded when asked for: the second stage imports what the first one writes. */
const STAGES: Readonly<Record<Stage, () => Promise<readonly Generate[]>>> = {
  async tables() {
    const [tables, keys, validator, registry, versions, machineApi, shortReference, toolkitVersion] =
      await Promise.all([
        import('./tables.ts'),
        import('./keys.ts'),
        import('./validator.ts'),
        import('./rule-registry.ts'),
        import('./versions.ts'),
        import('./machine-api.ts'),
        import('./short-reference.ts'),
        import('./toolkit-version.ts'),
      ]);
    return [
      tables.generateTables,
      keys.generateKeys,
      validator.generateValidator,
      registry.generateRuleRegistry,
      versions.generateVersions,
      machineApi.generateMachineApi,
      shortReference.generateShortReference,
      toolkitVersion.generateToolkitVersion,
    ];
  },
  async pages() {
    const [reference, rules, config, imports, schemastore, skill, toolkitVersion] = await Promise.all([
      import('./reference.ts'),
      import('./rules.ts'),
      import('./config.ts'),
      import('./import.ts'),
      import('./schemastore.ts'),
      import('./skill.ts'),
      import('./toolkit-version.ts'),
    ]);
    return [
      reference.generateReference,
      rules.generateRules,
      config.generateConfig,
      imports.generateImport,
      schemastore.generateSchemaStore,
      skill.generateSkill,
      toolkitVersion.generateNamedReleases,
    ];
  },
};

/** @returns every generated file of the stages; writes nothing. */
export async function generateAll(
  stages: readonly Stage[] = ['tables', 'pages'],
): Promise<Map<string, string>> {
  const modules = await Promise.all(stages.map(async (stage) => STAGES[stage]()));
  const results = await Promise.all(modules.flat().map(async (generate): Promise<Generated> => generate()));
  return new Map(results.flatMap((files) => Array.from(files)));
}

/** The folders that hold generated files and nothing else. */
export const GENERATED_FOLDERS = [
  'schemas/versions',
  'schemas/schemastore/src/schemas/json',
  'schemas/schemastore/src/test/smolfile',
  'schemas/schemastore/src/negative_test/smolfile',
  'packages/core/src/schema/generated',
  'packages/core/src/release/generated',
  'packages/core/src/serve/generated',
  'packages/cli/src/reference/generated',
  'packages/cli/skill',
] as const;

async function main(stage: string | undefined): Promise<void> {
  if (stage !== undefined) {
    const written = write(await generateAll([stage as Stage]));
    process.stdout.write(written.map((path) => `${path}\n`).join(''));
    return;
  }
  const run = (name: Stage): string =>
    execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const written = run('tables') + run('pages');
  const removed = removeStale(GENERATED_FOLDERS, await generateAll());
  const lines = written + removed.map((path) => `${path} (removed)\n`).join('');
  process.stdout.write(lines || 'everything is fresh\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv[2]);
