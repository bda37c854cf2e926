/** Links that come with a repository: no file outside of it, and none that is no Smolfile, is read, shown or written. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { HOST } from '../../packages/language-server/src/host.ts';
import { folderWith, smolfile } from '../cli/harness.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzSecret';
/** Files that somebody might want to see: each has the secret where a report would show it. */
const TARGETS: Readonly<Record<string, string>> = {
  'home/.aws/credentials': `[default]\naws_secret_access_key = ${SECRET}\n`,
  'home/.docker/config.json': `{ "auths": { "x": { "auth": "${SECRET}" } }, "ignore": ["${SECRET}"] }\n`,
  'home/.profile': `export PORT=8080\nTOKEN=${SECRET}\n`,
  'home/notes.toml': `ports=["${SECRET}"]\n`,
  // below the root, where a developer has it and no repository does
  'work/.env': `TOKEN=${SECRET}\n`,
  'work/private/notes.toml': `imge="${SECRET}"\n`,
};
const NAMES = [
  'Smolfile',
  'a.smolfile',
  '.Smolfile',
  'x__Smolfile.kotlin',
  'smolfile.config.toml',
  'smolfile.config.json',
];
const PLACES = ['', 'deep/er/'];
const FORMATS = ['pretty', 'concise', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'checkstyle', 'junit'];
const SEARCHES = [
  ...FORMATS.map((format) => ['lint', '--no-fs', '--format', format]),
  ['lint', '--fix', '--unsafe-fixes'],
  ['lint', '--diff'],
  ['fmt'],
  ['fmt', '--check'],
  ['fmt', '--diff'],
  ['lint', '**/*'],
  ['fmt', '**/*mol*', '*.toml'],
  ['lint', 'deep'],
];

describe.skipIf(process.platform === 'win32').each(Object.keys(TARGETS))('a link to %s', (target) => {
  test.each(PLACES.flatMap((place) => NAMES.map((name) => place + name)))('named %s', async (path) => {
    const root = folderWith({
      [target]: TARGETS[target]!,
      'work/own.smolfile': 'net = true\n',
      'work/.git/HEAD': '',
    });
    const cwd = join(root, 'work');
    mkdirSync(join(cwd, dirname(path)), { recursive: true });
    symlinkSync(join(root, target), join(cwd, path));
    const before = readFileSync(join(root, target), 'utf8');
    for (const argv of SEARCHES) {
      // A pattern that takes files of any name takes what is named so itself.
      if (target.startsWith('work/') && argv.at(-1)!.startsWith('*')) continue;
      const { stdout, stderr } = smolfile(argv, { cwd, env: { GITHUB_ACTIONS: 'true' } });
      expect(stdout + stderr, argv.join(' ')).not.toContain(SECRET);
      expect(readFileSync(join(root, target), 'utf8'), argv.join(' ')).toBe(before);
    }
    const uri = pathToFileURL(cwd).href;
    expect(await HOST.find(uri)).not.toContain(`${uri}/${path}`);
    expect(HOST.read(`${uri}/${path}`)).toBeUndefined();
    expect(JSON.stringify(HOST.configFor(`${uri}/${dirname(path)}/x.smolfile`) ?? '')).not.toContain(SECRET);
  });
});

test.skipIf(process.platform === 'win32')('links to folders are not entered', () => {
  const root = folderWith({ 'home/Smolfile': `x="${SECRET}"\n`, 'work/': '' });
  symlinkSync('../home', join(root, 'work/app'));
  symlinkSync('/proc/self', join(root, 'work/Smolfile.d'));
  for (const argv of [['lint'], ['fmt'], ['lint', '**/*mol*']]) {
    const { stdout, stderr } = smolfile([...argv, ...(argv[0] === 'lint' ? ['--allow-empty'] : [])], {
      cwd: join(root, 'work'),
    });
    expect(stdout + stderr).not.toContain(SECRET);
  }
  expect(readFileSync(join(root, 'home/Smolfile'), 'utf8')).toBe(`x="${SECRET}"\n`);
});

test.skipIf(process.platform === 'win32')(
  'a file that is named outright is read, and said where not found',
  () => {
    const root = folderWith({ 'other/web.toml': 'imge = 1\n', 'work/': '' });
    symlinkSync('../other/web.toml', join(root, 'work/Smolfile'));
    const cwd = join(root, 'work');
    expect(smolfile(['lint', 'Smolfile'], { cwd }).stdout).toContain('`imge` is not a key');
    const { code, stderr } = smolfile(['lint'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('Smolfile is a link, which is not followed; name it to check it');
  },
);

describe.skipIf(process.platform === 'win32')('nothing is written through a link', () => {
  test.each([
    ['fmt', 'cpus=2\n'],
    ['lint --fix', 'env = ["A=1", "A=1"]\n'],
  ])('%s of one that is named', (command, text) => {
    const root = folderWith({ 'other/web.toml': text, 'work/': '' });
    symlinkSync('../other/web.toml', join(root, 'work/Smolfile'));
    const { code, stderr } = smolfile([...command.split(' '), 'Smolfile'], { cwd: join(root, 'work') });
    expect(code).toBe(3);
    expect(stderr).toContain('it is a link, which is not written through; name the file that it leads to');
    expect(readFileSync(join(root, 'other/web.toml'), 'utf8')).toBe(text);
  });

  test.each(FORMATS)('a report as %s', (format) => {
    const root = folderWith({ 'home/.profile': 'x\n', 'work/Smolfile': 'imge = 1\n' });
    const cwd = join(root, 'work');
    symlinkSync('../home/.profile', join(cwd, 'report'));
    symlinkSync('../home/new', join(cwd, 'dangling'));
    symlinkSync('../home', join(cwd, 'reports'));
    for (const file of ['report', 'dangling', 'reports/new', 'reports/.profile']) {
      const { code, stderr } = smolfile(['lint', '--format', `${format}=${file}`], { cwd });
      expect(code).toBe(3);
      expect(stderr).toMatch(/cannot write \S+: it(?:s folder)? is a link/);
    }
    expect(readdirSync(join(root, 'home'))).toEqual(['.profile']);
    expect(readFileSync(join(root, 'home/.profile'), 'utf8')).toBe('x\n');
  });
});

test.skipIf(process.platform === 'win32')('a configuration of the same repository may be linked', () => {
  const root = folderWith({
    '.git/HEAD': '',
    'shared/smolfile.config.toml': '[severity]\nunknown-key = "off"\n',
    'app/Smolfile': 'imge = 1\n',
  });
  symlinkSync('../shared/smolfile.config.toml', join(root, 'app/smolfile.config.toml'));
  expect(smolfile(['lint'], { cwd: join(root, 'app') }).code).toBe(0);
});
