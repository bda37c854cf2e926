/** A credential that a source has, or leads to, is referred to and never copied: not into a Smolfile, not into a report. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { importSource, type ImportOptions } from '@smolfile/core/import';
import { readerOf, type Files } from './harness.ts';

/** Nothing else in a source looks like it. */
const secret = fc
  .array(fc.constantFrom('q', 'z', 'w', 'x', 'v', 'k', '7', '3', '9'), { minLength: 10, maxLength: 14 })
  .map((letters) => `Zq9${letters.join('')}`);

/** Where a credential may stand: the text of the source, and the files beside it. */
type Place = (value: string) => { readonly text: string; readonly files?: Files } & ImportOptions;

const compose = (keys: string, files: Files = {}): ReturnType<Place> => ({
  path: 'compose.yaml',
  text: `services:\n  app:\n    image: redis:7\n    ${keys}\n`,
  files,
});
const fromEnv =
  (keys: string): Place =>
  (value) =>
    compose(keys, { '.env': `DB_PASSWORD=${value}\n` });
const inDockerfile =
  (lines: string, init = false): Place =>
  (value) => ({ path: 'Dockerfile', init, text: `FROM alpine\n${lines.replaceAll('@', value)}\n` });

const PLACES: Readonly<Record<string, Place>> = {
  'a variable': (value) => compose(`environment: {DB_PASSWORD: ${value}}`),
  'a URL in a variable': (value) => compose(`environment: ["URL=postgres://u:${value}@db/x"]`),
  'the query of a URL': (value) => compose(`environment: ["URL=jdbc:x://db/x?user=u&password=${value}"]`),
  'a variable with a dot': (value) => compose(`environment: {my.password: ${value}}`),
  '.env, for a variable': fromEnv('environment: {X: "${DB_PASSWORD}"}'),
  '.env, in a variable': fromEnv('environment: {OPTS: "-Dp=${DB_PASSWORD} -Dx=1"}'),
  '.env, in a command': fromEnv('command: redis-server --requirepass ${DB_PASSWORD:-x}'),
  '.env, in words of a command': fromEnv('command: ["redis-server", "--requirepass", "$DB_PASSWORD"]'),
  '.env, in what Compose cuts off': fromEnv('command: "redis-server ; echo ${DB_PASSWORD}"'),
  '.env, in an entrypoint': fromEnv('entrypoint: ["/x", "--url=a://u:${DB_PASSWORD}@h/"]'),
  '.env, in flags of an unknown image': (value) => ({
    path: 'compose.yaml',
    text: 'services: {app: {image: x/y, command: ["--p", "${DB_PASSWORD}"]}}\n',
    files: { '.env': `DB_PASSWORD=${value}\n` },
  }),
  '.env, in a check': fromEnv('healthcheck: {test: "curl http://localhost/?p=${DB_PASSWORD}"}'),
  '.env, in a check of the image': fromEnv('healthcheck: {test: ["CMD", "own", "${DB_PASSWORD}"]}'),
  '.env, in a check of two commands': fromEnv(
    'healthcheck: {test: "redis-cli -a ${DB_PASSWORD} ping | grep x"}',
  ),
  'an env_file': (value) => compose('env_file: app.env', { 'app.env': `ANY=${value}\n` }),
  'a raw env_file': (value) =>
    compose('env_file: [{path: a.env, format: raw}]', { 'a.env': `ANY="${value}"\n` }),
  'the file of a secret': (value) => ({
    path: 'compose.yaml',
    text: 'services:\n  app: {image: x, secrets: [s], environment: {P_FILE: /run/secrets/s}}\nsecrets: {s: {file: s.txt}}\n',
    files: { 's.txt': value },
  }),
  'an argument of a build': (value) => compose(`build: {context: ., args: {NPM_TOKEN: ${value}}}`),
  'a comment': (value) => compose(`# DB_PASSWORD=${value}\n    user: me`),
  ARG: inDockerfile('ARG API_TOKEN=@\nRUN x $API_TOKEN'),
  'ARG, with its RUN': inDockerfile('ARG API_TOKEN=@\nRUN x $API_TOKEN\nRUN <<EOF\ny $API_TOKEN\nEOF', true),
  ENV: inDockerfile('ENV API_TOKEN=@'),
  'ENV of an ARG': inDockerfile('ARG API_TOKEN=@\nENV API_TOKEN=$API_TOKEN'),
  '--env': (value) => ({ from: 'docker-run', text: `docker run -e API_TOKEN=${value} x` }),
  '--env-file': (value) => ({
    from: 'docker-run',
    text: 'docker run --env-file a.env x',
    files: { 'a.env': `ANY=${value}\n` },
  }),
  containerEnv: (value) => ({
    path: '.devcontainer.json',
    text: JSON.stringify({ image: 'x', containerEnv: { API_TOKEN: value } }),
  }),
  'an argument of a dev container': (value) => ({
    path: '.devcontainer.json',
    text: JSON.stringify({ build: { dockerfile: 'Dockerfile', args: { API_TOKEN: value } } }),
  }),
};

test.each(Object.entries(PLACES))('%s', (_, place) => {
  fc.assert(
    fc.property(secret, (value) => {
      const { text, files = {}, ...options } = place(value);
      const result = importSource(text, { reader: readerOf(files), ...options });
      expect(result.problems).toEqual([]);
      expect(JSON.stringify(result)).not.toContain(value);
    }),
    { numRuns: 5 },
  );
});

test('a command with a credential in it is run by a shell, word for word', () => {
  const { text, files = {}, ...options } = PLACES['.env, in an entrypoint']!('x');
  const [file] = importSource(text, { reader: readerOf(files), ...options }).files;
  expect(file?.text).toContain(
    `entrypoint = ["/bin/sh", "-c"]\ncmd = ['exec /x --url=a://u:"$DB_PASSWORD"@h/']`,
  );
  expect(file?.text).toContain('DB_PASSWORD = { from_env = "DB_PASSWORD" }');
});
