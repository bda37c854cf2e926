import { describe, expect, test } from 'vitest';
import { tokenShapes } from '../../packages/core/src/grammars/credential-shapes.ts';
import { looksLikeCredential } from '../../packages/core/src/grammars/credential.ts';
import { CREDENTIALS, HEX, RANDOM } from './credentials.ts';

describe('what is a credential', () => {
  test.for(CREDENTIALS)('%s=%s', ([key, value]) => {
    expect(looksLikeCredential(key, value)).toBe(true);
  });
});

test.for(tokenShapes(1))('there is a token of the shape %s among them', (shape) => {
  expect(CREDENTIALS.filter(([, value]) => new RegExp(shape).test(value))).not.toEqual([]);
});

describe('what is none', () => {
  test.each([
    ['PATH', '/usr/local/cargo/bin:/usr/local/go/bin:/usr/bin'],
    ['PWD', '/workspace'],
    ['OLDPWD', 'x'],
    ['TOKEN_FILE', '/run/secrets/token'],
    ['DB_PASSWORD', '/run/secrets/db'],
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', '${DB_PASSWORD}'],
    ['DB_PASSWORD', '$DB_PASSWORD'],
    ['DB_PASSWORD', '<password>'],
    ['API_TOKEN', 'your-token-here'],
    ['API_TOKEN', 'xxxxxxxx'],
    ['API_TOKEN', 'changeme'],
    ['MAX_TOKENS', '4096'],
    ['TOKEN_TTL', '3600'],
    ['SECRET_NAME', 'app-secret'],
    ['USE_TOKEN', 'true'],
    ['CACHE_KEY', 'v1'],
    ['PRIMARY_KEY', 'id'],
    ['PUBLIC_KEY', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA'],
    ['NEXT_PUBLIC_API_KEY', RANDOM],
    ['TOKEN_ENDPOINT', 'https://auth.example.com/token'],
    ['API_SECRET', 'op://vault/item/field'],
    ['API_SECRET', 'arn:aws:secretsmanager:eu-west-1:1:secret:x'],
    ['DATABASE_URL', 'postgres://db:5432/app'],
    ['DATABASE_URL', 'postgres://app:${PASSWORD}@db/app'],
    ['HOMEPAGE', 'https://example.com/a?b=c'],
    ['GIT_COMMIT', HEX],
    ['IMAGE_DIGEST', `sha256:${HEX}`],
    ['BUILD_ID', RANDOM],
    ['SESSION', '123e4567-e89b-12d3-a456-426614174000'],
    ['VK_ICD_FILENAMES', '/usr/share/vulkan/icd.d/virtio_icd.x86_64.json'],
    ['CLASS_NAME', 'OrgSpringframeworkBootLoaderV2JarLauncher3'],
    ['RUSTFLAGS', '-C target-cpu=native -C link-arg=-fuse-ld=lld'],
    ['LS_COLORS', 'rs=0:di=01;34:ln=01;36:mh=00:pi=40;33'],
    ['LANG', 'en_US.UTF-8'],
    ['COMPASS', 'north'],
    ['KEYBOARD', 'us'],
  ])('%s=%s', (key, value) => {
    expect(looksLikeCredential(key, value)).toBe(false);
  });
});

// no time is asserted: what is not linear here runs into the runner's limit
test('long values are answered', () => {
  for (const unit of ['a', 'a:', '://', 'a@', '-----BEGIN ', 'A1b', 'eyJa.', ' password=']) {
    expect(looksLikeCredential(unit.repeat(20_000), unit.repeat(200_000))).toBeTypeOf('boolean');
  }
});
