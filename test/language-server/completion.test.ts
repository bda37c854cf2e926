import {
  allKeys,
  applyEdits,
  lint,
  NEWEST_RELEASE,
  parseSmolfile,
  releaseAt,
  RELEASES,
  schemaFor,
} from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { turningPoints } from '../../packages/core/src/target/index.ts';
import type { Target } from '../../packages/language-server/src/features/target.ts';
import { accepted, itemsAt, labelsAt } from './harness/complete.ts';
import { marked } from './harness/marked.ts';

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  '.': ['src/', 'docs/', 'app.tar', 'Dockerfile', '.git/'],
  './': ['src/', 'docs/', 'app.tar', 'Dockerfile', '.git/'],
  './src/': ['web/'],
  '/': ['etc/', 'run/'],
  '/run/': ['secrets/', 'lock'],
};

/** A host with two credentials in its environment, as far as names go, and a few folders. */
const HOST: Target = {
  variables: () => ['API_TOKEN', 'DB_PASSWORD', 'HOME', 'PATH'],
  list: (path) =>
    (FOLDERS[path] ?? []).map((name) => ({ name: name.replace('/', ''), folder: name.endsWith('/') })),
};

describe('keys', () => {
  test('come with a value to fill in', () => {
    expect(accepted('im|', 'image')).toBe('image = ""');
    expect(accepted('im|', 'image', {}, true)).toBe('image = "$1"');
    expect(accepted('n|', 'net')).toBe('net = true');
    expect(accepted('|', 'cpus', {}, true)).toBe('cpus = ${1:4}');
    expect(accepted('[dev]\np|', 'ports', {}, true)).toBe('[dev]\nports = ["$1"]');
    expect(accepted('[auth]\n|', 'ssh_agent')).toBe('[auth]\nssh_agent = true');
  });

  test('are found by the words of other tools', () => {
    const found = (source: string) =>
      itemsAt(source)
        .filter(({ detail }) => detail?.startsWith('As in'))
        .map(({ label, filter, text }) => [label, filter, text]);
    expect(found('comma|')).toEqual([['cmd', 'comma', 'cmd = [""]']]);
    expect(found('workingD|')).toEqual([['workdir', 'workingD', 'workdir = ""']]);
    expect(found('[secrets.X]\nenv|')).toEqual([['from_env', 'env', 'from_env = ""']]);
    expect(found('cmd = ["a"]\ncomma|')).toEqual([]);
    expect(found('co|')).toEqual([]);
    expect(found('mem|')).toEqual([]);
  });

  test('of a line that has a value change the name only', () => {
    expect(accepted('im|ge = "alpine"', 'image')).toBe('image = "alpine"');
    expect(accepted('d|v.ports = []', 'dev')).toBe('dev.ports = []');
    expect(accepted('dev.p| = []', 'ports')).toBe('dev.ports = []');
  });

  test('that the table has already are left out, but for the one under the cursor', () => {
    expect(labelsAt('image = "a"\n|')).not.toContain('image');
    expect(labelsAt('ima|ge = "a"\n')).toContain('image');
    expect(labelsAt('[dev]\nports = []\n|')).not.toContain('ports');
    expect(labelsAt('ports = []\n[dev]\n|')).toContain('ports');
    expect(labelsAt('dev = { ports = [], | }')).toEqual(['volumes', 'env', 'init', 'workdir']);
    expect(labelsAt('dev.ports = []\ndev.|')).toEqual(['volumes', 'env', 'init', 'workdir']);
  });

  test('are those of the table that the cursor is in', () => {
    expect(labelsAt('[health]\n|').slice(0, 5)).toEqual(
      ['exec', 'interval', 'timeout', 'retries', 'startup_grace'], // prettier-ignore
    );
    expect(labelsAt('artifact.|')).toEqual(['cpus', 'memory', 'entrypoint', 'cmd', 'oci_platform']);
    expect(labelsAt('[nonsense]\n|')).toEqual([]);
    expect(labelsAt('imag.|')).toEqual([]);
  });

  test('are ranked: what does something, then legacy spellings, then what nothing reads', () => {
    const labels = labelsAt('|').filter((label) => /^[a-z_]+$/.test(label));
    expect(labels.slice(0, 3)).toEqual(['image', 'entrypoint', 'cmd']);
    expect(labels.indexOf('ports')).toBeGreaterThan(labels.indexOf('overlay'));
    const inFront = labelsAt('|\nnet = true').filter((label) => /^[a-z_]+$/.test(label));
    expect(inFront.at(-1)).toBe('service');
    expect(itemsAt('po|').find(({ label }) => label === 'ports')?.deprecated).toBe(true);
  });

  test('of the machine that are typed below a header go to the top', () => {
    const top = (source: string) => {
      const { text } = marked(source);
      const item = itemsAt(source).find(({ label }) => label === 'cpus');
      return item && applyEdits(text, [{ range: item.range, text: item.text }, ...(item.also ?? [])]);
    };
    expect(top('net = true # on\n\n[dev]\nports = []\ncp|')).toBe(
      'net = true # on\ncpus = 4\n\n[dev]\nports = []\n',
    );
    expect(top('# about\n[dev]\r\ncp|')).toBe('# about\ncpus = 4\r\n\r\n[dev]\r\n');
    for (const source of ['cpus = 1\n[dev]\ncp|', '[dev]\nc|', '[artifact]\ncp|'])
      expect(itemsAt(source).filter(({ also }) => also)).toEqual([]);
  });

  test('are those of the version that is targeted', () => {
    expect(labelsAt('cu|')).toContain('cuda');
    expect(labelsAt('cu|', { smolvm: '1.2.0' })).not.toContain('cuda');
    expect(labelsAt('# smolfile: smolvm = "1.2.0"\ncu|')).not.toContain('cuda');
    expect(labelsAt('us|', { smolvm: '1.13.1' })).not.toContain('user');
    expect(labelsAt('us|', { smolvm: '1.14.0' })).toContain('user');
  });
});

