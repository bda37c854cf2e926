import { NEWEST_RELEASE, parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { resolve, type ResolveOptions } from '../../packages/core/src/resolve/index.ts';
import { host } from '../conformance/vectors.ts';
import { BEYOND } from '../harness/releases.ts';
import { environment, normalised } from './recorded.ts';

type Command = ResolveOptions['command'];

function outcome(
  toml: string,
  command: Command,
  flags = '',
  smolvm = '1.2.0',
): Record<string, unknown> | string {
  const resolution = resolve(parseSmolfile(toml), {
    command,
    smolvm,
    flags,
    assumed: ['output'],
    host,
    environment,
    showValues: true,
  });
  if (!resolution.accepted) return `${resolution.error.stage} ${resolution.error.code}`;
  return normalised(resolution) as Record<string, unknown>;
}

/** A line break where the table has a semicolon. */
const lines = (text: string): string => text.replaceAll('; ', '\n');

describe('the merge table of the facts (13)', () => {
  test.for<readonly [toml: string, command: Command, flags: string, result: object]>([
    [
      'ports=["80:80"]; volumes=["./src:/a"]; init=["top"]; [dev]; ports=["81:81"]; volumes=["./app:/b"]; init=["dev"]',
      'create',
      '-p 82 -v "./sub dir:/c" --init cli',
      {
        ports: [
          [81, 81],
          [82, 82],
        ],
        volumes: [
          ['./app', '/b', false],
          ['./sub dir', '/c', false],
        ],
        init: ['dev', 'cli'],
        net: false,
      },
    ],
    ['ports=["80:80"]; [dev]; ports=[]', 'create', '', { ports: [[80, 80]] }],
    ['cpus=2; memory=512', 'create', '--cpus 4 --mem 8192', { cpus: 2, memory: 512 }],
    ['cpus=2; memory=512', 'create', '--cpus 3 --mem 1024', { cpus: 3, memory: 1024 }],
    [
      'env=[" A=1 ","B","=x","","C= 2 ","A=3"]; [dev]; env=["A=4"]',
      'create',
      '-e " D=5 " -e Z',
      {
        env: [
          ['A', '1'],
          ['C', ' 2'],
          ['A', '3'],
          ['A', '4'],
          ['D', '5'],
        ],
      },
    ],
    ['entrypoint=["e"]; cmd=["c"]', 'create', '-- x y', { entrypoint: ['e'], cmd: ['x', 'y'] }],
    ['entrypoint=["e"]; cmd=["c"]; image="alpine"', 'run', '-- x y', { entrypoint: ['e'], cmd: ['x', 'y'] }],
    [
      'net=false; [network]; allow_cidrs=["10.0.0.0/8"]',
      'create',
      '',
      { net: true, allow_cidrs: ['10.0.0.0/8'] },
    ],
    [
      '[network]; allow_cidrs=["10.1.2.3/8","2001:db8::1/32","::1"]',
      'create',
      '--allow-cidr 9.9.9.9 --outbound-localhost-only',
      { allow_cidrs: ['10.1.2.3/8', '2001:db8::1/32', '::1/128', '9.9.9.9/32', '127.0.0.0/8', '::1/128'] },
    ],
    ['workdir="/w"; [dev]; workdir="/d"', 'create', '', { workdir: '/d' }],
    ['workdir="/w"; [dev]; workdir="/d"', 'create', '-w /cli', { workdir: '/cli' }],
    ['[secrets]; X={}', 'create', '--secret-env X=B', { secrets: { X: { from_env: 'B' } } }],
    ['gpu_vram=0; cmd=["x"]', 'run', '', { gpu_vram: 0 }],
    [
      'image="a"; entrypoint=["e"]; [artifact]; cpus=2; [pack]; memory=99; oci_platform="x"',
      'pack',
      '',
      { cpus: 2, memory: 8192, oci_platform: null },
    ],
    [
      'image="a"; net=false; workdir="/w"; env=[" A=1 ","B"]; [dev]; env=["D=1"]; workdir="/d"; [network]; allow_cidrs=["garbage"]; [restart]; policy="zzz"',
      'pack',
      '',
      { env: ['A=1', 'B'], workdir: '/w', net: true },
    ],
    [
      'image="a"; entrypoint=["e","f"]; cmd=["c"]; [artifact]; cmd=["d"]; entrypoint=[]',
      'pack',
      '--entrypoint "x y"',
      { entrypoint: ['x y'], cmd: ['d'] },
    ],
    ['cpus=0; memory=1; image=""', 'pack', '', { cpus: 0, memory: 1, image: '' }],
  ])('%s / %s %s', ([toml, command, flags, result]) => {
    expect(outcome(lines(toml), command, flags)).toMatchObject(result);
  });

  test('hosts are kept as they are written, and nothing is resolved', () => {
    const result = outcome('[network]\nallow_hosts=["a.org:443","*.x.org","1.2.3.4"]', 'create');
    expect(result).toMatchObject({
      net: true,
      allow_cidrs: [],
      allow_hosts: ['a.org:443', '*.x.org', '1.2.3.4'],
    });
  });

  test('create refuses what run takes', () => {
    expect(outcome('gpu_vram=0', 'create')).toBe('config gpu-vram-zero');
  });

  test('auto_graph rewrites the environment', () => {
    const toml = 'auto_graph=true\nenv=["TORCHINDUCTOR_CUDAGRAPHS=0","A=1"]';
    const env = [
      ['A', '1'],
      ['SMOLVM_CUDA_AUTO_GRAPH', '1'],
      ['TORCHINDUCTOR_CUDAGRAPHS', '1'],
    ];
    expect(outcome(toml, 'create', '', '1.9.3')).toMatchObject({ env, cuda: true });
    const byFlag = outcome('env=["TORCHINDUCTOR_CUDAGRAPHS=0","A=1"]', 'create', '--auto-graph', '1.9.3');
    expect(byFlag).toMatchObject({ env, cuda: true });
  });

  test('a packed machine keeps its image', () => {
    expect(outcome('image="a"\ncpus=2', 'pack', '--from-vm dev')).toMatchObject({ image: null, cpus: 2 });
  });

  test('an image to pull needs a network since 1.7.3', () => {
    expect(outcome('image="alpine"', 'create', '', '1.9.3')).toBe('config image-without-network');
    expect(outcome('image="alpine"', 'create', '-p 80', '1.9.3')).toMatchObject({ net: false });
    expect(outcome('image="alpine"', 'create', '', '1.7.2')).toMatchObject({ net: false });
  });
});

describe('beyond the recorded versions (facts 3.4, 14)', () => {
  test('a flag that equals the default wins', () => {
    expect(outcome('cpus=2\nmemory=512', 'create', '--cpus 4 --mem 8192', BEYOND.version)).toMatchObject({
      cpus: 4,
      memory: 8192,
    });
  });

  test('the new keys are merged like the others', () => {
    const toml = 'user="a"\nnet_backend="tsi"\nstop_on_exit=true\n[dev]\nuser="b"';
    expect(outcome(toml, 'create', '', BEYOND.version)).toMatchObject({
      user: 'b',
      net_backend: 'tsi',
      stop_on_exit: true,
    });
    expect(outcome(toml, 'create', '--user c', BEYOND.version)).toMatchObject({ user: 'c' });
    expect(outcome('', 'create', '', BEYOND.version)).not.toHaveProperty('user');
  });

  test('[branch] is [fork]', () => {
    const toml = 'cuda=true\n[branch]\npool_size=2\n';
    expect(outcome(toml, 'create', '', BEYOND.version)).toMatchObject({ forkable: true, fork_pool_size: 2 });
  });

  test('ranges of ports are expanded one to one, and volumes may be staged', () => {
    const toml = 'ports=["5000-5001:80-81"]\nvolumes=["./src:/a:staged"]';
    expect(outcome(toml, 'create', '-p 6000-6001', BEYOND.version)).toMatchObject({
      ports: [
        [5000, 80],
        [5001, 81],
        [6000, 6000],
        [6001, 6001],
      ],
      volumes: [],
      staged_volumes: [['/work/src', '/a']],
    });
    expect(outcome('', 'create', '-p 6000-6001')).toBe('args invalid-flag-value');
  });

  test('--dns turns the network on, --network does not', () => {
    expect(outcome('', 'create', '--dns 1.1.1.1', '1.9.3')).toMatchObject({ net: true });
    expect(outcome('', 'create', '--network n', '1.9.3')).toMatchObject({ net: false });
  });

  test('--allow-host joins both lists; of a name only DNS knows the addresses', () => {
    expect(outcome('', 'create', '--allow-host a.org --allow-host 1.2.3.4')).toMatchObject({
      net: true,
      allow_hosts: ['a.org', '1.2.3.4'],
      allow_cidrs: [{ fromDns: 'a.org' }, '1.2.3.4/32'],
    });
  });
});

describe('the host', () => {
  test('without it, paths stay as they are written and nothing is missing', () => {
    const resolution = resolve(parseSmolfile('volumes=["./nowhere:/x"]\nenv=["A"]'), { command: 'create' });
    expect(resolution).toMatchObject({
      accepted: true,
      config: { volumes: [['./nowhere', '/x', false]], env: [['A', { fromHost: 'A' }]] },
    });
  });

  test('with it, what is not there refuses the call', () => {
    expect(outcome('volumes=["./nowhere:/x"]', 'create')).toBe('config volume-source-missing');
  });
});

describe('refusals', () => {
  test.for<readonly [toml: string, flags: string, error: string]>([
    ['imge="x"\nports=["x"]', '--bogus', 'args unknown-flag'],
    ['ports=["x"]\nimge="x"', '', 'parse unknown-key'],
    ['cpus=\nimge="x"', '', 'parse missing-value'],
    ['ports=["x"]', '', 'config port-invalid'],
    ['ports=["80"]', '-p 80:81', 'config port-duplicate-host'],
  ])('%j %s: %s', ([toml, flags, error]) => {
    expect(outcome(toml, 'create', flags)).toBe(error);
  });

  test('the error is one of the diagnostics, and says where it stands', () => {
    const resolution = resolve(parseSmolfile('cpus=2'), { command: 'create', flags: '--net --cpus x' });
    if (resolution.accepted) throw new Error('accepted');
    expect(resolution.diagnostics).toContain(resolution.error);
    expect(resolution.error).toMatchObject({ source: 'flags', stage: 'args', range: { start: 13, end: 14 } });
    expect(resolution).not.toHaveProperty('config');
  });

  test('the version of the file holds, unless another is asked for', () => {
    const document = parseSmolfile('# smolfile: smolvm = "1.2.0"\n');
    expect(resolve(document, { command: 'create' }).smolvm).toBe('1.2.0');
    expect(resolve(document, { command: 'create', smolvm: '1.5.0' }).smolvm).toBe('1.5.0');
    expect(resolve(parseSmolfile(''), { command: 'create' }).smolvm).toBe(NEWEST_RELEASE.version);
    expect(resolve(document, { command: 'create', flags: '--cuda' })).toMatchObject({
      error: { code: 'flag-needs-newer-smolvm' },
    });
  });
});
