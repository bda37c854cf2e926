import TOML from '@iarna/toml';
import { format, lint, parseSmolfile, type Diagnostic } from '@smolfile/core';
import {
  importSource,
  type ImportedFile,
  type ImportOptions,
  type SourceReader,
} from '@smolfile/core/import';

/** Files around a source by path, folders by a path that ends with `/`. */
export type Files = Readonly<Record<string, string>>;

/** Where the files are said to be. */
export const FOLDER = '/project';

/** Shows an import files that are nowhere. */
export function readerOf(files: Files = {}): SourceReader {
  const clean = (path: string): string => path.replace(/^\/project\//, '').replace(/^(?:\.\/)+/, '');
  const paths = Object.keys(files);
  return {
    folder: FOLDER,
    read: (path) => {
      const text = files[clean(path)];
      return text === undefined ? undefined : { text };
    },
    kind: (path) => {
      const name = clean(path).replace(/\/$/, '');
      if (name === '' || /^\.\.?$/.test(name) || paths.some((each) => each.startsWith(`${name}/`)))
        return 'directory';
      return files[name] === undefined ? 'missing' : 'file';
    },
  };
}

/** What a Smolfile says, as a TOML parser of somebody else's reads it. */
export type Said = Readonly<Record<string, unknown>> & {
  readonly dev?: Readonly<Record<string, unknown>>;
  readonly health?: Readonly<Record<string, unknown>>;
  readonly restart?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
};

/** An import that is expected to work. */
export interface Imported extends ImportedFile {
  readonly said: Said;
}

/** Imports a source, and holds each result to what every result must be. @throws for a source that is refused. */
export function importAll(
  text: string,
  options: ImportOptions & { readonly files?: Files } = {},
): Imported[] {
  const { files = {}, ...rest } = options;
  const { files: results, problems } = importSource(text, {
    reader: readerOf(files),
    variables: (name) => (name === 'HOME' ? '/home/me' : undefined),
    ...rest,
  });
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return results.map((file) => ({ ...file, said: TOML.parse(file.text) as Said }));
}

/** Imports a source that makes one Smolfile. */
export function imported(text: string, options: ImportOptions & { readonly files?: Files } = {}): Imported {
  const [file, ...others] = importAll(text, options);
  if (!file || others.length > 0) throw new Error(`${others.length + (file ? 1 : 0)} Smolfiles, not one`);
  return file;
}

export const dockerfile = (text: string, options: Parameters<typeof imported>[1] = {}): Imported =>
  imported(text, { path: 'Dockerfile', ...options });

/** A compose file with one service `app`; its keys are given. */
export const service = (keys: string, options: Parameters<typeof imported>[1] = {}): Imported => {
  const body = keys
    .trim()
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('');
  const image = /^\s*(?:image|build):/m.test(keys) ? '' : '    image: example/app:1\n';
  return imported(`services:\n  app:\n${image}${body}`, { path: 'compose.yaml', ...options });
};

export const run = (line: string, options: Parameters<typeof imported>[1] = {}): Imported =>
  imported(line, { from: 'docker-run', ...options });

export const devcontainer = (value: object, options: Parameters<typeof imported>[1] = {}): Imported =>
  imported(JSON.stringify(value), { path: '.devcontainer/devcontainer.json', ...options });

/** What is wrong with a result, for the commands and the release that it is for; nothing may be. */
export function faults(text: string, smolvm?: string): string[] {
  const document = parseSmolfile(text);
  const { diagnostics } = lint(document, { ...(smolvm !== undefined && { smolvm }) });
  const bad = diagnostics.filter(({ severity }: Diagnostic) => severity !== 'info');
  return [
    ...bad.map(({ severity, code, message }) => `${severity}[${code}] ${message}`),
    ...(format(document).length > 0 ? ['it is not formatted'] : []),
  ];
}

/** Whether the newest release that the toolkit knows takes something. */
export function knows(toml: string): boolean {
  const { diagnostics } = lint(parseSmolfile(toml));
  return diagnostics.every(
    ({ severity, code }) => severity !== 'error' && code !== 'key-needs-newer-version',
  );
}

/** The reasons that the report gives for something. */
export function reasons({ report }: ImportedFile, name: string): string {
  return report
    .filter((line) => line.name === name)
    .map(({ kind, to, why }) => `${kind}${to === undefined ? '' : ` ${to}`}: ${why}`)
    .join('\n');
}
