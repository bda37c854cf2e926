/** Random Dockerfiles, as BuildKit's own parser takes them apart, and as another reader works out their variables. */
import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInstructions } from '../../../packages/core/src/import/dockerfile/instructions.ts';
import { readDockerfile } from '../../../packages/core/src/import/dockerfile/image.ts';
import { SourceFile } from '../../../packages/core/src/import/place.ts';
import { dockerfile as imported } from '../harness.ts';
import { flattened, fold, imageDockerfile, imageOf, type Piece } from './dockerfile-image.ts';
import { dockerfile, plainDockerfile } from './dockerfile-text.ts';
import { buildkitPython, dockerfileParsePython } from './tools.ts';

/** More than one at a time: starting Python takes longer than parsing. */
const BATCH = 200;

const PARSE = `
import dockerfile, json, sys
def read(text):
    try:
        return [[c.cmd.upper(), c.start_line, c.json, list(c.flags), list(c.value)] for c in dockerfile.parse_string(text)]
    except Exception as error:
        return str(error)
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;

type Parsed = readonly (readonly [string, number, boolean, readonly string[], readonly string[]])[];

const VARIABLES = `
import io, json, sys
from dockerfile_parse import DockerfileParser
def read(text):
    parser = DockerfileParser(fileobj=io.BytesIO())
    parser.content = text
    return [dict(parser.envs), parser.baseimage]
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;

/** Each instruction; undefined for what is no Dockerfile. */
const PIECES = `
import dockerfile, json, sys
def read(text):
    return [dict(cmd=c.cmd.upper(), json=c.json, value=list(c.value), original=c.original) for c in dockerfile.parse_string(text)]
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;

/** The variables at each instruction. */
const CONTEXTS = `
import io, json, sys
from dockerfile_parse import DockerfileParser
def read(text):
    parser = DockerfileParser(fileobj=io.BytesIO())
    parser.content = text
    return [context.get_values('ENV') for context in parser.context_structure]
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;

function ask<T>(python: string, script: string, texts: readonly string[]): T[] {
  const said = execFileSync(python, ['-c', script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(said) as T[];
}

const buildkit = buildkitPython();

describe.skipIf(buildkit === undefined)('BuildKit’s parser', () => {
  test('finds the same instructions, flags, forms and arguments', () => {
    fc.assert(
      fc.property(fc.array(dockerfile, { minLength: BATCH, maxLength: BATCH }), (texts) => {
        for (const [index, theirs] of ask<Parsed | string>(buildkit!, PARSE, texts).entries()) {
          const text = texts[index]!;
          if (typeof theirs === 'string') continue;
          const { list } = readInstructions(new SourceFile('Dockerfile', text));
          const ours = list.map(({ keyword, place, flags }) => [
            keyword,
            place.file.lines.positionAt(place.range.start).line,
            flags.map(({ name, value }) => `--${name}${value === '' ? '' : `=${value}`}`),
          ]);
          expect(ours, text).toEqual(theirs.map(([cmd, line, , flags]) => [cmd, line, flags]));
          // the shell form is one value, as it stands
          for (const [at, [cmd, , json, , value]] of theirs.entries()) {
            if (
              /^(?:CMD|ENTRYPOINT|RUN|WORKDIR|USER|STOPSIGNAL)$/.test(cmd) &&
              !json &&
              list[at]!.heredocs.length === 0
            )
              expect([list[at]!.text], text).toEqual(value.map((each) => each.trim()));
          }
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});

const other = dockerfileParsePython();

describe.skipIf(other === undefined)('dockerfile-parse', () => {
  test('works ENV and FROM out to the same', () => {
    fc.assert(
      fc.property(fc.array(plainDockerfile, { minLength: BATCH, maxLength: BATCH }), (texts) => {
        for (const [index, [envs, base]] of ask<[Record<string, string>, string]>(
          other!,
          VARIABLES,
          texts,
        ).entries()) {
          const text = texts[index]!;
          const { config, chain } = readDockerfile(new SourceFile('Dockerfile', text), {});
          const ours = Object.fromEntries(Array.from(config.env, ([name, { value }]) => [name, value]));
          expect(ours, text).toEqual(envs);
          expect(chain[0]!.base, text).toBe(base);
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});

describe.skipIf(buildkit === undefined || other === undefined)('both together', () => {
  test('come to the same command, variables, ports, volumes, folder, user and signal', () => {
    fc.assert(
      fc.property(fc.array(imageDockerfile, { minLength: BATCH, maxLength: BATCH }), (texts) => {
        const chains = ask<Piece[]>(buildkit!, PIECES, texts).map(flattened);
        const single = chains.map((chain) =>
          chain
            .filter(({ cmd }, index) => index === 0 || cmd !== 'FROM')
            .map(({ original }) => `${original}\n`)
            .join(''),
        );
        const envs = ask<Record<string, string>[]>(other!, CONTEXTS, single);
        for (const [index, text] of texts.entries())
          expect(imageOf(imported(text).said), text).toEqual(fold(chains[index]!, envs[index]!));
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});
