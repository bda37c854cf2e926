import { describe, expect, test } from 'vitest';
import { hostsNeededBy } from '../../packages/core/src/lint/package-hosts.ts';
import { programName, shellCommands } from '../../packages/core/src/lint/shell.ts';

function programs(text: string): string[] {
  return shellCommands(text).map(
    ({ program, args, background }) =>
      [programName(program), ...args.map((arg) => arg.text)].join(' ') + (background ? ' &' : ''),
  );
}

describe('the programs of a shell text', () => {
  test.each([
    ['apt-get update && apt-get install -y git', ['apt-get update', 'apt-get install -y git']],
    ['curl -fsSL https://x.org/i.sh | bash -', ['curl -fsSL https://x.org/i.sh', 'bash -']],
    ['sudo -u root env A=1 /usr/bin/apt install x', ['apt install x']],
    ['DEBIAN_FRONTEND=noninteractive apt-get install x', ['apt-get install x']],
    ["sh -c 'apk add git; mount /x /y'", ['apk add git', 'mount /x /y']],
    ['bash -ceu "apk add git"', ['apk add git']],
    ['sh -c \'sh -c "apk add git"\'', ['apk add git']],
    ['timeout -k 5 30 wget x', ['wget x']],
    ['server >/tmp/log 2>&1 & echo ok', ['server &', 'echo ok']],
    ['server &>/dev/null', ['server']],
    ['if test -f /x; then apk add git; fi', ['test -f /x', 'apk add git']],
    ['echo "apk add git" # apk add jq', ['echo apk add git']],
    ['cat > /f <<EOF\napk add git\nEOF\nls', ['cat', 'ls']],
    ['apk add \\\n  git', ['apk add git']],
    ["echo 'never closed", ['echo never closed']],
    ['', []],
    ['&& || ; | ( )', []],
  ])('%j', (text, expected) => {
    expect(programs(text)).toEqual(expected);
  });

  test('places are places of the text', () => {
    const text = "x && sudo sh -c 'apk  add git'";
    const [, command] = shellCommands(text);
    const { from, to } = command!.program;
    expect(text.slice(from, to)).toBe('apk');
    expect(text.slice(from, command!.args.at(-1)!.to)).toBe('apk  add git');
  });

  // no time is asserted: what is not linear here runs into the runner's limit
  test('long texts are read', () => {
    for (const unit of ["'", '"', 'a ', '$(', '<<E\n', 'sh -c "', '& ', '\\', 'sudo ']) {
      const text = unit.repeat(100_000);
      const outside = shellCommands(text).filter(
        ({ program }) => program.to > text.length || program.from < 0,
      );
      expect(outside).toEqual([]);
    }
  });
});

describe('the hosts of a command', () => {
  test.each([
    ['apt-get install -y git', 'debian:12', ['deb.debian.org']],
    ['apt-get install -y git', 'eclipse-temurin:21-jdk-noble', ['archive.ubuntu.com', 'security.ubuntu.com']],
    ['apt-get clean', undefined, []],
    ['apt-get install ./x.deb', undefined, []],
    ['apk add git', undefined, ['dl-cdn.alpinelinux.org']],
    ['python3 -m pip install x', undefined, ['pypi.org', 'files.pythonhosted.org']],
    ['python3 -m http.server', undefined, []],
    ['pip install --index-url https://pypi.corp/simple x', undefined, ['pypi.corp']],
    ['npm ci', undefined, ['registry.npmjs.org']],
    ['npm run build', undefined, []],
    ['GOPROXY=off go install x', undefined, []],
    ['go build', undefined, []],
    ['cargo install --path .', undefined, []],
    ['cargo install ripgrep', undefined, ['index.crates.io', 'static.crates.io']],
    ['git clone git@github.com:a/b.git', undefined, ['github.com']],
    ['git clone https://user@git.example.com:8443/a', undefined, ['git.example.com']],
    ['curl http://localhost:80 http://10.0.0.1/x https://$HOST/x', undefined, []],
    [
      'curl -L https://github.com/a/b/releases/download/v1/x',
      undefined,
      ['github.com', 'release-assets.githubusercontent.com'],
    ],
  ])('%s', (text, image, hosts) => {
    const [command] = shellCommands(text);
    expect(hostsNeededBy(command!, image).flatMap((needed) => needed.hosts)).toEqual(hosts);
  });
});
