import { parseSmolfile } from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commandLineOf,
  diffResolutions,
  explainValue,
  MASK,
  maskedCallText,
  resolve,
  tomlOf,
  valueNames,
  type Resolution,
} from '../../packages/core/src/resolve/index.ts';
import { isCredentialName, isRandom } from '../../packages/core/src/resolve/credentials.ts';
import { redactionFor } from '../../packages/core/src/resolve/redact.ts';
import { vectors } from '../conformance/vectors.ts';
import { resolveVector } from './recorded.ts';

const redaction = redactionFor({ masked: true });

describe('names', () => {
  test.for(
    `PASSWORD DB_PASSWORD dbPassword MYSQL_ROOT_PASSWORD PGPASSWORD POSTGRES_PASS API_KEY APIKEY OPENAI_API_KEY
     SECRET SECRET_KEY_BASE AWS_SECRET_ACCESS_KEY GITHUB_TOKEN TOKEN NPM_AUTH_TOKEN auth-token GH_PAT JWT
     SESSION_COOKIE SSH_PRIVATE_KEY DB_PWD CREDENTIALS`.split(/\s+/),
  )('%s is a credential', (name) => {
    expect(isCredentialName(name)).toBe(true);
  });

  test.for(
    `PATH HOME PWD PORT DEBUG PASSWORD_FILE TOKEN_URL API_KEY_ID SECRET_NAME KEYBOARD MONKEY_MODE PUBLIC_KEY
     SSH_AUTH_SOCK TOKEN_TTL MAX_TOKENS_LIMIT AUTHOR PASSENGERS DATABASE_URL KEY_PATH COMPASS secret-env`.split(
      /\s+/,
    ),
  )('%s is none', (name) => {
    expect(isCredentialName(name)).toBe(false);
  });
});

