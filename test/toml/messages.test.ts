import { expect, test } from 'vitest';
import { LineIndex } from '../../packages/core/src/text/line-index.ts';
import { parseToml, type TomlError } from '../../packages/core/src/toml/index.ts';

/** What people get wrong, mostly coming from YAML, JSON, shell or a newer TOML. */
const MISTAKES: readonly string[] = [
  'image = alpine',
  'image = "alpine',
  'image = alpine"',
  "image = 'it's'",
  'image = “alpine”',
  'image = `alpine`',
  'image = "a" "b"',
  'image: "alpine"',
  'image := "alpine"',
  'image "alpine"',
  'image =',
  'image',
  '= "alpine"',
  'image == "alpine"',
  'image = "alpine";',
  'image = "alpine" // comment',
  'image = null',
  'net = True',
  'net = yes',
  'cpus = 03',
  'cpus = 1__0',
  'cpus = 1,000',
  'cpus = .5',
  'cpus = 0X10',
  'cpus = 99999999999999999999',
  'memory = 512M',
  'memory = 2 GiB',
  'built = 2024-02-30',
  'built = 2024-1-5',
  'starts = 07:32',
  'path = "C:\\Users\\me"',
  'path = "C:\\dir\\"',
  'colour = "\\e[1m"',
  'colour = "\\x1b[1m"',
  'name = "a\u0001b"',
  'ports = "8080:80", "9090:90"',
  'ports = ["8080:80" "9090:90"]',
  'ports = ["8080:80",, "9090:90"]',
  'ports = [8080:80]',
  'ports = ["8080:80"\ncpus = 2',
  'ports = ["8080:80", "9090:90}\ncpus = 2',
  'ports = ["8080:80"]]',
  'auth = { ssh_agent = true, }',
  'auth = {\n  ssh_agent = true\n}',
  'auth = { ssh_agent = true',
  'auth = { "ssh_agent": true }',
  'init = """\nnpm ci\nnpm test\n',
  'my key = 1',
  'café = 1',
  'cpus = 2 memory = 512',
  'cpus = 2\ncpus = 4',
  '[dev]\nports = []\n[dev]\nenv = []',
  'dev.ports = []\n[dev]\nenv = []',
  'env = []\n[env]\nA = "1"',
  'image = "x"\nimage.tag = "y"',
  '[dev',
  '[[dev]',
  '[my table]',
  '[dev]]',
  '[dev] # fine\n[]',
  'image = "x"\r',
  '# old Mac\rimage = "x"',
  'image = "x"\n\uFEFFcpus = 2',
];

/** The line with its error below, as a terminal would show it. */
function picture(text: string): string {
  const index = new LineIndex(text);
  const place = ({ start, end }: { start: number; end: number }): string => {
    const { line, column } = index.positionAt(start);
    return `${line}:${column} (${end - start})`;
  };
  const lines = parseToml(text).errors.flatMap((error: TomlError) => [
    `  ${place(error)} ${error.code}: ${error.message}`,
    `    help: ${error.help}`,
    ...(error.related ?? []).map((related) => `    ${place(related)}: ${related.message}`),
  ]);
  const shown = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll('\\\\', '\\')
    .replaceAll('\\n', '\n');
  return [shown, ...lines].join('\n');
}

test('typical mistakes, their messages and the way out', async () => {
  await expect(`${MISTAKES.map(picture).join('\n\n')}\n`).toMatchFileSnapshot(
    '../fixtures/toml/messages.txt',
  );
});
