import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { default as Ajv4 } from 'ajv-draft-04';
import { default as addFormats } from 'ajv-formats';
import type { SarifLog as Log, SarifResult as Result } from 'smolfile';
import { SaxesParser } from 'saxes';
import { reporters } from '../../packages/cli/src/reporters/registry.ts';
import { describe, expect, test } from 'vitest';
import { AS_RECORDED, folderWith, smolfile, type World } from './harness.ts';

const require = createRequire(import.meta.url);

/** The release of the official schema, as Microsoft's package for it carries it. */
const sarifSchema = JSON.parse(
  readFileSync(
    require.resolve('@microsoft/jest-sarif').replace(/lib\/.*$/, 'lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
) as { title: string };
const ajv4 = new Ajv4({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv4);
const validSarif = ajv4.compile(sarifSchema);

/** One of everything: related places, a fix, several lines, a silenced finding, a clean file, and no text. */
const FILES = {
  'web/Smolfile': `imge = "nginx"
cpus = "2"
image = "a"
image = "b"
# 👍 counts as one
env = ["👍=1", 3]
net = [
  1,
]
[dev]
ports = ["8080:80/tcp", "x"] # smolfile-ignore port-invalid: an example
volumes = ["./missing:/data"]
`,
  'clean.smolfile': 'image = "alpine"\nnet = true\n',
  'latin1.smolfile': Uint8Array.of(0x61, 0xff),
};

/** Everything that reports or terminals could trip over, in keys, values and names of files. */
const HOSTILE = {
  'a%2C,b:\u202e<&>"\'.smolfile': `"\u202e]]>" = "\u0007"
"<a & b>" = 1
"::error::x%0A" = 1
"##[error]x" = 1
"\\uFFFE\\u0000\\u2028" = 1
env = ["]]>\\u001B[31m"]
ports = ["\\uFFFF\u2029<x>"]
`,
};

function output(format: string, world: World): string {
  const { stdout, stderr } = smolfile(['lint', '--no-fs', ...AS_RECORDED, '--format', format], world);
  expect(stderr).toBe('');
  return stdout;
}

function json(format: string, world: World): unknown {
  return JSON.parse(output(format, world));
}

function resultsOf(world: World): Result[] {
  return (json('sarif', world) as Log).runs[0]!.results!;
}

/** Reads a text as XML, strictly. */
function elements(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const found: ReturnType<typeof elements> = [];
  const open: ReturnType<typeof elements> = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes, text: '' });
    found.push(open.at(-1)!);
  });
  parser.on('text', (text) => {
    if (open.length > 0) open.at(-1)!.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return found;
}

describe('every format', () => {
  test.each([
    'concise',
    'json',
    'jsonl',
    'sarif',
    'github',
    'gitlab',
    'checkstyle',
    'junit',
    'rdjson',
    'markdown',
  ])('%s is as it was looked at', async (format) => {
    await expect(output(format, { files: FILES })).toMatchFileSnapshot(`golden/format-${format}.txt`);
  });

  test.each(reporters.map(({ name }) => name))(
    '%s says the same of the same, and nothing hidden gets into it',
    (format) => {
      const text = output(format, { files: HOSTILE });
      expect(output(format, { files: HOSTILE })).toBe(text);
      // What only programs read has the paths as they are; JSON escapes control characters by itself. What breaks a
      // command to GitHub's runner is hidden, and ours.
      if (!/^(?:json|gitlab|rdjson)/.test(format))
        expect(text.replaceAll('##\u2060[', '##(')).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\u2028\u2029]/u);
      expect(text).not.toMatch(/\p{Cs}/u);
    },
  );
});

/** Elements and attributes that Jenkins' junit-10.xsd has, of those that could be meant; what is required has a `!`. */
const JENKINS: Readonly<Record<string, { attributes: readonly string[] }>> = {
  testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: {
    attributes: [
      'name!',
      'tests!',
      'failures!',
      'errors!',
      'time',
      'skipped',
      'timestamp',
      'hostname',
      'id',
      'package',
      'file',
    ],
  },
  testcase: { attributes: ['name!', 'time', 'classname', 'group'] },
  failure: { attributes: ['type', 'message'] },
  skipped: { attributes: ['type', 'message'] },
};

