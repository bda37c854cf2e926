import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLE, type notices } from '@smolfile/language-server/build';

const repository = fileURLToPath(new URL('../../', import.meta.url));
/** What of esbuild is used here; it belongs to the packages that are bundled with it. */
interface Esbuild {
  build(options: object): Promise<{ readonly metafile: Metafile }>;
}
type Metafile = Parameters<typeof notices>[0];
const esbuild = createRequire(join(repository, 'packages/cli/package.json'))('esbuild') as Esbuild;

/** What is published as one file that holds other people's code. */
const BUNDLES = [
  { product: '@smolfile/core', entry: 'packages/core/src/index.ts', platform: 'neutral' },
  { product: '@smolfile/core', entry: 'packages/core/src/import/index.ts', platform: 'neutral' },
  { product: 'smolfile', entry: 'packages/cli/src/main.ts', platform: 'node' },
  { product: 'smolfile', entry: 'packages/language-server/src/main.ts', platform: 'node' },
  { product: 'smolfile', entry: 'packages/cli/src/mcp/main.ts', platform: 'node' },
  { product: '@smolfile/language-server', entry: 'packages/language-server/src/main.ts', platform: 'node' },
  {
    product: '@smolfile/language-server',
    entry: 'packages/language-server/src/browser.ts',
    platform: 'browser',
  },
  { product: 'the VS Code extension', entry: 'extension/src/extension.ts', platform: 'node' },
  { product: 'the VS Code extension', entry: 'extension/src/browser.ts', platform: 'browser' },
  { product: 'the VS Code extension', entry: 'extension/webview/preview.ts', platform: 'browser' },
  { product: 'the VS Code extension', entry: 'packages/language-server/src/main.ts', platform: 'node' },
] as const;

/** A package whose code is in what we publish. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Of its licence file. */
  readonly text: string;
  /** In what of ours it is. */
  readonly products: readonly string[];
}

/** Finds, by bundling, whose code is in what we publish. */
export async function bundledPackages(): Promise<Bundled[]> {
  const found = new Map<string, Bundled>();
  const products = await Promise.all(
    BUNDLES.map(async ({ product, entry, platform }) => ({
      product,
      folders: await foldersOf(entry, platform),
    })),
  );
  for (const { product, folders } of products) {
    for (const folder of folders) {
      const { products: others = [], ...bundled } = found.get(folder) ?? read(folder);
      found.set(folder, { ...bundled, products: [...new Set([...others, product])] });
    }
  }
  return [...found.values()].toSorted((a, b) =>
    `${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1,
  );
}

/** The folders of the packages that are bundled with an entry point. */
async function foldersOf(entry: string, platform: string): Promise<Set<string>> {
  const { metafile } = await esbuild.build({
    ...BUNDLE,
    platform,
    mainFields: platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    absWorkingDir: repository,
    entryPoints: [entry],
    external: ['vscode'],
    outfile: 'unused.js',
    write: false,
    logLevel: 'error',
  });
  const paths = Object.keys(metafile.inputs);
  const folders = paths.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return new Set(folders.filter((folder) => folder !== undefined));
}

function read(folder: string): Omit<Bundled, 'products'> & { products?: readonly string[] } {
  const path = join(repository, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Bundled;
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(basename(entry)));
  const text =
    file === undefined ? '' : readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { name, version, license, text };
}

/** The page that lists them. */
export function noticesPage(packages: readonly Bundled[]): string {
  const sections = packages.map(
    ({ name, version, license, text, products }) =>
      `## ${name} ${version}\n\n${license}; in ${products.join(', ')}.\n\n\`\`\`text\n${text}\n\`\`\`\n`,
  );
  return `# Third-party notices\n\nCode of others that is in what we publish, with its licences. Generated: \`pnpm test:update\`.\n\n${sections.join('\n')}`;
}
