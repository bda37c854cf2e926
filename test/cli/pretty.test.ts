import { styleFor } from '../../packages/cli/src/output/style.ts';
import { describe, expect, test } from 'vitest';
import { LineIndex, type Diagnostic } from '@smolfile/core';
import { pretty } from '../../packages/cli/src/reporters/pretty.ts';
import type { FileReport, LintReport } from '../../packages/cli/src/reporters/report.ts';
import { countSeverities } from '../../packages/cli/src/reporters/summary.ts';

/** A finding about the first (or the nth) occurrence of a text. */
function finding(text: string, what: string, more: Partial<Diagnostic> & { nth?: number } = {}): Diagnostic {
  const { nth = 0, ...rest } = more;
  return {
    code: 'some-code',
    severity: 'error',
    stage: 'config',
    message: `\`${what}\` is wrong`,
    commands: ['create', 'run'],
    range: rangeOf(text, what, nth),
    related: [],
    ...rest,
  };
}

function rangeOf(text: string, what: string, nth = 0): Diagnostic['range'] {
  let start = text.indexOf(what);
  for (let count = 0; count < nth; count++) start = text.indexOf(what, start + 1);
  return { start, end: start + what.length };
}

function file(path: string, text: string, ...diagnostics: Diagnostic[]): FileReport {
  return {
    path,
    lines: new LineIndex(text),
    smolvm: '1.9.3',
    commands: ['create', 'run'],
    diagnostics,
  };
}

function render(files: readonly FileReport[], width = 80, isColored = false, hidden = 0): string {
  const counts = countSeverities(files.flatMap(({ diagnostics }) => diagnostics));
  const report: LintReport = { smolvm: '1.9.3', files, counts, hidden };
  return pretty.render(report, { ...styleFor(undefined, isColored ? 'always' : 'never', {}), width });
}

const WEB = `# A web server
image = "nginx:alpine"
cpus = 2

[dev]
ports = ["8080:80/tcp", "9090"]
env = [
  "A=1",
  "B=2",
]
`;

const web = file(
  'web/Smolfile',
  WEB,
  finding(WEB, '"8080:80/tcp"', {
    code: 'port-invalid',
    message: 'the guest port `80/tcp` names a protocol',
    help: 'smolvm forwards TCP and nothing else: leave the protocol out.',
    why: 'A mapping is `HOST:GUEST` or one `PORT` for both, with numbers from 1 to 65535. It is always TCP and bound to the loopback address of the host.',
    fix: { title: 'Replace with `"8080:80"`', safe: false, edits: [] },
  }),
  finding(WEB, '"9090"', { code: 'port-invalid', message: 'the second of its code', why: 'Said once.' }),
  finding(WEB, '[\n  "A=1",\n  "B=2",\n]', {
    code: 'env-shape',
    severity: 'warning',
    stage: null,
    message: 'a range over several lines',
    commands: ['run'],
    related: [
      { range: rangeOf(WEB, 'image'), message: 'where it begins' },
      { range: rangeOf(WEB, '[dev]'), message: 'in this table' },
    ],
  }),
  finding(WEB, 'cpus', {
    code: 'advice',
    severity: 'info',
    stage: null,
    help: 'Fine.',
    fix: { title: 'Fine', safe: true, edits: [] },
  }),
  finding(WEB, 'cpus', { code: 'launch-fails', stage: 'launch', message: 'this fails later' }),
);

const ODD = '\uFEFF"中文" = "👩‍💻" # 👍🏽 wide\n\tname = "e\u0301 \u202E\u001b[31m\u0000"\r\nlast = [';
const odd = file(
  'odd\u001b.smolfile',
  ODD,
  finding(ODD, '"中文"', { message: 'wide characters' }),
  finding(ODD, '"👩‍💻"', { message: 'a picture of several characters' }),
  finding(ODD, 'wide', { message: 'after all that' }),
  finding(ODD, 'name', { message: 'after a tab' }),
  finding(ODD, '\u202E', { message: 'a character that turns \u202E the text' }),
  finding(ODD, '\u0000"', { message: 'to the end of the line, without its CR' }),
  finding(ODD, '[', { range: { start: ODD.length, end: ODD.length }, message: 'at the end of the file' }),
);

