import { readFileSync } from 'node:fs';
import { credentialRanges, lint, parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { refusalIn } from '../../extension/src/smolvm/places.ts';
import { codesFor, kindOf } from '../smolvm/refusals.ts';

/** What smolvm did with a file: what it prints is made of it. */
interface Recorded {
  readonly command: 'create' | 'run' | 'pack';
  readonly smolfile: string;
  readonly args: readonly string[];
  readonly ranges: readonly {
    readonly to: string;
    readonly error?: {
      readonly stage: string;
      readonly line?: number;
      readonly column?: number;
      readonly carets?: number;
      readonly message: string;
    };
  }[];
}

const RECORDED = readFileSync(new URL('../conformance/releases.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Recorded);

/** The header above a place, or the line it is on where there is none. */
function partOf(toml: string, offset: number): string {
  const { lines } = parseSmolfile(toml);
  const line = lines.lineAt(offset);
  const header = toml.split('\n').findLastIndex((each, index) => index <= line && /^\s*\[/.test(each));
  return header === -1 ? `line ${line}` : `header ${header}`;
}

/** A text without what a file holds that looks like a credential, such as `inline` of `[secrets] A = "inline"`. */
function withoutCredentials(text: string, toml: string): string {
  return credentialRanges(parseSmolfile(toml))
    .map(({ start, end }) => toml.slice(start, end))
    .filter(({ length }) => length >= 4)
    .reduce((rest, each) => rest.replaceAll(each, '********'), text);
}

/** The places that a refusal is put at, as text. */
function shown(toml: string, said: string): { readonly message: string; readonly at: string } | undefined {
  const refusal = refusalIn(said, toml);
  const { start, end } = refusal?.place ?? { start: { offset: 0 }, end: { offset: 0 } };
  return refusal && { message: refusal.message, at: toml.slice(start.offset, end.offset) };
}

const TOML = `image = "alpine"
net = true
# 𝄞
[dev]
ports = ["8080:80", "x"]
volumes = ["./data:/data", "/nonexistent:/x"]

[network]
allow_cidrs = ["10.0.0.0/8", "nope"]

[secrets]
TOKEN = { from_env = "MY_TOKEN" }
`;

describe('a refusal of smolvm’s is a problem at its place', () => {
  test.each([
    [
      'a value of a section',
      "Error: config operation failed: smolfile [network] allow_cidrs: invalid CIDR 'nope': expected format like 10.0.0.0/8 or 1.1.1.1\n",
      '"nope"',
    ],
    ['a value at the end', 'Error: config operation failed: smolfile ports: invalid port: x\n', '"x"'],
    ['a folder', 'Error: mount source not found: /nonexistent\n', '"/nonexistent:/x"'],
    ['a relative folder', 'Error: mount source not found: ./data\n', '"./data:/data"'],
    [
      'a port of several',
      'Error: config operation failed: validate ports: duplicate host port 8080: each\n',
      '"8080:80"',
    ],
    ['a secret', "Starting…\nError: config operation failed: resolve secret 'TOKEN': env_unset\n", 'TOKEN'],
    [
      'what comes after progress',
      'Pulling image alpine... done.\nError: config operation failed: smolfile ports: invalid port: x',
      '"x"',
    ],
    ['a thing by another name', 'Error: config operation failed: validate mounts: too many\n', 'volumes'],
    ['what names nothing', 'Error: config operation failed: something else\n', 'image = "alpine"'],
    [
      'the innermost of two',
      'Error: config operation failed: init-layer bake: `smolvm` failed\nError: config operation failed: smolfile ports: invalid port: x\n',
      '"x"',
    ],
    [
      'what the parser says',
      'Error: config operation failed: load smolfile: failed to parse /a b/Smolfile: TOML parse error at line 5, column 1\n  |\n5 | ports = ["8080:80", "x"]\n  | ^^^^^\nunknown field `ports`\n',
      'ports',
    ],
  ])('%s', (_, said, at) => expect(shown(TOML, said)?.at).toBe(at));

  test.each([
    ['nothing', ''],
    ['progress alone', 'Pulling image alpine... done.\n'],
    ['the program in the machine', 'Error: no such module: alpine\n'],
    ['it, about a key', 'error: invalid port: x\n'],
    ['a flag', 'Error: config operation failed: --credential: expected NAME=ENV_VAR@HOST\n'],
  ])('not what is about something else: %s', (_, said) => expect(shown(TOML, said)).toBeUndefined());

  test('a missing variable is said in words', () => {
    const said = "Error: config operation failed: resolve secret 'TOKEN': env_unset\n";
    expect(shown(TOML, said)?.message).toContain('its variable is not set');
  });

  test('the parser’s places are those of every refusal that was recorded', () => {
    let count = 0;
    for (const { smolfile, ranges } of RECORDED) {
      const lines = parseSmolfile(smolfile).lines;
      for (const { error } of ranges) {
        if (error?.stage !== 'parse' || error.line === undefined || error.column === undefined) continue;
        const { line, column, carets = 1, message } = error;
        // Of a line that is too long to be told from its frame, the frame was recorded.
        if (message.startsWith('|')) continue;
        const frame = `  |\n${line} | …\n  | ${'^'.repeat(carets)}\n`;
        const refusal = refusalIn(
          `Error: failed to parse /x: TOML parse error at line ${line}, column ${column}\n${frame}${message}\n`,
          smolfile,
        );
        if (!refusal) throw new Error(`nothing for ${message}`);
        count++;
        const { start } = refusal.place;
        // smolvm counts the ends of lines as well.
        const { start: first, end } = lines.lineRange(line - 1);
        const most = Array.from(smolfile.slice(first, end)).length + 1;
        expect(lines.positionAt(start.offset)).toEqual({ line, column: Math.min(column, most) });
        expect(refusal.message).toBe(withoutCredentials(message.replaceAll(/\s+/g, ' ').trim(), smolfile));
      }
    }
    expect(count).toBeGreaterThan(1000);
  });

  test('what comes later stands where lint has its finding, for nearly all that were recorded', () => {
    const wrong: string[] = [];
    const kinds = new Map<string, number>();
    let count = 0;
    for (const { command, smolfile, args, ranges } of RECORDED) {
      if (args.length > 0) continue;
      for (const { error, to } of ranges) {
        if (error?.stage !== 'config' && error?.stage !== 'mount') continue;
        const kind = kindOf(error.message);
        const known = kinds.get(kind) ?? 0;
        if (known === 8) continue;
        kinds.set(kind, known + 1);
        const codes = codesFor(error.message);
        const refusal = refusalIn(`Error: ${error.message}\n`, smolfile);
        if (!codes || !refusal) continue;
        const { diagnostics } = lint(parseSmolfile(smolfile), { smolvm: to, commands: [command] });
        const found = diagnostics.filter(({ code, severity }) => severity === 'error' && codes.test(code));
        if (found.length === 0) continue;
        count++;
        const { start, end } = refusal.place;
        // On the line, or below the header, at least: what a message is about may be the key or one of its values.
        const place = partOf(smolfile, start.offset);
        if (!found.some(({ range }) => partOf(smolfile, range.start) === place))
          wrong.push(`${error.message} at ${smolfile.slice(start.offset, end.offset)}: ${smolfile}`);
      }
    }
    expect(count).toBeGreaterThan(200);
    // One that names the image, whose platform is what it is about.
    expect(wrong.filter((each) => !each.includes('--oci-platform'))).toEqual([]);
  });
});

test('what smolvm quotes of a credential, or of what a terminal obeys, is not shown', () => {
  const token = 'ghp_0123456789abcdefghij0123456789abcdef';
  const toml = `cpus = "${token}"\n[network]\nallow_cidrs = ["${token}\\u001b[2J"]\n`;
  const parse = `Error: TOML parse error at line 1, column 8\n  |\n1 | cpus = "${token}"\n  |        ^^\ninvalid type: string "${token}", expected u8\n`;
  const later = `Error: config operation failed: smolfile [network] allow_cidrs: invalid CIDR '${token}\u001B[2J'\n`;
  for (const said of [parse, later]) {
    const { message } = refusalIn(said, toml)!;
    expect(message).not.toContain(token.slice(0, 20));
    expect(message).not.toContain('\u001B');
    expect(message).toMatch(/invalid (?:type|CIDR)/);
  }
});
