import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const workflows = readdirSync(join(repository, '.github/workflows')).map((name) =>
  join('.github/workflows', name),
);

test('whoever runs the everyday tests runs the slow ones, too', () => {
  const times = (text: string, script: string): number =>
    text.split('\n').filter((line) => new RegExp(`\\bpnpm(?:@[\\d.]+)? ${script}$`).test(line)).length;
  const all = ['.ci/run', ...workflows].map((path) => {
    const text = readFileSync(join(repository, path), 'utf8');
    return { path, everyday: times(text, 'test'), slow: times(text, 'test:slow') };
  });
  expect(all.filter(({ everyday }) => everyday > 0).map(({ path }) => path)).toEqual([
    '.ci/run',
    '.github/workflows/ci.yml',
    '.github/workflows/search.yml',
  ]);
  expect(all.filter(({ everyday, slow }) => everyday !== slow)).toEqual([]);
});
