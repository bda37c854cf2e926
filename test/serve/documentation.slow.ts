/** The programs of API.md, run as they stand against a real server, where its program is here. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtCli } from '../cli/built.ts';
import { folderWith } from '../cli/harness.ts';
import { apiServer, type ApiServer } from '../smolvm/api/server.ts';
import { cachedReleases } from '../smolvm/program/cache.ts';

const page = readFileSync(new URL('../../API.md', import.meta.url), 'utf8');
const code = (heading: string): string => {
  const [, text = ''] =
    new RegExp(`^## ${heading}\n[\\s\\S]*?^\`\`\`\\w+\n([\\s\\S]*?)^\`\`\``, 'm').exec(page) ?? [];
  return text;
};
const release = cachedReleases().at(-1);
const has = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));

const PROGRAMS = [
  ['curl', 'run.sh', ['sh', 'run.sh'], ['curl', 'jq']],
  ['Python', 'run.py', ['python3', 'run.py'], ['python3']],
  ['Node', 'run.mjs', [process.execPath, 'run.mjs'], []],
] as const;

describe.skipIf(release === undefined)('API.md, against smolvm serve', () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await apiServer(release!, '', '/served.sock');
  });
  afterAll(() => server.end());

  test.each(PROGRAMS)('%s makes the machine', async (heading, file, [program, ...args], needs) => {
    if (!needs.every(has)) return;
    const folder = folderWith({
      Smolfile: `# smolfile: smolvm = "${release}"\nimage = "alpine"\nnet = true\n`,
    });
    mkdirSync(join(folder, 'bin'));
    const bundle = join(await builtCli(), 'smolfile.js');
    writeFileSync(join(folder, 'bin/smolfile'), `#!/bin/sh\nexec '${process.execPath}' '${bundle}' "$@"\n`);
    chmodSync(join(folder, 'bin/smolfile'), 0o755);
    const text = code(heading);
    expect(text).toContain('/tmp/smolvm.sock');
    writeFileSync(
      join(folder, file),
      text.replaceAll('/tmp/smolvm.sock', join(server.folder.root, 'served.sock')),
    );
    const stdout = execFileSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH']}` },
    });
    const name = `from-${heading.toLowerCase()}`;
    expect(stdout).toContain(name);
    expect(JSON.parse((await server.send('GET', `/api/v1/machines/${name}`)).text)).toMatchObject({
      name,
      image: 'alpine',
      network: true,
    });
  });
});

test('there is a program for each', () => {
  for (const [heading] of PROGRAMS) expect(code(heading)).toContain('smolfile');
});