const LONG = `image = "${'a'.repeat(100)}<here>${'b'.repeat(100)}"\nx = "${'中'.repeat(60)}!${'c'.repeat(3000)}"\nk = 1\n`;
const long = file(
  'long.smolfile',
  LONG,
  finding(LONG, '<here>', {
    related: [{ range: rangeOf(LONG, 'image'), message: 'far to the left on the same line' }],
  }),
  finding(LONG, `"${'a'.repeat(100)}<here>${'b'.repeat(100)}"`, { message: 'a range wider than the screen' }),
  finding(LONG, '!', { message: 'among wide characters' }),
  finding(LONG, 'ccc"', { message: 'at the very end' }),
  finding(LONG, 'k = 1', {
    related: [
      {
        range: rangeOf(LONG, 'bbb"'),
        message: `a label that has no room beside its mark, ${'so it goes below '.repeat(4)}`,
      },
    ],
  }),
);

describe('the report', () => {
  test.each([
    ['one-file', [web], 80],
    ['one-file-narrow', [web], 40],
    ['odd-characters', [odd], 80],
    ['long-lines', [long], 80],
    ['several-files', [web, file('clean/Smolfile', ''), odd], 80],
  ])('%s', async (name, files, width) => {
    const text = render(files, width);
    await expect(text).toMatchFileSnapshot(`golden/pretty-${name}.txt`);
    await expect(render(files, width, true)).toMatchFileSnapshot(`golden/pretty-${name}.ansi`);
  });

  test('says the same with and without colour', () => {
    for (const files of [[web], [odd], [long], [web, odd, long]]) {
      // eslint-disable-next-line no-control-regex -- colours are what is taken out
      expect(render(files, 80, true).replace(/\u001b\[\d+m/g, '')).toBe(render(files, 80));
    }
  });

  test('lets nothing through that a terminal obeys', () => {
    // eslint-disable-next-line no-control-regex -- it is what must not be there
    expect(render([web, odd, long])).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  test('keeps source lines within the width', () => {
    for (const width of [40, 60, 80, 120]) {
      const tooWide = render([long, web], width)
        .split('\n')
        .filter((line) => /^ *\d* \|/.test(line))
        .filter((line) => line.length + (line.match(/中/g)?.length ?? 0) > width);
      expect(tooWide).toEqual([]);
    }
  });
});

describe('the summary', () => {
  const clean = file('a', '');
  test.each([
    [[clean], 0, '✓ 1 Smolfile, no problems (smolvm 1.9.3)\n'],
    [[clean, clean, clean], 0, '✓ 3 Smolfiles, no problems (smolvm 1.9.3)\n'],
    [[clean], 2, '✓ 1 Smolfile, no errors, 2 more hidden by --quiet (smolvm 1.9.3)\n'],
    [[{ ...clean, smolvm: '1.2.0' }, clean], 0, '✓ 2 Smolfiles, no problems (smolvm 1.2.0, 1.9.3)\n'],
    [[], 0, ''],
  ])('%#', (files, hidden, expected) => expect(render(files, 80, false, hidden)).toBe(expected));

  test('counts', () => {
    expect(render([web])).toMatch(
      /\n3 errors, 1 warning, 1 info in 1 file, 1 fixable with --fix \(smolvm 1\.9\.3\)\n$/,
    );
    expect(render([web, clean])).toMatch(
      /\n3 errors, 1 warning, 1 info in 1 of 2 files, 1 fixable with --fix \(smolvm 1\.9\.3\)\n$/,
    );
  });
});

// no time is asserted: what is not linear here runs into the runner's limit
test('two hundred findings in long lines are rendered, their reason once', () => {
  const text = `${'port = "x"\n'.repeat(200)}${'y'.repeat(200_000)}`;
  const many = Array.from({ length: 200 }, (_, nth) => finding(text, 'port', { nth, why: 'Said once.' }));
  const report = render([file('many', text, ...many)]);
  expect(report).toMatch(/\n200 (?:error|warning|info)s in 1 (?:of 1 )?file/);
  expect(report.match(/Said once/g)).toHaveLength(1);
});
