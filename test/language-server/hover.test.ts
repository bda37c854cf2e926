import { hostWith, lint, NEWEST_RELEASE, parseSmolfile, schemaFor, type KeySchema } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { hover } from '../../packages/language-server/src/features/hover/index.ts';
import type { Target } from '../../packages/language-server/src/features/target.ts';
import { PINNED_VERSION } from '../harness/releases.ts';
import { marked } from './harness/marked.ts';

const HOST: Target = {
  host: hostWith({ '/work/src': 'directory', '/work/notes': 'file', '/run/token': 'file' }),
  variables: () => ['HOME', 'API_TOKEN'],
};

function hoverAt(source: string, target: Target = {}) {
  const { text, range } = marked(source);
  const found = hover(parseSmolfile(text), range.start, { installed: PINNED_VERSION, ...target });
  return found && { about: text.slice(found.range.start, found.range.end), markdown: found.markdown };
}

function* keysOf({ children = [] }: KeySchema): Generator<string> {
  for (const child of children) {
    if (!child.path.includes('[]')) yield child.path;
    yield* keysOf(child);
  }
}

/** The first paragraph: what the place itself is. */
function saidOf(source: string, target: Target = {}): string | undefined {
  return hoverAt(source, target)?.markdown.split('\n\n')[0];
}

