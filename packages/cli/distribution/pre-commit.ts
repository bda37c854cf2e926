/** Whose hooks are those of `.pre-commit-hooks.yaml`, but installed from npm by pre-commit itself. */
const PROGRAM = 'entry: packages/cli/ci/smolfile ';

/**
 * The files of the repository that pre-commit clones: as small as it gets, and what it installs is one package without
 * dependencies. After that it needs no network.
 *
 * @param hooks the text of `.pre-commit-hooks.yaml`.
 */
export function mirror(version: string, hooks: string): Map<string, string> {
  const ours = hooks
    .replace(/^#.*\n/, `# Of https://github.com/smolfile/toolkit, made with each of its releases.\n`)
    .replaceAll(PROGRAM, 'entry: smolfile ')
    .replaceAll('language: script\n', `language: node\n  additional_dependencies: ['smolfile@${version}']\n`);
  const manifest = {
    name: 'smolfile-pre-commit',
    version,
    private: true,
    license: 'Apache-2.0',
    description: 'Hooks of pre-commit for Smolfiles',
  };
  const readme = `# Smolfiles with pre-commit

\`\`\`yaml
# .pre-commit-config.yaml
repos:
  - repo: https://github.com/smolfile/pre-commit
    rev: v${version}
    hooks:
      - id: smolfile-lint
      - id: smolfile-fix # applies the fixes that are certain
      - id: smolfile-fmt
\`\`\`

Made with each release of [the toolkit](https://github.com/smolfile/toolkit): please report problems there.
`;
  return new Map([
    ['.pre-commit-hooks.yaml', ours],
    ['package.json', `${JSON.stringify(manifest, undefined, 2)}\n`],
    ['README.md', readme],
  ]);
}