test('junit is as the schema of Jenkins has it', () => {
  const found = elements(
    output('junit', { files: { ...FILES, ...HOSTILE, 'clean.smolfile': 'image = "a:1"\nnet = true\n' } }),
  );
  expect(new Set(found.map(({ name }) => name))).toEqual(new Set(Object.keys(JENKINS)));
  for (const { name, attributes } of found) {
    const known = JENKINS[name]!.attributes;
    for (const given of Object.keys(attributes))
      expect(
        known.map((each) => each.replace('!', '')),
        name,
      ).toContain(given);
    for (const needed of known.filter((each) => each.endsWith('!')))
      expect(Object.keys(attributes), name).toContain(needed.replace('!', ''));
    if ('time' in attributes) expect(attributes['time']).toMatch(/^\d{0,3}(?:\.\d*)?$/);
  }
});

describe('rdjson', () => {
  test('columns are bytes, and suggestions have their places', () => {
    const text = 'env = ["é😀", 3]\n';
    const { diagnostics } = JSON.parse(output('rdjson', { files: { Smolfile: text } })) as {
      diagnostics: { location: { range: { start: { column: number } } }; suggestions?: object[] }[];
    };
    const found = diagnostics.find(({ suggestions }) => suggestions)!;
    expect(found.location.range.start.column).toBe(Buffer.byteLength('env = ["é😀", ') + 1);
    expect(found.suggestions).toMatchObject([{ text: '"3"', range: { start: { line: 1 } } }]);
  });
});

