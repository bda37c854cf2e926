import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cache, core } from './place.ts';

const readme = readFileSync(new URL('../../packages/core/README.md', import.meta.url), 'utf8');

/** Kilobytes (1000 bytes), minified and with brotli besides, that a bundler may keep of core for one name; `*` is all. */
const BUDGET: Readonly<Record<string, readonly [size: number, packed: number]>> = Object.fromEntries(
  Array.from(
    readme.matchAll(/^\| (`\w+`|all) +\| +(\d+) \| +(\d+) \|$/gm),
    ([, name = '', size, packed]) =>
      [name === 'all' ? '*' : name.slice(1, -1), [Number(size), Number(packed)]] as const,
  ),
);

interface RollupBundle {
  generate(options: object): Promise<{ output: { code: string }[] }>;
}
interface Webpack {
  (
    options: object,
    done: (error: Error | null, stats: { hasErrors(): boolean; toString(): string }) => void,
  ): void;
}

const fetched = createRequire(join(cache, 'package.json'));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smolfile-bundles-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A module that uses one name, as somebody's program would. */
function entry(name: string): string {
  const path = join(folder, `${name === '*' ? 'all' : name}.js`);
  const names = name === '*' ? '*' : `{ ${name} }`;
  writeFileSync(path, `export ${names} from ${JSON.stringify(core)};\n`);
  return path;
}

async function minified(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code },
    minify: true,
    format: 'esm',
    legalComments: 'none',
    write: false,
  });
  return outputFiles[0]!.text;
}

const BUNDLERS: Readonly<Record<string, (path: string) => Promise<string>>> = {
  async esbuild(path) {
    const { outputFiles } = await build({
      entryPoints: [path],
      bundle: true,
      minify: true,
      format: 'esm',
      legalComments: 'none',
      write: false,
    });
    return outputFiles[0]!.text;
  },
  async rollup(path) {
    const rollup = fetched('rollup') as { rollup(options: object): Promise<RollupBundle> };
    const bundle = await rollup.rollup({ input: path, logLevel: 'silent' });
    const { output } = await bundle.generate({ format: 'es' });
    return minified(output[0]!.code);
  },
  async webpack(path) {
    const webpack = fetched('webpack') as Webpack;
    const options = {
      mode: 'production',
      entry: path,
      output: { path: folder, filename: 'webpack.mjs', library: { type: 'module' } },
      experiments: { outputModule: true },
      performance: false,
    };
    await new Promise<void>((resolve, reject) => {
      webpack(options, (error, stats) => {
        if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString()));
        else resolve();
      });
    });
    return minified(readFileSync(join(folder, 'webpack.mjs'), 'utf8'));
  },
};

/** webpack takes a minute for each, so that the smallest and the largest have to do. */
const NAMES: Readonly<Record<string, readonly string[]>> = { webpack: ['parsePort', 'lint'] };

test('the README has the sizes that matter', () => {
  expect(Object.keys(BUDGET)).toEqual(
    expect.arrayContaining(['parsePort', 'parseSmolfile', 'setValue', 'lint', '*']),
  );
  expect(BUDGET['parsePort']![0]).toBeLessThan(100);
});

describe.each(Object.keys(BUNDLERS))('%s', (bundler) => {
  const built = new Map<string, string>();
  const names = NAMES[bundler] ?? Object.keys(BUDGET);

  test.each(names.map((name) => [name, ...BUDGET[name]!] as const))(
    'keeps of core for `%s` about what its README says: %d kB, %d with brotli',
    async (name, most, mostPacked) => {
      const code = await BUNDLERS[bundler]!(entry(name));
      built.set(name, code);
      const [size, packed] = [code.length / 1000, brotliCompressSync(code).length / 1000];
      process.stdout.write(`${bundler} ${name}: ${size.toFixed(1)} kB, ${packed.toFixed(1)} with brotli\n`);
      expect(size).toBeLessThan(most);
      expect(packed).toBeLessThan(mostPacked);
      expect(size / most).toBeGreaterThan(0.8);
    },
  );

  test('keeps what works', async () => {
    const path = join(folder, `${bundler}-port.mjs`);
    writeFileSync(path, built.get('parsePort')!);
    const { parsePort } = (await import(path)) as typeof import('@smolfile/core');
    expect(parsePort('8080:80')).toMatchObject({
      ok: true,
      value: { mappings: [{ host: 8080, guest: 80 }] },
    });
  });
});