describe('sections', () => {
  test('open after an empty line', () => {
    expect(accepted('net = true\nd|', '[dev]')).toBe('net = true\n\n[dev]\n');
    expect(accepted('net = true\n\nd|', '[dev]')).toBe('net = true\n\n[dev]\n');
    expect(accepted('d|', '[dev]')).toBe('[dev]\n');
  });

  test('come whole, too', () => {
    expect(accepted('h|', '[health] …')).toBe(
      '[health]\nexec = ["wget", "-qO-", "http://127.0.0.1:8080/"]\ninterval = "30s"\n',
    );
    expect(accepted('h|', '[restart] …', {}, true)).toBe(
      '[restart]\npolicy = "${1:on-failure}"\nmax_retries = ${2:5}\n',
    );
    expect(accepted('s|', '[secrets] …', {}, true)).toBe(
      '[secrets]\n${1:DB_PASSWORD} = { from_env = "${1:DB_PASSWORD}" \\}\n',
    );
  });

  test('do not tear a table apart: before a key of it, they are written with a dot', () => {
    expect(labelsAt('d|\ncpus = 2')).toContain('dev');
    expect(labelsAt('d|\ncpus = 2')).not.toContain('[dev]');
    expect(accepted('d|\ncpus = 2', 'dev')).toBe('dev.\ncpus = 2');
    expect(labelsAt('[dev]\nn|\nports = []\n')).not.toContain('[network]');
    expect(labelsAt('[dev]\nports = []\nn|\n[auth]\n')).toContain('[network]');
  });

  test('that are there are left out', () => {
    expect(labelsAt('[dev]\n\n[health]\n|')).not.toContain('[dev]');
    expect(labelsAt('[dev]\n[|')).not.toContain('dev');
    expect(labelsAt('[dev]\n[|')).toContain('network');
  });

  test.each([
    ['[|', '[dev]'],
    ['[|]', '[dev]'],
    ['[d|', '[dev]'],
    ['[d|ev]', '[dev]'],
  ])('in a header, the bracket is closed once: %s', (source, expected) => {
    expect(accepted(source, 'dev')).toBe(expected);
  });

  test('of secrets go on with a name', () => {
    expect(accepted('[|', 'secrets.')).toBe('[secrets.');
    expect(accepted('[secrets.|', 'API_TOKEN', HOST)).toBe('[secrets.API_TOKEN]');
    expect(labelsAt('[[network.|', { smolvm: '1.21.0' })).toEqual(['credentials']);
    expect(accepted('[[network.|', 'credentials', { smolvm: '1.21.0' })).toBe('[[network.credentials]]');
  });

  test('of an empty file may be a whole one', () => {
    expect(accepted('|', 'Smolfile: a service')).toMatch(/^image = "python:3.12-slim"\n[^]*\n\[dev\]\n/);
    expect(labelsAt('net = true\n|')).not.toContain('Smolfile: a service');
  });
});

