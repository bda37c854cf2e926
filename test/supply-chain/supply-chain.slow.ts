import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundledPackages, noticesPage, type Bundled } from './notices.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly resolution: Readonly<Record<string, string>> }>>;
}

test('everything in the lockfile comes from the registry, with its hash', () => {
  const { packages } = parse(readFileSync(`${repository}pnpm-lock.yaml`, 'utf8')) as Lockfile;
  const others = Object.entries(packages).filter(
    ([name, { resolution }]) =>
      !/^(?:@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(name) ||
      Object.keys(resolution).join() !== 'integrity' ||
      !/^sha512-[\w+/]{86}==$/.test(resolution['integrity']!),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(others).toEqual([]);
});

test('install scripts run for esbuild only', () => {
  const { onlyBuiltDependencies } = parse(readFileSync(`${repository}pnpm-workspace.yaml`, 'utf8')) as {
    onlyBuiltDependencies: string[];
  };
  expect(onlyBuiltDependencies).toEqual(['esbuild']);
});

describe('what is bundled', () => {
  let packages: readonly Bundled[] = [];
  beforeAll(async () => {
    packages = await bundledPackages();
  }, 60_000);

  test('may be: licences that ask for no more than to be named', () => {
    const allowed = new Set([
      '0BSD',
      'Apache-2.0',
      'BlueOak-1.0.0',
      'BSD-2-Clause',
      'BSD-3-Clause',
      'ISC',
      'MIT',
    ]);
    expect(packages.filter(({ license }) => !allowed.has(license))).toEqual([]);
    expect(packages.filter(({ text }) => text.length < 100).map(({ name }) => name)).toEqual([]);
  });

  test('is named in THIRD_PARTY_NOTICES.md', async () => {
    await expect(noticesPage(packages)).toMatchFileSnapshot('../../THIRD_PARTY_NOTICES.md');
  });
});
