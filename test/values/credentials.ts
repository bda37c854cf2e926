/** What no name is needed for. */
export const RANDOM = 'q7Zt2Lx9Vb4Kd8Rm1Ws6Yp3Nf5Hj';
/** A digest, which only a name tells from a key. */
export const HEX = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b';

/** Variables that hold a credential beyond doubt, with the part that is one where it is not the whole value. */
export const CREDENTIALS: readonly (readonly [key: string, value: string, secret?: string])[] = [
  ['API_TOKEN', '4f9d0c2ab8e1'],
  ['DB_PASSWORD', 'postgres'],
  ['PGPASSWORD', '123456'],
  ['MYSQL_ROOT_PASS', 'hunter2'],
  ['DB_PWD', 'hunter2'],
  ['dbPassword', 'hunter2'],
  ['JWT_SECRET', 'correct horse battery staple'],
  ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMIabcdefghijkl0123'],
  ['STRIPE_API_KEY', 'abc'],
  ['SECRET_KEY_BASE', HEX],
  ['OPENAI_KEY', 'a1b2c3d4e5f6a7b8c9d0'],
  ['SSH_PRIVATE_KEY', '-----BEGIN OPENSSH PRIVATE KEY-----\nabc'],
  // by the shape, whatever the name
  ['CI', 'ghp_0123456789abcdefghijABCDEFGHIJ012345'],
  ['CI', 'glpat-0123456789abcdefghij'],
  ['CI', 'AKIAIOSFODNN7ABCDEFG'],
  ['CI', 'xoxb-1234567890-abcdef'],
  ['CI', 'sk-ant-api03-0123456789abcdef'],
  ['HOOK', 'https://hooks.slack.com/services/T0000/B0000/abcdefgh', 'abcdefgh'],
  ['ID', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc'],
  ['DATABASE_URL', 'postgres://app:hunter2@db:5432/app', 'hunter2'],
  ['REDIS_URL', 'redis://:hunter2@cache', 'hunter2'],
  ['DSN', 'Server=db;User=sa;Password=hunter2;', 'hunter2'],
  ['ANYTHING', RANDOM],
  ['QUOTED_PASSWORD', '"hunter2"'],
  ['HOOK', 'https://discord.com/api/webhooks/123456/abcdef-ghi', 'abcdef-ghi'],
  ['HOOK', 'https://hooks.slack.com/triggers/T0000/12345/abcdefgh', 'abcdefgh'],
  ['CI', 'hvs.0123456789abcdefghijkl'],
  ['SENDGRID', 'SG.0123456789abcdef.0123456789abcdef'],
  ['DSN', '"password=hun,ter2"', 'hun,ter2'],
  ['DATABASE_URL', "postgres://app:hun'ter2@db/app", "hun'ter2"],
  ['DATABASE_URL', 'postgres://app:hun@ter2@db/app', 'hun@ter2'],
  ['DB_PASSWORD', '$!hunter2'],
];
