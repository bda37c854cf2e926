import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { cache } from './place.ts';

/** `typedoc.json` asks for a comment on everything that has a name, and takes a warning for a failure. */
test('the pages of the API are built from the published types without a warning', () => {
  const out = mkdtempSync(join(tmpdir(), 'smolfile-typedoc-'));
  try {
    const options = fileURLToPath(new URL('typedoc.json', import.meta.url));
    const argv = [join(cache, 'node_modules/typedoc/bin/typedoc'), '--options', options, '--out', out];
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    expect({ status, said: stdout + stderr }).toEqual({
      status: 0,
      said: expect.not.stringMatching(/warning|error/) as string,
    });
    const pages = readdirSync(join(out, 'functions'));
    expect(pages.length).toBeGreaterThan(40);
    expect(readFileSync(join(out, 'functions/public.setValue.html'), 'utf8')).toContain('EditError');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