describe('texts', () => {
  test.for<readonly [text: string, shown: string]>([
    ['postgres://app:hunter2@db/prod', `postgres://app:${MASK}@db/prod`],
    ['redis://:p@ss@cache', `redis://:${MASK}@cache`],
    ['git clone https://x:ghp_0123456789abcdef@github.com/a/b', `git clone https://x:${MASK}@github.com/a/b`],
    ['curl -H "Authorization: Bearer abcdef123456" x', `curl -H "Authorization: Bearer ${MASK}" x`],
    ['curl -u me:hunter2 https://x', `curl -u me:${MASK} https://x`],
    ['export TOKEN=abc && run', `export TOKEN=${MASK} && run`],
    ['Authorization: token S3cretPw9', `Authorization: token ${MASK}`],
    ['curl -H "Authorization: S3cretPw9" x', `curl -H "Authorization: ${MASK}" x`],
    ['{"password":"S3cretPw9","a":1}', `{"password":${MASK},"a":1}`],
    [String.raw`echo "{\"password\":\"S3cretPw9\"}"`, String.raw`echo "{\"password\":${MASK}}"`],
    ['git clone https://S3cretPw9@github.com/a/b', `git clone https://${MASK}@github.com/a/b`],
    ['postgres://app:S3cret/Pw9@db:5432/app', `postgres://app:${MASK}@db:5432/app`],
    ['mysql -h db -pS3cretPw9 app', `mysql -h db -p${MASK} app`],
    ['mysqldump -pS3cretPw9', `mysqldump -p${MASK}`],
    ['curl --user bob:S3cretPw9 x', `curl --user bob:${MASK} x`],
    ['docker login -u bob -p S3cretPw9', `docker login -u bob -p ${MASK}`],
    ['redis-cli -a S3cretPw9 ping', `redis-cli -a ${MASK} ping`],
    ['sshpass -p S3cretPw9 ssh x', `sshpass -p ${MASK} ssh x`],
    ['http --header=X-API-Key:S3cretPw9 x', `http --header=X-API-Key:${MASK} x`],
    ['aws configure set x wJalrXUtnFEMI/K7MDENG/bPxRfiCYzz12345678', `aws configure set x ${MASK}`],
    ['datadog 0123456789abcdef0123456789abcd12 x', `datadog ${MASK} x`],
    ['export PASSWORD=$ecret99', `export PASSWORD=${MASK}`],
    ['export PASSWORD=${x}real', `export PASSWORD=${MASK}`],
    ['export PASSWORD=${X:-hunter2}', `export PASSWORD=${MASK}`],
    ['login --password hunter2 --user me', `login --password ${MASK} --user me`],
    [`login --password='a b' x`, `login --password=${MASK} x`],
    ['{"token": "abc"}', `{"token": ${MASK}}`],
    ['echo ghp_0123456789abcdef', `echo ${MASK}`],
    ['use sk-proj-0123456789abcdef', `use ${MASK}`],
    ['AKIAIOSFODNN7EXAMPLE', MASK],
    ['xoxb-123456789012-abcdef', MASK],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', MASK],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', MASK],
  ])('%j', ([text, shown]) => {
    expect(redaction.text(text)).toBe(shown);
  });

  test.for([
    'https://example.com/a?b=c',
    'ssh://git@github.com/a/b',
    '/usr/local/bin:/usr/bin',
    './src:/app:ro',
    'ghcr.io/acme/api@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    'python -m pip install -r requirements.txt',
    'the password is not here',
    'apk add --no-cache git',
    'export TOKEN=$HOST_TOKEN',
    'export TOKEN="${HOST_TOKEN}"',
    'git checkout 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
    'echo 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b9f86d081884c7d659a2feaa0 x | sha256sum -c',
    'integrity sha512-MV9b23bQeMQ7isAGTkoBZGVJv2mXQ8xN0eRZLJ0UB1Y2KMgyZ3n+YLqF7W/9ZzKd0Qv4GVoZvDYdrA==',
    'sort --key user_id x',
    'MAX_TOKENS=4096 SORT_KEY=name CACHE_KEY=build-2024-linux-x64 run',
    'git clone https://git@github.com/a/b',
    'curl https://registry:5000/a@1.2',
    'mkdir -p /data && mysql-wait',
    '--auth true',
    'chown -u 1000:1000 x',
    'PATH=/usr/bin:/bin make',
  ])('%j stays as it is', (text) => {
    expect(redaction.text(text)).toBe(text);
  });

  test.for<readonly [spec: string, shown: string]>([
    ['DB_PASSWORD=a b c', `DB_PASSWORD=${MASK}`],
    ['X=Zm9vYmFyYmF6MTIzNDU2Nzg5MGFiY2RlZg==', `X=${MASK}`],
    ['DATABASE_URL=postgres://u:p@h/d', `DATABASE_URL=postgres://u:${MASK}@h/d`],
    ['GIT_SHA=0123456789abcdef0123456789abcdef01234567', 'GIT_SHA=0123456789abcdef0123456789abcdef01234567'],
    ['MODE=production', 'MODE=production'],
    ['USE_TOKEN=true', 'USE_TOKEN=true'],
    ['API_KEY', 'API_KEY'],
    ['PATH=/usr/local/bin:/usr/bin', 'PATH=/usr/local/bin:/usr/bin'],
    ['SECRET=', 'SECRET='],
  ])('%j as a variable', ([spec, shown]) => {
    expect(redaction.envSpec(spec)).toBe(shown);
  });

  test('a word after a flag for a credential', () => {
    expect(redaction.words(['serve', '--token', 'abc', '--port', '80'])).toEqual([
      'serve',
      '--token',
      MASK,
      '--port',
      '80',
    ]);
  });

  test('identifiers are not random', () => {
    expect(isRandom('123e4567-e89b-12d3-a456-426614174000')).toBe(false);
    expect(isRandom('my-very-long-host-name-01')).toBe(false);
    expect(isRandom('0123456789abcdef0123456789abcdef')).toBe(true);
  });

  test('any text can be looked through', () => {
    const unit = fc.constantFrom(
      'token',
      'password',
      '=',
      ' ',
      '--',
      '"',
      "'",
      ':',
      '//',
      '@',
      'a',
      '\n',
      'ghp_',
    );
    fc.assert(fc.property(fc.string({ unit }), (text) => typeof redaction.text(text) === 'string'));
    for (const text of [
      'a'.repeat(200_000),
      'a-'.repeat(100_000),
      'a=a='.repeat(50_000),
      ' '.repeat(200_000),
      'a://'.repeat(50_000),
    ]) {
      expect(redaction.text(text)).toBe(text);
    }
  });
});