describe('sarif', () => {
  test('a run has no more results than GitHub takes: the worst', () => {
    const many = `env = [${'"A",'.repeat(9_000)}]\n`;
    const files = { a: many, b: many, c: `${many}imge = 1\n` };
    const world = {
      files: Object.fromEntries(Object.entries(files).map(([name, text]) => [`${name}.smolfile`, text])),
    };
    const [run] = (
      JSON.parse(output('sarif', world)) as {
        runs: { results: { level: string }[]; invocations: object[] }[];
      }
    ).runs;
    expect(run!.results).toHaveLength(25_000);
    expect(run!.results.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(run!.invocations).toMatchObject([{ toolExecutionNotifications: [{ level: 'warning' }] }]);
  });
});

describe('jsonl', () => {
  test('every line is as the schema says', () => {
    const read = (name: string): object =>
      JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')) as object;
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, formats: { uri: true } });
    ajv.addSchema(read('lint-output.schema.json'));
    const validate = ajv.compile(read('lint-line-output.schema.json'));
    const lines = output('jsonl', { files: { ...FILES, ...HOSTILE } })
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(validate(JSON.parse(line)), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('sarif', () => {
  test.each([
    ['findings of every kind', FILES],
    ['hostile content', HOSTILE],
    ['nothing', { Smolfile: '' }],
  ])('is valid by the schema of SARIF 2.1.0: %s', (_, files) => {
    validSarif(json('sarif', { files }));
    expect(validSarif.errors).toBeNull();
    expect(sarifSchema.title).toContain('2.1.0');
  });

  test('the schema is able to refuse', () => {
    const log = json('sarif', { files: FILES }) as Log;
    expect(validSarif({ ...log, runs: [{ ...log.runs[0], columnKind: 'bytes' }] })).toBe(false);
  });

  test('every result has its rule, and every rule is found', () => {
    const { tool, results = [], artifacts = [] } = (json('sarif', { files: FILES }) as Log).runs[0]!;
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(tool.driver.rules?.[ruleIndex!]).toMatchObject({
        id: ruleId,
        help: { markdown: expect.any(String) as string },
      });
      const { artifactLocation } = locations![0]!.physicalLocation!;
      expect(artifacts[artifactLocation!.index!]?.location?.uri).toBe(artifactLocation?.uri);
    }
    expect(new Set(results.map(({ ruleId }) => ruleId)).size).toBe(tool.driver.rules?.length);
  });

  test('regions count characters, as declared, and no byte order mark', () => {
    const files = { Smolfile: '\uFEFFenv = ["👍=1", 3]\n' };
    expect(resultsOf({ files })[0]?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: 1,
      startColumn: 15,
      endLine: 1,
      endColumn: 16,
    });
    expect((json('sarif', { files }) as Log).runs[0]?.columnKind).toBe('unicodeCodePoints');
  });

  test('a fix, applied as a reader of SARIF would, is the fix', () => {
    const text = 'image = "alpine"\nnet = true\ncpus = "2"\n';
    const [result] = resultsOf({ files: { Smolfile: text } });
    const [{ replacements } = { replacements: [] }] = result!.fixes![0]!.artifactChanges;
    const lines = text.split('\n');
    for (const { deletedRegion, insertedContent } of replacements) {
      const { startLine = 1, startColumn = 1, endColumn = 1 } = deletedRegion;
      const line = lines[startLine - 1]!;
      lines[startLine - 1] =
        line.slice(0, startColumn - 1) + insertedContent?.text + line.slice(endColumn - 1);
    }
    expect(lines.join('\n')).toBe(text.replace('"2"', '2'));
  });

  test('what a comment silences is there, marked as such', () => {
    const silenced = resultsOf({ files: FILES }).filter(({ suppressions }) => suppressions!.length > 0);
    expect(silenced.map(({ ruleId }) => ruleId)).toEqual(['port-invalid', 'port-invalid']);
    const { stdout } = smolfile(['lint', '--format=sarif', '--select', 'unknown-key'], { files: FILES });
    expect(stdout).not.toContain('port-invalid');
  });

  test('fingerprints stay when lines move, and tell equal lines apart', () => {
    const text = 'image = "alpine"\nports = ["x"]\nenv = [1, 1]\n';
    const prints = (Smolfile: string): unknown[] =>
      resultsOf({ files: { Smolfile } }).map(
        ({ partialFingerprints }) => partialFingerprints!['smolfile/v1'],
      );
    const before = prints(text);
    expect(new Set(before).size).toBe(before.length);
    expect(prints(`# moved\n\n${text.replace('ports', '  ports')}`)).toEqual(before);
    expect(prints(text.replace('"x"', '"y"'))).not.toEqual(before);
  });

  test('places are URIs', () => {
    const uri = (path: string, env = {}): unknown => {
      const [result] = resultsOf({ files: { [path]: 'imge = 1\n' }, env });
      return result!.locations![0]!.physicalLocation!.artifactLocation;
    };
    expect(uri('a b/ü#?%.smolfile')).toMatchObject({
      uri: 'a%20b/%C3%BC%23%3F%25.smolfile',
      uriBaseId: '%SRCROOT%',
    });
    const outside = join(folderWith({ 'a b': 'imge = 1\n' }), 'a b');
    const { stdout } = smolfile(['lint', '--format=sarif', outside], {});
    expect(stdout).toContain(`"file://${outside.replace(' ', '%20')}"`);
  });
});

describe('github', () => {
  test('nothing of a file can end a command or begin another', () => {
    const lines = output('github', { files: HOSTILE }).trimEnd().split('\n');
    for (const line of lines) {
      expect(line).toMatch(
        /^::(?:error|warning|notice) title=[a-z-]+,file=[^,:]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?::[^\r\n]+$/,
      );
      expect(line.replaceAll(/%(?:25|0D|0A|3A|2C)/g, '')).not.toContain('%');
    }
    expect(lines[0]).toContain('file=a%252C%2Cb%3A<U+202E>');
  });

  const actions = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/nowhere' };

  test('is added on GitHub Actions, where no format is asked for', () => {
    const files = { Smolfile: '"##[error]x" = 1\n' };
    const { stdout } = smolfile(['lint'], { files, env: actions });
    expect(stdout).not.toContain('##[');
    expect(stdout).toMatch(/^::error title=unknown-key/m);
    expect(smolfile(['lint', '--format', 'concise'], { files, env: actions }).stdout).not.toContain(
      '::error',
    );
    expect(smolfile(['lint'], { files }).stdout).not.toContain('::');
    expect(smolfile(['lint'], { files, env: { GITHUB_ACTIONS: 'false' } }).stdout).not.toContain('::');
  });

  test('paths are those of the repository, wherever it was started', () => {
    const { cwd } = smolfile([], {});
    const env = { GITHUB_WORKSPACE: cwd.replace(/\/[^/]+$/, '') };
    const folder = cwd.split('/').at(-1);
    const { stdout } = smolfile(['lint', '--format=github', '-'], { cwd, env, stdin: 'imge = 1\n' });
    expect(stdout).toContain(`file=${folder}/<stdin>,`);
  });
});

describe('gitlab', () => {
  test('has what Code Quality needs, and no fingerprint twice', () => {
    const issues = json('gitlab', {
      files: { ...FILES, 'web/b.smolfile': FILES['web/Smolfile'] },
    }) as Record<string, unknown>[];
    for (const issue of issues) {
      expect(issue).toMatchObject({
        check_name: expect.any(String) as string,
        description: expect.any(String) as string,
        severity: expect.stringMatching(/^(?:major|minor|info)$/) as string,
        location: { path: expect.any(String) as string, lines: { begin: expect.any(Number) as number } },
      });
    }
    const prints = issues.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(issues.length);
    expect(json('gitlab', { files: { Smolfile: '' } })).toEqual([]);
  });
});

describe('checkstyle', () => {
  test('is XML, whatever is in the files', () => {
    const found = elements(output('checkstyle', { files: HOSTILE }));
    expect(found.filter(({ name }) => name === 'file').map(({ attributes }) => attributes['name'])).toEqual([
      'a%2C,b:<U+202E><&>"\'.smolfile',
    ]);
    const errors = elements(output('checkstyle', { files: FILES })).filter(({ name }) => name === 'error');
    expect(errors.length).toBeGreaterThan(5);
    for (const { attributes } of errors) {
      expect(attributes).toMatchObject({
        line: expect.stringMatching(/^\d+$/) as string,
        column: expect.stringMatching(/^\d+$/) as string,
        severity: expect.stringMatching(/^(?:error|warning|info)$/) as string,
        source: expect.stringMatching(/^smolfile\.[a-z0-9-]+$/) as string,
      });
    }
  });
});

describe('junit', () => {
  test('is XML, whatever is in the files, and its sums are right', () => {
    elements(output('junit', { files: HOSTILE }));
    const found = elements(output('junit', { files: FILES }));
    const count = (name: string): number => found.filter((element) => element.name === name).length;
    const [root] = found;
    expect(root?.attributes).toMatchObject({
      tests: String(count('testcase')),
      failures: String(count('failure')),
    });
    const skipped = found
      .filter(({ name }) => name === 'testsuite')
      .map(({ attributes }) => Number(attributes['skipped']));
    expect(skipped.reduce((sum, each) => sum + each, 0)).toBe(count('skipped'));
    expect(count('testsuite')).toBe(3);
  });

  test('a case fails where the check fails', () => {
    const files = { Smolfile: 'image = "alpine"\nnet = true\n[dev]\nvolumes = ["./missing:/a"]\n' };
    const run = (...argv: string[]): [number, number] => {
      const { stdout, code } = smolfile(
        ['lint', '--format=junit', '--select=volume-source-missing', ...argv],
        { files },
      );
      return [code, elements(stdout).filter(({ name }) => name === 'failure').length];
    };
    expect(run()).toEqual([0, 0]);
    expect(run('--fail-on', 'warning')).toEqual([1, 1]);
  });
});

describe('statistics', () => {
  test('count codes, the most frequent first, in place of the findings', () => {
    const files = { Smolfile: `env = [${'1, '.repeat(12)}]\nimge = 1\nmge = 1\n` };
    const { stdout, code } = smolfile(['lint', '--statistics', ...AS_RECORDED], { files });
    expect(code).toBe(1);
    expect(stdout).toBe(
      [
        '12  error[type-mismatch]  A value of another type than its key takes (all fixable)',
        ' 2  error[unknown-key]    A key that smolvm does not know (1 fixable with --unsafe-fixes)',
        '',
        '14 errors in 1 file, 12 fixable with --fix (smolvm 1.9.3)',
        '',
      ].join('\n'),
    );
    expect(smolfile(['lint', '--statistics', ...AS_RECORDED], { files: { Smolfile: '' } }).stdout).toBe(
      '✓ 1 Smolfile, no problems (smolvm 1.9.3)\n',
    );
  });

  test('go with reports in files', () => {
    const { stdout, code } = smolfile(['lint', '--statistics', '--format', 'sarif=/dev/null'], {
      files: { Smolfile: 'imge = 1\n' },
    });
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringContaining('1  error[unknown-key]') as string,
    });
  });
});

test('over a range of releases a finding says for which it holds', () => {
  const toml =
    '# smolfile: smolvm = ">=1.4 <1.30"\nimage = "alpine"\nnet = true\n[dev]\nports = ["80-81:80-81"]\n';
  const { stdout } = smolfile(['lint', '--format', 'json', 'Smolfile'], { files: { Smolfile: toml } });
  const { files } = JSON.parse(stdout) as {
    files: { diagnostics: { code: string; releases?: unknown }[] }[];
  };
  const found = files[0]!.diagnostics.find(({ code }) => code === 'port-invalid');
  expect(found!.releases).toEqual([{ from: '1.4.0', to: '1.13.0' }]);
});
