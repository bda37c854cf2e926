import * as fc from 'fast-check';

/** Files of a project by path. */
export type ComposeProject = Readonly<Record<string, string>>;

const json = (value: unknown): string => JSON.stringify(value);
/** Names that nobody takes for credentials. */
const NAMES = ['MODE', 'LEVEL', 'region', 'A_B', 'WIDTH', 'URL', 'x1'];
const name = fc.constantFrom(...NAMES);
/** Variables of the `.env` file, and one that is not there. */
const variable = fc.constantFrom('ONE', 'TWO', 'EMPTY', 'UNSET');

/** A piece of text in which every character may mean something to Compose. */
const piece = fc.oneof(
  fc.constantFrom(
    'a',
    'b c',
    '"',
    "'",
    '\\',
    '#',
    ':',
    '=',
    '-',
    'é',
    '$$',
    '$$HOME',
    '{',
    '}',
    '1.50',
    '/x/y',
    '*',
    '~',
    '[',
    '&',
    '!',
  ),
  variable.map((each) => `\${${each}}`),
  variable.map((each) => `$${each} `),
  fc
    .tuple(variable, fc.constantFrom(':-', '-', ':+', '+'), fc.constantFrom('', 'd', '${TWO}', 'a b'))
    .map(([each, operator, word]) => `\${${each}${operator}${word}}`),
);
const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));

/** Words for a shell-like line, quoted in any way. */
const shellWord = fc.oneof(
  fc.constantFrom(
    'serve',
    '--port',
    '80',
    'a\\ b',
    "'x y'",
    '"q \\" z"',
    '""',
    '$$X',
    'a=b',
    '"a"\'b\'c',
    '#no',
    '`d`',
    '$$(e f)',
  ),
  variable.map((each) => `\${${each}:-w}`),
);
const line = fc
  .tuple(
    fc.array(shellWord, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '', ' ; rest', ' && rest', ' | rest', ' > f', ' 2>f'),
  )
  .map(([words, tail]) => words.join(' ') + tail);
const command = fc.oneof(
  line.map(json),
  fc.array(text, { minLength: 1, maxLength: 3 }).map((words) => json(['run', ...words])),
);

const scalar = fc.oneof(
  text.map(json),
  fc.constantFrom('1.50', '0x1F', '1e3', 'true', 'no', '22:22', '010', '1_000', '.5', '~x', '+3'),
);
const environment = fc
  .uniqueArray(fc.tuple(name, scalar), { selector: ([each]) => each, maxLength: 4 })
  .chain((pairs) =>
    fc
      .boolean()
      .map((asMap) =>
        asMap || pairs.some(([, value]) => !value.startsWith('"'))
          ? `{ ${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')} }`
          : json(pairs.map(([key, value]) => `${key}=${JSON.parse(value) as string}`)),
      ),
  );

/** @param from services that may come together publish different ports. */
const portsFrom = (from: number): fc.Arbitrary<string> =>
  fc
    .uniqueArray(fc.integer({ min: from, max: from + 200 }), { maxLength: 4 })
    .chain((hosts) =>
      fc.tuple(...hosts.map((host) => portAt(host * 10))).map((each) => `[${each.join(', ')}]`),
    );

function portAt(host: number): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      json(`${host}:80`),
      json(`127.0.0.1:${host}:80`),
      json(`[::1]:${host}:81`),
      json(`${host}-${host + 2}:90-92`),
      json(`${host}-${host + 2}:93`),
      json(String(host)),
      String(host),
      json(`\${UNSET:-${host}}:70`),
      `{ target: 80, published: "${host}" }`,
      `{ target: 80, published: ${host}, host_ip: 127.0.0.1, protocol: tcp }`,
    ),
  );
}

