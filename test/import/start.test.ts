/** The first lines of a Smolfile: what is to be typed, in its order, and nothing that would do something else. */
import { describe, expect, test } from 'vitest';
import { importSource } from '@smolfile/core/import';
import { dockerfile, importAll, run, service, type Imported } from './harness.ts';

/** The commands at the top. */
function commands({ text }: Imported): string[] {
  const [, block = ''] = /it from this folder:\n((?:# {3}.*\n)+)/.exec(text) ?? [];
  return block
    .trimEnd()
    .split('\n')
    .map((line) => line.replace('#   ', ''));
}

test('built, saved, folders made, variables set, created, started, watched', () => {
  const file = service(
    'build: .\nenv_file: app.env\nenvironment: {TOKEN: abc}\nvolumes: ["./data:/data"]\nrestart: always\nshm_size: 7g\ndns: 1.1.1.1',
    { files: { 'app.env': "MODE='x y' # fine\nexport LEVEL=3\n" } },
  );
  expect(commands(file)).toEqual([
    'docker compose build app',
    'docker save project-app -o app.tar',
    'mkdir -p ./data',
    'set -a; . ./app.env; set +a',
    'export TOKEN=…',
    'smolvm machine create --name app --dns 1.1.1.1 --shm-size 7168m -s Smolfile',
    'smolvm machine start --name app',
    'smolvm machine monitor --name app',
  ]);
});

describe('a file with variables is read by a shell only where that means the same', () => {
  test.each([
    ['A=1\n', true],
    ['# about A\nexport A=\'x $y\' # one\n\nB="two words"\n', true],
    ['A=two words\n', false],
    ['A=$(touch /x)\n', false],
    ['A=x;touch /x\n', false],
    ['A=x&y\n', false],
    ['A="$HOME"\n', false],
    ['A=`id`\n', false],
    ['touch /x\nA=1\n', false],
    ['A=1\r\n', false],
    ['A: 1\n', false],
  ])('%j: %s', (text, exact) => {
    const [first] = commands(service('env_file: a.env', { files: { 'a.env': text } }));
    expect(first).toMatch(exact ? /^set -a; \. \.\/a\.env; set \+a$/ : /^export A=…/);
  });

  test('quotes are part of a value that is taken as it is', () => {
    const files = { 'a.env': 'A="x"\n', 'b.env': 'B=x\n' };
    expect(commands(run('docker run --env-file a.env --env-file b.env x', { files }))).toEqual([
      'set -a; . ./b.env; set +a',
      'export A=…',
      'smolvm machine create --name project -s Smolfile',
      'smolvm machine start --name project',
    ]);
  });
});

describe('a container that is thrown away is run', () => {
  test.each([
    ['--rm alpine true', 'smolvm machine run -s Smolfile'],
    ['--rm -it alpine', 'smolvm machine run -it -s Smolfile'],
    ['-it ubuntu bash', 'smolvm machine run -it -s Smolfile'],
    ['--rm -d alpine true', 'smolvm machine create --name project -s Smolfile'],
    ['-it --name x ubuntu bash', 'smolvm machine create --name x -s Smolfile'],
    ['--rm=false alpine true', 'smolvm machine create --name project -s Smolfile'],
    // `machine run` wants a command, and watches nothing
    ['--rm alpine', 'smolvm machine create --name project -s Smolfile'],
    ["--rm --health-cmd 'curl localhost' alpine true", 'smolvm machine create --name project -s Smolfile'],
  ])('docker run %s', (line, command) => {
    expect(commands(run(`docker run ${line}`))[0]).toBe(command);
  });
});

describe('what a shell would have put into a command line', () => {
  test('the working directory is where a machine is started, too', () => {
    for (const written of ['$(pwd)', '"$PWD"', '${PWD}', '`pwd`', '"$(pwd)"'])
      expect(run(`docker run -v ${written}/data:/data x`).said.dev).toEqual({ volumes: ['./data:/data'] });
    expect(run('docker run -v $HOME/x:/x x').said.dev).toEqual({ volumes: ['/home/me/x:/x'] });
  });

  test.each([
    '-e A=$B x',
    '-u $(id -u) x',
    'nginx && echo done',
    'nginx > log',
    'nginx; echo',
    'nginx | cat',
  ])('%s is asked for', (line) => {
    const { files, problems } = importSource(`docker run ${line}`, { from: 'docker-run' });
    expect(files).toEqual([]);
    expect(problems[0]?.message).toMatch(/^Only a shell knows/);
  });

  test('not what stands in quotes', () => {
    expect(run('docker run alpine sh -c \'echo $X && id\' "a & b"').said['cmd']).toEqual([
      'sh',
      '-c',
      'echo $X && id',
      'a & b',
    ]);
  });
});

test('services that name each other are in one network, whoever names whom', () => {
  const text =
    'name: shop\nservices:\n  db: {image: postgres, hostname: database}\n  web:\n    image: x/y\n    environment: {DB_HOST: database, APP_NAME: lonely}\n  lonely: {image: x/y}\n';
  const made = new Map(importAll(text, { path: 'compose.yaml' }).map((file) => [file.service, file]));
  const create = (name: string) => commands(made.get(name)!).find((line) => line.includes(' create '));
  expect(create('db')).toContain('--network shop');
  expect(create('web')).toContain('--network shop');
  expect(create('lonely')).not.toContain('--network');
  expect(made.get('web')?.text).toContain('`db` (DB_HOST)');
  expect(made.get('db')?.text).not.toContain('do not resolve');
});

test('a volume of several services is not one disk', () => {
  const text =
    'services:\n  a: {image: x, volumes: ["v:/v"]}\n  b: {image: x, volumes: [{type: volume, source: v, target: /w}]}\n';
  const [a, b] = importAll(text, { path: 'compose.yaml' });
  expect(a?.text).toMatch(/The volume `v` is that of b, too/);
  expect(b?.text).toMatch(/The volume `v` is that of a, too/);
});

test('stages that nothing takes from are not built, and the others are', () => {
  const { report, text } = dockerfile(
    'FROM alpine AS a\nRUN x\nFROM alpine AS b\nRUN y\nFROM alpine\nCOPY --from=A /x /x\n',
  );
  const kinds = report.map(({ source, kind }) => `${source.start.line} ${kind}`);
  expect(kinds).toEqual(['1 kept', '2 kept', '3 dropped', '4 dropped', '5 changed', '6 kept']);
  expect(text).not.toContain('Not in it');
});
