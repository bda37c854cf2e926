/** So many of each grammar's values, the first ones, are plain. */
export const PLAIN = 3;

/**
 * Values by grammar: such as smolvm takes, and such as lie beside the edge. What keys and flags there are, and which
 * grammar each has, comes from the toolkit's vocabulary; so do further examples.
 */
export const SEEDS: Readonly<Record<string, readonly string[]>> = {
  'image-reference': [
    'alpine',
    'node:22',
    'ghcr.io/a/b:c',
    'a@sha256:0',
    './img.tar',
    './src',
    '',
    'localhost:5000/a',
  ],
  port: [
    '8080:80',
    '3000',
    '8443:443',
    '80:80',
    '8080',
    '0',
    '65535:1',
    '65536:1',
    '8000-8002:9000-9002',
    '53:53/udp',
    '1-100',
    '80:80/tcp',
  ],
  volume: [
    './src:/app',
    './data:/data:ro',
    './app:/srv:rw',
    'src:/app',
    './src:/app:staged',
    '/data',
    's3://b/p:/m',
    './file.txt:/f',
  ],
  env: [
    'A=1',
    'HOST_TOKEN',
    'B=2',
    'EMPTY',
    'UNSET',
    'A=',
    '=x',
    '',
    ' A = b ',
    'A=${B}',
    'A=1=2',
    'HOST_TOKEN=x',
  ],
  'env-name': ['HOST_TOKEN', 'E', 'UNSET', '', 'a b', '1A'],
  'absolute-path': ['/etc/hostname', 'rel', '', '/a', './x'],
  'guest-path': ['/w', 'w', '', '/', '/a/../b'],
  user: ['1000', '1000:1000', 'root', '', 'a b', '-1'],
  'net-backend': ['tsi', 'virtio-net', 'TSI', '', 'virtio'],
  'block-io': ['sync', 'async', 'Async', '', 'x'],
  'disk-durability': ['full', 'deferred', '', 'Full'],
  platform: ['linux/amd64', 'linux/arm64', 'x', ''],
  host: ['localhost', 'a.com', 'x.a.com', '*.a.com', '', 'A.com.', '1.2.3.4', 'https://x.org'],
  'host-pattern': ['a.com', '*.a.com', '*', 'A.Com.', '', 'a_b.com', '*.', '1.2.3.4', '**.a.com'],
  cidr: ['10.0.0.0/8', '1.2.3.4', '::1', '2001:db8::/32', '10.1.2.3/8', '1.2.3.4/33', '', 'a', ' 1.1.1.1'],
  'udp-allow': [
    '1.1.1.1',
    '1.1.1.1:53',
    '10.0.0.0/8:1-5',
    '[::1]:53',
    '::1:53',
    '1.1.1.1:0',
    '1.1.1.1:5-1',
    '',
  ],
  'http-method': ['GET', 'POST', 'get', '', 'X'],
  duration: ['10s', '1m30s', '5', '500ms', '0s', '', '-1s', '1.5h', '1h 2m', '18446744073709551615s'],
  'restart-policy': ['never', 'always', 'on-failure', 'unless-stopped', 'no', '', 'Always'],
  'stop-signal': ['SIGTERM', 'TERM', '15', 'SIGRTMIN+1', '', 'SIGX', '0', '65'],
  argv: ['sh', '-c', 'echo hi', '', '--', 'x'],
  'shell-command': ['echo a', '', ' ', 'apk add curl'],
  text: ['x', '', 'tcp', 'a b'],
  label: ['a=b', 'a', '=b', 'a=', ''],
  ipv4: ['1.1.1.1', '1.1.1', '::1', '', '256.1.1.1'],
  timeout: ['30s', '5', '1h', 'x', '', '0'],
  'byte-size': ['10GiB', '1', '0', 'x', '5M'],
  'machine-name': ['m', 'a b', '', '-x'],
  'secret-env': ['T=HOST_TOKEN', 'T', '=x', 'T=', 'T=UNSET'],
  'secret-file': ['F=/etc/hostname', 'F=rel', 'F', '=/x'],
  'secret-keychain': ['K=svc/acct', 'K=svc', 'K', '=x', 'K=/a'],
  credential: ['n=E@a.com', 'n=E@a.com,b.com', 'n=E', 'n=E@*.a.com', '=E@a.com', 'n=E@a.com:body'],
  'expose-socket': ['/run/x.sock', '/run/x.sock:./x.sock', ''],
  'mount-socket': ['./x.sock:/run/x.sock', '/x', ''],
  path: ['./none', 'file.txt', ''],
};

/** Words that no grammar has a list for. */
export const WORDS = ['x', '', 'a b', '1', '-', '--', './src', 'é', '"', "'", '\\', 'a=b', 'a:b', '/'];

/** Characters that grammars are sensitive to, for near misses. */
export const SENSITIVE = [...Array.from(' :/=,.-*@+_[]0x#%~$é\t'), '::', '..', '//', '\n'];

export const PLAIN_INTEGERS = ['1', '2', '4', '64', '512', '8192'];
export const INTEGERS = [
  ...PLAIN_INTEGERS,
  '0',
  '-1',
  '16',
  '255',
  '256',
  '65535',
  '4294967295',
  '4294967296',
];
export const LARGE_INTEGERS = [
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '0x10',
  '1_000',
];

/** Where a value of another type is wanted. */
export const WRONG = [
  'true',
  '1',
  '1.5',
  '"x"',
  '[]',
  '["x"]',
  '{}',
  '{ a = 1 }',
  '1979-05-27',
  '[[1]]',
  'nan',
  '[1]',
];