describe('values', () => {
  test.each([
    ['net = |', 'true', 'net = true'],
    ['net =|', 'true', 'net = true'],
    ['net =| false', 'true', 'net = true'],
    ['net = f|', 'false', 'net = false'],
    ['net = fa|lse # why', 'true', 'net = true # why'],
    ['net = | # why', 'true', 'net = true # why'],
    ['restart.policy = |', 'always', 'restart.policy = "always"'],
    ['restart.policy = "|"', 'always', 'restart.policy = "always"'],
    ['restart.policy = "|', 'always', 'restart.policy = "always"'],
    ['restart.policy = "al|ways"', 'never', 'restart.policy = "never"'],
    ["restart.policy = '|'", 'always', "restart.policy = 'always'"],
    ['restart.policy = |"never"', 'always', 'restart.policy = "always"'],
    ['artifact = { oci_platform = | }', 'linux/arm64', 'artifact = { oci_platform = "linux/arm64" }'],
    ['memory = |', '1024', 'memory = 1024'],
    ['memory = | # MiB', '1024', 'memory = 1024 # MiB'],
    ['health.interval = |', '30s', 'health.interval = "30s"'],
    ['workdir = "|"', '/app', 'workdir = "/app"'],
    ['net_backend = |', 'virtio-net', 'net_backend = "virtio-net"'],
  ])('%s takes %s', (source, label, expected) => {
    expect(accepted(source, label, { smolvm: '1.21.0' })).toBe(expected);
  });

  test.each(turningPoints(RELEASES).map(({ version }) => version))(
    'of smolvm %s: a number begins with its default, and the list of them, too',
    (smolvm) => {
      const numbers = [...allKeys(schemaFor(releaseAt(smolvm)!))].filter(
        ({ type, path, deprecated }) => type === 'integer' && !/[*[]/.test(path) && deprecated !== true,
      );
      expect(numbers.length).toBeGreaterThan(6);
      for (const { path, name, default: initial } of numbers) {
        const header = path === name ? '' : `[${path.slice(0, -name.length - 1)}]\n`;
        if (typeof initial !== 'number' || initial === 0) continue;
        expect(accepted(`${header}${name}|`, name, { smolvm })).toBe(`${header}${name} = ${initial}`);
        expect(itemsAt(`${header}${name} = |`, { smolvm })[0]).toMatchObject({
          label: String(initial),
          detail: expect.stringContaining('the default') as string,
        });
      }
    },
  );

  test('of no default, or of none at all, an example is first', () => {
    expect(accepted('memory|', 'memory')).toBe('memory = 8192');
    expect(accepted('[restart]\nmax_r|', 'max_retries')).toBe('[restart]\nmax_retries = 5');
    expect(accepted('[artifact]\nmem|', 'memory')).toBe('[artifact]\nmemory = 1024');
  });

  test('say what they mean', () => {
    const details = (source: string) =>
      Object.fromEntries(itemsAt(source).map(({ label, detail }) => [label, detail]));
    expect(details('memory = |')).toMatchObject({
      512: '512 MiB',
      2048: '2 GiB',
      8192: '8 GiB, the default',
    });
    expect(details('storage = |')).toMatchObject({ 20: '20 GiB, the default' });
    expect(details('cpus = |')).toMatchObject({ 2: undefined, 4: 'the default' });
    expect(details('health.interval = "|"')).toMatchObject({ '1m': '1 minute', '5s': '5 seconds' });
    expect(details('net = |')).toEqual({ true: undefined, false: 'the default' });
  });

  test('are none where none can be', () => {
    expect(itemsAt('net = "|"')).toEqual([]);
    expect(itemsAt('imge = "|"')).toEqual([]);
    expect(itemsAt('image = "a" |')).toEqual([]);
  });
});

describe('elements of lists', () => {
  test.each([
    ['dev.ports = |', '3000:3000', 'dev.ports = ["3000:3000"]'],
    ['dev.ports = [|', '3000:3000', 'dev.ports = ["3000:3000"'],
    ['dev.ports = [|]', '3000:3000', 'dev.ports = ["3000:3000"]'],
    ['dev.ports = ["|"]', '3000:3000', 'dev.ports = ["3000:3000"]'],
    ['dev.ports = ["80:80",|]', '3000:3000', 'dev.ports = ["80:80", "3000:3000"]'],
    ['dev.ports = [\n  "80:80",\n  |\n]', '3000:3000', 'dev.ports = [\n  "80:80",\n  "3000:3000"\n]'],
    ['dev.ports = ["9|:80"]', '3000', 'dev.ports = ["3000:80"]'],
    ['dev.ports = ["9000:|"]', '9000', 'dev.ports = ["9000:9000"]'],
    ['dev.ports = ["9000:8|', '80', 'dev.ports = ["9000:80"'],
    ['network.allow_cidrs = [|]', '10.0.0.0/8', 'network.allow_cidrs = ["10.0.0.0/8"]'],
  ])('%s takes %s', (source, label, expected) => {
    expect(accepted(source, label)).toBe(expected);
  });

  test.each([
    ['deny_cidrs = [|]', '10.0.0.0/8', 'deny_cidrs = ["10.0.0.0/8"]'],
    ['allow_udp = [|]', '10.0.0.0/8', 'allow_udp = ["10.0.0.0/8"]'],
    ['allow_host_patterns = [|]', 'pypi.org', 'allow_host_patterns = ["pypi.org"]'],
  ])('%s of a newer release takes %s', (source, label, expected) => {
    const head = '# smolfile: smolvm = "1.32.2"\n[network]\n';
    expect(accepted(head + source, label)).toBe(head + expected);
  });

  test('have tab stops', () => {
    expect(accepted('dev.ports = [|]', 'HOST:GUEST', {}, true)).toBe('dev.ports = ["${1:8080}:${2:80}"]');
    expect(accepted('dev.volumes = ["|"]', 'HOST:GUEST', {}, true)).toBe(
      'dev.volumes = ["${1:./src}:${2:/app}"]',
    );
    expect(accepted('env = [|]', 'KEY=value', {}, true)).toBe('env = ["${1:KEY}=${2:value}"]');
  });

  test('of a command are the whole command', () => {
    expect(accepted('health.exec = |', '["sh", "-c", ""]', {}, true)).toBe(
      'health.exec = ["sh", "-c", "${1:}"]',
    );
    expect(labelsAt('cmd = |')).toContain('["python", "app.py"]');
    expect(labelsAt('cmd = ["|"]')).toEqual(['python app.py', 'serve --port 8080', 'sh -c']);
    expect(labelsAt('cmd = ["python", "|"]')).toEqual([]);
  });

  test('of a command are all of its words, whatever is open already', () => {
    const image = 'image = "python:3.12-slim"\n';
    const whole = `${image}cmd = ["python", "app.py"]`;
    for (const open of ['cmd = |', 'cmd = [|]', 'cmd = ["|"]']) {
      const label = open.includes('[') ? 'python app.py' : '["python", "app.py"]';
      expect(accepted(image + open, label)).toBe(whole);
    }
    expect(accepted(`${image}cmd = ["|`, 'python app.py')).toBe(`${image}cmd = ["python", "app.py"`);
    expect(accepted(`${image}cmd = ['|']`, 'python app.py')).toBe(`${image}cmd = ['python', 'app.py']`);
    expect(accepted('cmd = ["|"]', 'sh -c', {}, true)).toBe('cmd = ["sh", "-c", "${1:}"]');
    expect(accepted('[health]\nexec = ["|"]', 'wget -qO- http://127.0.0.1:8080/')).toBe(
      '[health]\nexec = ["wget", "-qO-", "http://127.0.0.1:8080/"]',
    );
  });

  test.each([
    ['python:3.12-slim', ['python app.py', 'python -m http.server 8080'], ['python']],
    ['docker.io/library/node:22-alpine', ['node index.js', 'npm start'], ['node', 'npm']],
    ['golang:1.23', ['go run .'], ['go']],
    ['alpine:3.20', ['sh'], ['sh']],
    ['debian:bookworm-slim', ['bash', 'sh'], ['bash', 'sh']],
    // Where it comes from says nothing of what it has.
    ['python.example.com/tools/thing', ['python app.py', 'serve --port 8080'], ['/usr/local/bin/app']],
  ])('of a command are what %s has', (image, cmd, entrypoint) => {
    const head = `image = "${image}"\n`;
    expect(labelsAt(`${head}cmd = ["|"]`)).toEqual([...cmd, 'sh -c']);
    expect(labelsAt(`${head}entrypoint = ["|"]`)).toEqual([...entrypoint, 'sh -c']);
    // A check runs outside of the image.
    expect(labelsAt(`${head}[health]\nexec = ["|"]`)).toEqual(['wget -qO- http://127.0.0.1:8080/', 'sh -c']);
  });

  test('of a command are accepted by lint, all of them', () => {
    for (const image of [
      'python',
      'node',
      'golang',
      'rust',
      'ruby',
      'php',
      'nginx',
      'postgres',
      'redis',
      'alpine',
      'debian',
    ])
      for (const key of ['cmd', 'entrypoint', 'health.exec'])
        for (const label of labelsAt(`image = "${image}:1"\nnet = true\n${key} = ["|"]`)) {
          const text = accepted(`image = "${image}:1"\nnet = true\n${key} = ["|"]`, label);
          const { diagnostics } = lint(parseSmolfile(text), {});
          expect(
            diagnostics.filter(
              ({ severity, code }) => severity === 'error' || code === 'health-exec-outside-image',
            ),
            text,
          ).toEqual([]);
        }
  });

  test('of init are what the image has', () => {
    const first = (image: string) => labelsAt(`${image}\ninit = ["|"]`)[0];
    expect(first('')).toMatch(/^apk add/);
    expect(first('image = "debian:bookworm-slim"')).toMatch(/^apt-get /);
    expect(first('image = "python:3.12-slim"')).toMatch(/^pip install/);
    expect(first('image = "node:22-alpine"')).toBe('npm ci');
    expect(labelsAt('image = "node:22-alpine"\ninit = ["|"]').at(-1)).toMatch(/^apk add/);
  });

  test('that a list has already are left out', () => {
    const labels = labelsAt('[network]\nallow_hosts = ["pypi.org", "|"]');
    expect(labels).not.toContain('pypi.org');
    expect(labels).toContain('files.pythonhosted.org');
  });

  test('of allowed hosts begin with those that the image needs', () => {
    expect(labelsAt('image = "ghcr.io/a/b"\n[network]\nallow_hosts = ["|"]')[0]).toBe('ghcr.io');
    expect(labelsAt('image = "alpine"\n[network]\nallow_hosts = ["|"]').slice(0, 2)).toEqual([
      'docker.io',
      'docker.com',
    ]);
  });
});

describe('what the host has', () => {
  test('folders for volumes, one part at a time', () => {
    expect(labelsAt('dev.volumes = ["|"]', HOST)).toContain('./src');
    expect(labelsAt('dev.volumes = ["|"]', HOST)).not.toContain('./app.tar');
    expect(accepted('dev.volumes = ["./s|:/app"]', 'src', HOST)).toBe('dev.volumes = ["./src:/app"]');
    expect(accepted('dev.volumes = ["./src/|"]', 'web', HOST)).toBe('dev.volumes = ["./src/web"]');
    expect(labelsAt('dev.volumes = ["./|"]', HOST)).toEqual(['src', 'docs']);
    expect(labelsAt('dev.volumes = ["./.|"]', HOST)).toEqual(['.git']);
  });

  test('folders of the guest that the file knows', () => {
    expect(labelsAt('workdir = "/srv"\ndev.volumes = ["./src:|"]', HOST)[0]).toBe('/srv');
    expect(labelsAt('workdir = "|"\ndev.volumes = ["./src:/code:ro"]', HOST)[0]).toBe('/code');
    expect(labelsAt('dev.volumes = ["./src:/app:|"]', HOST)).toEqual(['ro', 'rw']);
  });

  test('files for secrets and images', () => {
    expect(accepted('secrets.X = { from_file = "|" }', '/', HOST)).toBe('secrets.X = { from_file = "/" }');
    expect(labelsAt('secrets.X = { from_file = "/run/|" }', HOST)).toEqual(['secrets/', 'lock']);
    expect(accepted('image = "./|"', 'app.tar', HOST)).toBe('image = "./app.tar"');
    expect(labelsAt('image = "./|"', HOST)).toEqual(['src/', 'docs/', 'app.tar']);
  });

  test('names of variables, and no values', () => {
    expect(labelsAt('env = ["|"]', HOST)).toEqual(['KEY=value']);
    expect(labelsAt('env = ["P|"]', HOST)).toContain('PATH');
    expect(accepted('env = ["H|=x"]', 'HOME', HOST)).toBe('env = ["HOME=x"]');
    expect(itemsAt('env = ["HOME=|"]', HOST)).toEqual([]);
    expect(labelsAt('secrets.X.from_env = "|"', HOST)).toEqual(['API_TOKEN', 'DB_PASSWORD', 'HOME', 'PATH']);
  });

  test('secrets that are likely', () => {
    expect(accepted('[secrets]\n|', 'API_TOKEN', HOST)).toBe(
      '[secrets]\nAPI_TOKEN = { from_env = "API_TOKEN" }',
    );
    expect(labelsAt('[secrets]\nAPI_TOKEN = {}\n|', HOST)).not.toContain('API_TOKEN');
    expect(accepted('secrets = { | }', 'DB_PASSWORD', HOST)).toBe(
      'secrets = { DB_PASSWORD = { from_env = "DB_PASSWORD" } }',
    );
    expect(accepted('secrets.X = |', '{ from_env = … }', {}, true)).toBe(
      'secrets.X = { from_env = "${1:DB_PASSWORD}" \\}',
    );
  });

  test('is not asked where there is none', () => {
    expect(labelsAt('dev.volumes = ["./|"]')).toEqual([]);
    expect(labelsAt('secrets.X.from_env = "|"')).toEqual([]);
  });
});

describe('images', () => {
  test('that are common, then their tags', () => {
    expect(accepted('image = "|"', 'alpine:3.20')).toBe('image = "alpine:3.20"');
    expect(labelsAt('image = "python:|"')).toEqual(['3.12-slim', '3.13-slim', '3.12-alpine']);
    expect(accepted('image = "python:3|"', '3.13-slim')).toBe('image = "python:3.13-slim"');
    expect(labelsAt('image = "ghcr.io/|"')).toEqual([]);
  });
});

describe('comments', () => {
  test('pin a version', () => {
    expect(accepted('# sm|', '# smolfile: smolvm = ""')).toBe('# smolfile: smolvm = ""');
    expect(accepted('# smolfile: smolvm = "|"', '1.6.0')).toBe('# smolfile: smolvm = "1.6.0"');
    expect(accepted('# smolfile: smolvm = "1.2|', '1.2.0')).toBe('# smolfile: smolvm = "1.2.0"');
    expect(labelsAt('# smolfile: smolvm = "|"')[0]).toBe(NEWEST_RELEASE.version);
  });

  test('silence findings, those of the file first', () => {
    expect(labelsAt('net = true\nports = ["80:80"] # smolfile-ignore |')[0]).toBe('legacy-list');
    expect(accepted('cpus = 99 # smolfile-ignore cpus|', 'cpus-above-limit')).toBe(
      'cpus = 99 # smolfile-ignore cpus-above-limit',
    );
  });

  test('do not silence what smolvm refuses', () => {
    const labels = labelsAt('imge = 1 # smolfile-ignore |');
    for (const code of ['unknown-key', 'type-mismatch', 'unterminated-string']) {
      expect(labels).not.toContain(code);
    }
  });

  test('otherwise say what they like', () => {
    expect(itemsAt('# The web |')).toEqual([]);
    expect(itemsAt('net = true # because | of this')).toEqual([]);
  });
});

describe('broken and half-typed files', () => {
  test.each([
    ['[dev\nports = ["|"]', '8080:8080'],
    ['image = "a\n[dev]\nports = ["|"]', '8080:8080'],
    ['cmd = [\n  "a",\n\n[restart]\npolicy = "|', 'always'],
    ['= = 3\nnet = |', 'true'],
    ['x = {\nrestart = { policy = "|', 'always'],
    ['[dev]\nports = [\n  "80:80",\n  "|\n\n[health]\nretries = 3\n', '8080:8080'],
  ])('%j still offers %s', (source, label) => {
    expect(labelsAt(source)).toContain(label);
  });
});

describe('sections', () => {
  test('come by how often they are wanted, and those that do nothing last and struck out', () => {
    const headers = labelsAt('[|');
    expect(headers.slice(0, 3)).toEqual(['dev', 'network', 'health']);
    expect(headers.at(-1)).toBe('service');
    expect(itemsAt('[|').find(({ label }) => label === 'service')?.deprecated).toBe(true);
    const statements = labelsAt('net = true\n|').filter((label) => label.startsWith('['));
    expect(statements.slice(0, 3)).toEqual(['[dev]', '[network]', '[health]']);
    const plain = statements.filter((label) => !label.endsWith('…'));
    expect(statements.slice(0, plain.length)).toEqual(plain);
  });
});

describe('hosts', () => {
  test('are first those that init asks for, each once', () => {
    const text = (init: string) =>
      `image = "python:3.12"\n[dev]\ninit = [${init}]\n[network]\nallow_hosts = ["|"]`;
    const hosts = labelsAt(text('"apt-get update && apt-get install -y git", "pip install x"'));
    expect(hosts.slice(0, 5)).toEqual(
      ['deb.debian.org', 'pypi.org', 'files.pythonhosted.org', 'docker.io', 'docker.com'], // prettier-ignore
    );
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(labelsAt(text('"echo hi"'))[0]).toBe('docker.io');
  });
});