describe('a key', () => {
  test('says what it is, in whatever spelling', () => {
    expect(saidOf('mem|ory = 512')).toBe(
      '**`memory`** — integer, 0 to 4294967295, in MiB, since smolvm 1.2.0 or earlier',
    );
    const dev = '**`dev.ports`** — list of strings, since smolvm 1.2.0 or earlier';
    expect(saidOf('[dev]\npo|rts = []')).toBe(dev);
    expect(saidOf('dev.por|ts = []')).toBe(dev);
    expect(saidOf('dev = { "por|ts" = [] }')).toBe(dev);
    expect(saidOf('de|v.ports = []')).toMatch(/^\*\*`dev`\*\* — table/);
    expect(saidOf('[d|ev]')).toMatch(/^\*\*`dev`\*\* — table/);
    expect(saidOf('[secrets.TO|KEN]')).toMatch(/^\*\*`secrets.TOKEN`\*\*/);
    expect(saidOf('[[network.credentials]]\nna|me = ""')).toMatch(/^\*\*`network.credentials.name`\*\*/);
  });

  test('is what it is about', () => {
    expect(hoverAt('[dev]\npo|rts = []')?.about).toBe('ports');
    expect(hoverAt('[dev|]')?.about).toBe('dev');
  });

  test('says what one wants to know at a glance, and where the rest is', () => {
    const { markdown } = hoverAt('cp|us = 2')!;
    expect(markdown).toContain('- **Default**: `4`');
    expect(markdown).toContain('- **Flag**: `--cpus N` (create, run, pack)');
    expect(markdown).toContain('**Trap**: up to');
    expect(markdown).toMatch(/\[More about `cpus`\]\(https:.*REFERENCE\.md#cpus\)$/);
    expect(hoverAt('mem|ory = 512')!.markdown).toContain('- **Default**: 8192 MiB (8 GiB)');
    expect(hoverAt('dev.po|rts = []')!.markdown).toMatch(/REFERENCE\.md#devports\)$/);
    expect(hoverAt('[ser|vice]')!.markdown).toContain('- **create, run, pack**: ignores it');
  });

  test('says first what it comes to in this file, and which commands refuse that', () => {
    const said = hoverAt('cmd = ["x"]\ncp|us = 2')!.markdown.split('\n');
    expect(said.slice(2, 5)).toEqual([
      '- **create, run with this file**: `2` (cpus, line 2)',
      '- **pack with this file**: refused',
      '- **Default**: `4`',
    ]);
    expect(hoverAt('cpus = 2\nmem|ory = 1')!.markdown).not.toContain('create with this file');
  });

  test('takes ten lines at most, whichever it is', () => {
    const paths = Array.from(keysOf(schemaFor(NEWEST_RELEASE)));
    expect(paths.length).toBeGreaterThan(60);
    for (const path of paths) {
      const text = `${path.replaceAll('*', 'X')} = 1`;
      const found = hover(parseSmolfile(text), text.length - 5, { smolvm: NEWEST_RELEASE.version });
      const lines = found?.markdown.split('\n').filter((line) => line !== '') ?? [];
      expect(lines.length, `${path}\n${found?.markdown}`).toBeLessThanOrEqual(10);
    }
  });

  test('that the version does not have says so', () => {
    const { markdown } = hoverAt('# smolfile: smolvm = "1.2.0"\ndocker_so|cket = true')!;
    expect(markdown).toContain('since smolvm 1.6.0');
    expect(markdown).toContain('**smolvm 1.2.0, which this file is for, does not know this key');
    expect(hoverAt('docker_so|cket = true')!.markdown).not.toContain('does not know');
  });

  test.each(['imge| = 1', 'image |= 1', '|\nimage = 1', '# no|te', '[dev] # no|te', 'image.x| = 1'])(
    'that is none says nothing: %j',
    (source) => {
      expect(hoverAt(source)).toBeUndefined();
    },
  );
});

describe('a value', () => {
  test.each([
    ['memory = 15|36', '1536 MiB = **1.5 GiB**'],
    ['memory = 51|2', '**512 MiB**'],
    ['storage = 20|48', '2048 GiB = **2 TiB**'],
    [
      '[dev]\nports = ["8080|:80"]',
      'Port **8080** of the host (loopback only) leads to port **80** of the guest, over TCP.',
    ],
    [
      'ports = ["30|00"]',
      'Port **3000** of the host (loopback only) leads to port **3000** of the guest, over TCP.',
    ],
    ['health.interval = "9|0s"', '**1 minute 30 seconds** (90 seconds)'],
    ['health.interval = "5|s"', '**5 seconds**'],
    [
      'health.interval = "1|d"',
      '**smolvm ignores this**, silently: `1d` is in days or weeks. The default counts, `"5s"`. Write whole seconds, minutes or hours: `30s`, `5m`, `2h`.',
    ],
    ['network.allow_cidrs = ["10.0.0.0|/8"]', '16,777,216 addresses: **10.0.0.0** to **10.255.255.255**.'],
    [
      'network.allow_cidrs = ["10.1|.2.3/8"]',
      '16,777,216 addresses: **10.0.0.0** to **10.255.255.255**. The network itself is `10.0.0.0/8`; the extra bits make no difference.',
    ],
    ['network.allow_cidrs = ["1.1|.1.1"]', 'One IPv4 address: **1.1.1.1**'],
    [
      'network.allow_cidrs = ["fd0|0::/8"]',
      '2^120 addresses: **fd00::** to **fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff**.',
    ],
    ['network.allow_hosts = ["pypi|.org"]', 'Matches `pypi.org` and every name below it, on any port.'],
    [
      'network.allow_hosts = ["*.pypi|.org"]',
      '**Never matches**: smolvm takes it for a name, letter by letter. Write `pypi.org`.',
    ],
    [
      'network.allow_host_patterns = ["pypi|.org"]',
      'Matches `pypi.org` alone, without the names below it, on any port.',
    ],
    [
      'network.allow_host_patterns = ["*.PyPI|.org"]',
      'Matches every name below `pypi.org`, without `pypi.org` itself, on any port.',
    ],
    [
      'network.allow_udp = ["192.0.2.|0/31:53-60"]',
      'UDP to the ports **53** to **60** of **192.0.2.0** to **192.0.2.1**.',
    ],
    ['network.allow_udp = ["1.1.1|.1"]', 'UDP to any port of **1.1.1.1**.'],
    [
      'secrets.A = { from_keychain = "post|gres/app" }',
      'The item of the service `postgres` of the account `app` in the keychain of this host, read at each start.',
    ],
    [
      'image = "pyth|on:3.12"',
      '`library/python`, tag `3.12`, from `docker.io` (Docker Hub). Pulling it needs `docker.io` and `docker.com`.',
    ],
    [
      'image = "ghcr.io|/a/b@sha256:00"',
      '`a/b`, digest `sha256:00`, from `ghcr.io`. Pulling it needs `ghcr.io` and `githubusercontent.com`.',
    ],
    ['image = "./x|.tar"', 'A local archive of the host; only `machine run` takes it from a Smolfile.'],
    ['env = ["A|=1"]', 'Sets `A` for init commands and the workload.'],
    ['env = ["=|1"]', 'smolvm silently drops this entry: it has no name.'],
  ])('%s', (source, expected) => {
    expect(saidOf(source)).toBe(expected);
  });

  test.each([
    ['env = ["HO|ME"]', 'Without `=`, `HOME` gets the value that it has on the host, where it is set.'],
    ['env = ["NO|PE"]', 'Without `=`, `NOPE` gets the value that it has on the host, where it is not set.'],
    [
      'secrets.X.from_env = "API_TO|KEN"',
      "The variable `API_TOKEN` of the host, where it is set. The machine's record has the name only.",
    ],
    [
      'secrets.X.from_file = "/run/to|ken"',
      'The file `/run/token` of the host, which exists. It is read when the machine starts.',
    ],
    [
      'dev.volumes = ["./src|:/app:ro"]',
      "The guest sees the host's `./src` (`/work/src`) at `/app`, which it can only read.",
    ],
    [
      'dev.volumes = ["./no|ne:/app"]',
      "The guest sees the host's `./none`, which does not exist, at `/app`, where it can read and write.",
    ],
    [
      'dev.volumes = ["./no|tes:/app"]',
      "The guest sees the host's `./notes` (`/work/notes`), which is a file, at `/app`, where it can read and write.",
    ],
    [
      'image = "./none|.tar"',
      'A local archive of the host, which does not exist; only `machine run` takes it from a Smolfile.',
    ],
  ])('of the host: %s', (source, expected) => {
    expect(saidOf(source, HOST)).toBe(expected);
  });

  test('is followed by its key in one line', () => {
    expect(hoverAt('memory = 5|12')?.markdown.split('\n\n')[1]).toMatch(/^`memory`: Memory of the machine/);
    expect(saidOf('net = tr|ue')).toMatch(/^`net`: /);
  });

  test('that is broken or of another type is left alone', () => {
    expect(saidOf('memory = -|5')).toMatch(/^`memory`/);
    expect(saidOf('memory = "5|"')).toMatch(/^`memory`/);
    expect(saidOf('ports = [80|80]')).toMatch(/^`ports`/);
    expect(saidOf('ports = ["no|ne"]')).toMatch(/^`ports`/);
    expect(hoverAt('ports = [ |]')).toBeUndefined();
  });
});

describe('what is wrong', () => {
  const hoverOf = (source: string): string | undefined => {
    const { text, range } = marked(source);
    const document = parseSmolfile(text);
    return hover(document, range.start, {}, lint(document).diagnostics)?.markdown;
  };

  test('is said first, with what to do and why, and then what the place is', () => {
    const [title, why, rule, ...rest] = hoverOf('memory = "2|g"')!.split('\n\n');
    expect(title).toMatch(
      /^\[`type-mismatch`\]\(https:.*\/rules\/type-mismatch\) `memory` is in MiB\. Write `2048`\.$/,
    );
    expect(why).toMatch(/^smolvm converts nothing/);
    expect(rule).toBe('---');
    expect(rest[0]).toMatch(/^`memory`: /);
  });

  test('is said where nothing else is known, and nowhere else', () => {
    expect(hoverOf('im|ge = "a"')).toMatch(/^\[`unknown-key`\].* Did you mean `image`\?/);
    expect(hoverOf('net = ye|s')).toContain('`invalid-boolean`');
    expect(hoverOf('imge = "a"\ncp|us = 2')).not.toContain('unknown-key');
  });
});

describe('a comment', () => {
  test('that pins a version says so', () => {
    expect(saidOf('# smolfile: smol|vm = "1.2.0"')).toContain('**smolvm 1.2.0**');
    expect(saidOf('# smolfile: smol|vm = "7"')).toContain('`7` is no version of smolvm that is known');
  });

  test('that silences a finding explains it', () => {
    const source = 'imge = 1 # smolfile-ignore type-mismatch, unknown|-key: kept';
    expect(hoverAt(source)?.about).toBe('unknown-key');
    expect(saidOf(source)).toBe('**`unknown-key`** — error');
    expect(hoverAt('# smolfile-ignore no-such|-code')).toBeUndefined();
  });
});

describe('the pin of a version', () => {
  test.each([
    [
      '# smolfile: smolvm = "1.|2.0"\ncpus = 2\ndocker_socket = true\n',
      [`create: 1.6.0 to ${NEWEST_RELEASE.version}; otherwise`, '`docker_socket`'],
    ],
    [
      '# smolfile: smolvm = ">=1.|4"\ncpus = 2\ncmd = ["x"]\n',
      [`create: 1.2.0 to ${NEWEST_RELEASE.version}`],
    ],
  ])('says which releases accept the file: %j', (source, parts) => {
    const said = hoverAt(source)?.markdown;
    for (const part of parts) expect(said).toContain(part);
  });
});