const target = fc.constantFrom('/a', '/b', '/c/d', '/srv/e');
const mount = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('./x', '.', '../up', '/abs', '~/h', './${ONE}'),
      target,
      fc.constantFrom('', ':ro', ':rw', ':z', ':ro,z'),
    )
    .map(([source, to, mode]) => json(`${source}:${to}${mode}`)),
  target.map((to) => json(`data:${to}`)),
  target.map(json),
  fc
    .tuple(target, fc.boolean())
    .map(([to, readOnly]) => `{ type: bind, source: ./long, target: ${to}, read_only: ${readOnly} }`),
);
const volumes = fc
  .uniqueArray(fc.tuple(target, mount), {
    selector: ([, each]) => /\/(?:a|b|c\/d|srv\/e)(?=[",: ])/g.exec(each.replace(/^"[^:]*:(?=\/)/, ''))?.[0],
    maxLength: 3,
  })
  .map((mounts) => `[${mounts.map(([, each]) => each).join(', ')}]`);

const restart = fc.constantFrom('"no"', 'always', 'unless-stopped', 'on-failure', 'on-failure:3');

/** Keys that have lines in the report and none in what is compared. */
const others = {
  user: fc.constantFrom('"1000"', 'app', '"1000:1000"'),
  mem_limit: fc.constantFrom('512m', '1.5g'),
  stop_signal: fc.constantFrom('SIGINT', 'SIGRTMAX-1'),
  stop_grace_period: fc.constantFrom('10s', '1m30s'),
  healthcheck: fc.constantFrom(
    '{ test: ["CMD", "curl", "-f", "http://localhost:80"], interval: 1m30s, retries: 5 }',
    '{ test: "own-check || exit 1" }',
    '{ disable: true }',
  ),
  tmpfs: fc.constantFrom('/tmp', '[ /run, /cache ]'),
  labels: fc.constantFrom('{ a: b }', '[ "a=b" ]'),
  logging: fc.constantFrom('{ driver: none }'),
  expose: fc.constantFrom('[ "80" ]'),
  extra_hosts: fc.constantFrom('[ "h:10.0.0.1" ]', '{ h: 10.0.0.1 }'),
  cap_add: fc.constantFrom('[ NET_ADMIN ]'),
};

type Keys = Readonly<Record<string, string | undefined>>;

const keysFrom = (from: number): fc.Arbitrary<Keys> =>
  fc.record(
    {
      command,
      environment,
      ports: portsFrom(from),
      volumes,
      restart,
      working_dir: fc.constantFrom('/srv', '/a/b'),
      ...others,
    },
    { requiredKeys: [] },
  );

function serviceText(name_: string, image: string | undefined, own: Keys, extra = ''): string {
  const lines = Object.entries(own).map(([key, value]) => `    ${key}: ${value}\n`);
  return `  ${name_}:\n${image === undefined ? '' : `    image: ${image}\n`}${extra}    entrypoint: ["/ep"]\n${lines.join('')}`;
}

const VOLUMES = 'volumes: { data: {} }\n';

/** Projects: services that may extend each other, take from anchors, have an override file. */
export const composeProject: fc.Arbitrary<ComposeProject> = fc
  .record({
    base: keysFrom(2000),
    child: keysFrom(3000),
    override: fc.option(keysFrom(4000), { nil: undefined }),
    anchor: fc.option(environment, { nil: undefined }),
    extendsBase: fc.boolean(),
    env: fc.record({
      ONE: fc.constantFrom('1', '"two words"', "'$lit'", 'a # b', 'x=y', '${TWO}z'),
      TWO: fc.constantFrom('2', 'é', '"q\\"q"'),
    }),
  })
  .map(({ base, child, override, anchor, extendsBase, env }) => {
    const merged = anchor === undefined ? '' : '    <<: *c\n';
    const head =
      anchor === undefined ? '' : `x-c: &c\n  environment: ${anchor}\n  working_dir: /from/anchor\n`;
    const services =
      serviceText('base', 'example/base:1', base) +
      serviceText(
        'child',
        extendsBase ? undefined : 'example/child:1',
        child,
        merged + (extendsBase ? '    extends: { service: base }\n' : ''),
      );
    return {
      'compose.yaml': `${head}services:\n${services}${VOLUMES}`,
      '.env': `TWO=${env.TWO}\nONE=${env.ONE}\nEMPTY=\n`,
      ...(override && { 'compose.override.yaml': `services:\n${serviceText('child', undefined, override)}` }),
    };
  });