/** Every rendition of a resolution as one text. */
function everything(resolution: Resolution): string {
  const { call, ...rest } = resolution;
  const renditions = resolution.accepted
    ? [
        tomlOf(resolution),
        commandLineOf(resolution),
        valueNames(resolution).map((name) => explainValue(resolution, name)),
        diffResolutions(resolution, { ...resolution, config: {}, provenance: {} }),
      ]
    : [];
  return JSON.stringify([rest, renditions, maskedCallText(call)], (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

describe('a whole resolution', () => {
  const toml = [
    'image = "alpine"',
    'net = true',
    'entrypoint = ["serve", "--api-key", "hunter2-a"]',
    'env = ["DB_PASSWORD=hunter2-b", "URL=postgres://u:hunter2-c@h/d", " TOKEN = hunter2-d ", "=hunter2-e", "PLAIN=1"]',
    'init = ["login --password hunter2-f"]',
    '[secrets]',
    'X = { from_env = "ghp_hunter20123456789" }',
  ].join('\n');
  const flags = `-e 'API_KEY=hunter2-g x' -eSECRET=hunter2-h --secret-env DB_TOKEN=HOST_TOKEN --init 'PASSWORD="hunter2-i" x'`;

  test.for(['create', 'pack', 'run'] as const)('shows no credential in any rendition: %s', (command) => {
    const given = command === 'create' ? `${flags} -- x --token hunter2-j` : '';
    const resolution = resolve(parseSmolfile(toml), { command, flags: given, assumed: ['output'] });
    expect(resolution.accepted).toBe(true);
    // an entry without a name is dropped, and nothing says what it is
    expect(everything(resolution).replaceAll('=hunter2-e', '')).not.toContain('hunter2');
    expect(everything(resolution)).toContain('PLAIN=1');
    if (command === 'create') expect(everything(resolution)).toContain('DB_TOKEN=HOST_TOKEN');
  });

  test('shows them when asked to', () => {
    const resolution = resolve(parseSmolfile(toml), { command: 'create', flags, showValues: true });
    const { call: _call, ...rest } = resolution;
    for (const letter of 'abcdfghi') expect(JSON.stringify(rest)).toContain(`hunter2-${letter}`);
  });

  test('masks the flags in place', () => {
    const { call } = resolve(parseSmolfile(''), { command: 'create', flags });
    const text = maskedCallText(call);
    expect(text).not.toContain('hunter2');
    expect(text.length).toBe(call.text.length);
    expect(text).toContain('--secret-env DB_TOKEN=HOST_TOKEN');
  });

  test('refused flags show none either', () => {
    const refused = resolve(parseSmolfile(''), {
      command: 'create',
      flags: '-e PASSWORD=hunter2 --bogus=ghp_hunter20123456789',
    });
    expect(refused.accepted).toBe(false);
    expect(everything(refused)).not.toContain('hunter2');
  });
});

describe('everything recorded, on a host whose variables hold credentials', () => {
  const values = {
    PATH: '/opt/s3cr3t-p',
    HOST_TOKEN: 't0k3n-s3cr3t',
    HOST_DB_URL: 'postgres://u:s3cr3t@db',
    EMPTY: 's3cr3t-e',
  };
  // a map of the values: whoever reads more than the names would find them
  const environment = new Map(Object.entries(values));

  test('no rendition holds any of their content', () => {
    for (const vector of vectors) {
      const resolution = resolveVector(vector, vector.smolvm.at(-1)!, { environment, showValues: false });
      expect(everything(resolution), vector.id).not.toMatch(/s3cr3t|t0k3n/);
    }
  });
});
