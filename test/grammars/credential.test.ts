import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { TOKEN_SHAPES } from '../../packages/core/src/grammars/credential-shapes.ts';
import { looksLikeCredential } from '../../packages/core/src/grammars/credential.ts';
import { redactionFor } from '../../packages/core/src/resolve/redact.ts';
import { CREDENTIALS, HEX, RANDOM } from './credentials.ts';

describe('what is a credential', () => {
  test.for(CREDENTIALS)('%s=%s', ([key, value]) => {
    expect(looksLikeCredential(key, value)).toBe(true);
  });
});

describe.for(TOKEN_SHAPES)('$pattern', ({ pattern, source }) => {
  test('has a source', () => expect(source.length).toBeGreaterThan(5));

  test('is a credential under any name, and masked wherever it stands', () => {
    const value = tokenOf(pattern);
    const redaction = redactionFor({ masked: true });
    fc.assert(
      fc.property(value, (token) => {
        expect(looksLikeCredential('CI', token)).toBe(true);
        const secret = token.slice(-8);
        const shown = [
          redaction.envSpec(`CI=${token}`),
          redaction.envSpec(token),
          redaction.reference(token),
          redaction.text(`run --with ${token} now`),
          redaction.text(`a "${token}"`),
          ...redaction.words(['run', token]),
        ];
        for (const text of shown) expect(text).not.toContain(secret);
      }),
      { numRuns: 5 },
    );
  });
});

/** Any token of a shape: what looks around it is left to the text. */
function tokenOf(pattern: string): fc.Arbitrary<string> {
  const core = pattern
    .replaceAll(/\(\?<?[!=](?:[^()[\]]|\[[^\]]*\]|\\.)*\)/g, '')
    .replaceAll(String.raw`\b`, '')
    // no blanks and quotes: they end a word
    .replaceAll(String.raw`\S`, '[A-Za-z0-9]')
    .replaceAll(String.raw`(?:[^"'])*`, '[A-Za-z0-9]{20,}')
    .replaceAll(String.raw`\s{1,8}`, ' ');
  const before = pattern.includes('sig=') ? 'https://x/?sig=' : '';
  // every class has digits in it, and the end of a token is what is looked for
  const end = /[,*+]\}?$/.test(core) ? '01234567' : '';
  return fc
    .stringMatching(new RegExp(`^${core}$`))
    .map((token) => before + token + end)
    .filter((token) => new RegExp(pattern).test(token));
}

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
