/** Writes IMPORT.md: what `smolfile import` makes of every instruction, key and flag, from the table that it goes by. */
import { OUTCOMES, type Row, type SourceKind } from '@smolfile/core/import';
import type { Generated } from './generated.ts';

const HEADINGS: Readonly<Record<SourceKind, { title: string; first: string; about: string }>> = {
  dockerfile: {
    title: 'Dockerfile',
    first: 'Instruction',
    about:
      'The stages that the image is made of are worked out as BuildKit does it: variables, escapes, exec and shell form, `SHELL`, what a later instruction takes away. The last stage counts, or `--target`.',
  },
  compose: {
    title: 'Compose file',
    first: 'Key',
    about:
      'The file is read as Compose reads it: anchors, `${VARIABLES}` and `.env`, the override file beside it, `include`, `extends`, profiles. Variables of the environment are not read. Each service becomes a Smolfile of its own.',
  },
  devcontainer: {
    title: 'devcontainer.json',
    first: 'Property',
    about: 'Comments and trailing commas are fine. Features are named, not installed.',
  },
  'docker-run': {
    title: 'docker run',
    first: 'Flag',
    about:
      'The flags are those of Docker 28.2. The line is split as a shell does; what only a shell could work out (`$X`) is asked for.',
  },
};

/** @returns the page, made of the mapping's own data. */
export function generateImport(): Generated {
  const sections = Object.entries(HEADINGS).flatMap(([kind, { title, first, about }]) => [
    `## ${title}`,
    about,
    table(first, OUTCOMES[kind as SourceKind]),
  ]);
  const text = [
    '<!-- Generated from the table of outcomes (packages/core/src/import/table) by `pnpm generate`. Do not edit. -->',
    '# What `smolfile import` makes of it',
    'Docker’s files say what a container is; a Smolfile says what a machine is. `smolfile import` works out what Docker would run and writes what makes smolvm run the same. Everything in the source has a line in the report: **kept**, **changed** (the report says how), or **dropped** (and what to do instead). Where a row has several outcomes the value and the release of smolvm decide: a key that the release does not know is dropped, and said to be.',
    '```sh\nsmolfile import                          # what is in this folder\nsmolfile import compose.yaml --service web\nsmolfile import -- docker run -p 8080:80 nginx\nsmolfile import --check                  # in CI: does the Smolfile still say what its source says?\n```',
    ...sections,
  ];
  return new Map([['IMPORT.md', `${text.join('\n\n')}\n`]]);
}

function table(first: string, rows: readonly Row[]): string {
  const lines = rows.map(({ name, outcomes, to, why }) => {
    const keys = to.map((key) => `\`${key}\``).join(', ');
    return `| \`${name}\` | ${outcomes.join(', ')} | ${keys} | ${why.replaceAll('|', String.raw`\|`)} |`;
  });
  return [`| ${first} | Outcome | Key | What it means |`, '|---|---|---|---|', ...lines].join('\n');
}
