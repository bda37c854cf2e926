import * as fc from 'fast-check';

/** Between words: a blank, or the end of a line that goes on, perhaps with a comment or an empty line after it. */
const gap = fc.constantFrom(' ', '  ', ' \\\n', ' \\\n  ', ' \\\n# between\n', ' \\\n\n', '\t');
const word = fc.constantFrom(
  'a',
  'b=c',
  '"x y"',
  "'$z'",
  '$A',
  '${B:-c}',
  '\\"',
  '#no',
  '[',
  ']',
  ',',
  '&&',
  '|',
  '-x',
  '--y',
  'é',
  '\\\\',
  '/p/q',
);
const keyword = fc.constantFrom('RUN', 'run', 'CMD', 'ENTRYPOINT', 'WORKDIR', 'USER', 'STOPSIGNAL');
const shellForm = fc
  .tuple(keyword, fc.array(fc.tuple(gap, word), { minLength: 1, maxLength: 5 }))
  .map(([key, words]) => `${key} x${words.map(([space, each]) => space + each).join('')}`);
const execForm = fc
  .tuple(
    fc.constantFrom('CMD', 'ENTRYPOINT', 'SHELL', 'RUN'),
    fc.array(fc.constantFrom('a', 'b c', '$X', '"', '\\', 'é'), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', ' ', ' \\\n '),
  )
  .map(
    ([key, words, space]) =>
      `${key} [${space}${words.map((each) => JSON.stringify(each)).join(`,${space}`)}${space}]`,
  );
const others = fc.constantFrom(
  'ENV A=1 B="2 3"',
  'ENV LEGACY rest of the line',
  'ARG X',
  'ARG Y=z',
  'EXPOSE 80 443/tcp',
  'LABEL a=b "c d"="e f"',
  'VOLUME ["/a", "/b"]',
  'VOLUME /c /d',
  'COPY --from=0 --chown=a:b /x /y',
  'ADD a b',
  'HEALTHCHECK --interval=5s --timeout=3s CMD curl x',
  'HEALTHCHECK NONE',
  'ONBUILD RUN x',
  'MAINTAINER me',
  'RUN --mount=type=cache,target=/c --network=none make',
  'RUN <<EOF\necho "$A"\n# not a comment\nFROM nothing\nEOF',
  'COPY <<A <<B /to/\none\nA\ntwo\nB',
  '# a comment, then nothing\n',
  '',
);

/** Dockerfiles with everything that makes taking them apart hard. */
export const dockerfile: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '# syntax=docker/dockerfile:1\n', '# just a comment\n\n', '# escape=\\\n'),
    fc.array(fc.oneof(shellForm, execForm, others), { maxLength: 8 }),
    fc.constantFrom('\n', ''),
  )
  .map(([head, lines, end]) => `${head}FROM alpine AS base\n${lines.join('\n')}${end}`);

const value = fc.constantFrom(
  '1',
  'abc',
  '"two words"',
  "'$single'",
  '$A',
  '${B}',
  'x$A',
  '"$A-${B}"',
  '/opt/bin',
  'a\\ b',
  '""',
);
const env = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'LONG_NAME'), value), { minLength: 1, maxLength: 3 })
    .map((pairs) => `ENV ${pairs.map(([name, each]) => `${name}=${each}`).join(' ')}`),
  fc.constantFrom('WORKDIR /x', 'USER me', 'RUN make', 'CMD ["x"]'),
);

/** Dockerfiles with what a reader that is not Docker's understands, too. */
export const plainDockerfile: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('alpine', 'node:22', 'ghcr.io/a/b@sha256:0000'), fc.array(env, { maxLength: 6 }))
  .map(([image, lines]) => `FROM ${image}\nENV A=first B=second\n${lines.join('\n')}\n`);
