import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { LineIndex } from '../../packages/core/src/text/line-index.ts';
import type { TomlDocument } from '../../packages/core/src/toml/index.ts';
import { normalise, type Tagged } from './tagged.ts';

/** A document of a corpus: what it means, or what is wrong with it. */
export interface CorpusFile {
  readonly name: string;
  /** Undefined where the file is not UTF-8, which is refused before any parser sees it. */
  readonly text: string | undefined;
  readonly valid: boolean;
  readonly expected: Tagged | undefined;
  /** The errors, as `code:line`; known for the project's own corpus only. */
  readonly errors: readonly string[] | undefined;
}

const ownFolder = new URL('../fixtures/toml/', import.meta.url);
const sharedFolder = new URL('../../../shared/', import.meta.url);
const tomlTestFolder = new URL('toml-test/', sharedFolder);

/** The compliance corpus of toml-lang lies beside the repository, if at all. */
export const hasTomlTest = existsSync(tomlTestFolder);

/** The project's own corpus: one file per rule of the TOML 1.0 specification. */
export const ownCorpus: readonly CorpusFile[] = readCorpus(ownFolder, list(ownFolder));

/** toml-lang/toml-test, the files for TOML 1.0; empty where it is not there. */
export const tomlTest: readonly CorpusFile[] = hasTomlTest
  ? readCorpus(tomlTestFolder, readFileSync(new URL('files-toml-1.0.0', tomlTestFolder), 'utf8').split('\n'))
  : [];

/** Smolfiles found in the wild; empty where they are not there. */
export const realSmolfiles: readonly string[] = list(new URL('corpus/', sharedFolder))
  .filter((name) => !name.endsWith('.md'))
  .map((name) => readFileSync(new URL(`corpus/${name}`, sharedFolder), 'utf8'));

/** Every text at hand, sound and broken. */
export const allTexts: readonly string[] = [...ownCorpus, ...tomlTest]
  .flatMap(({ text }) => text ?? [])
  .concat(realSmolfiles);

function list(folder: URL): string[] {
  return existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]).toSorted() : [];
}

function readCorpus(folder: URL, names: readonly string[]): CorpusFile[] {
  const sidecars = new Map<string, Record<string, string[]>>();
  return names
    .filter((name) => name.endsWith('.toml'))
    .map((name) => {
      const bytes = readFileSync(new URL(name, folder));
      const valid = name.startsWith('valid/');
      const json = new URL(name.replace(/toml$/, 'json'), folder);
      const [, section, rule] = /(.*)\/(.*)\.toml$/.exec(name) ?? [];
      const sidecar = new URL(`${section}/expected.json`, folder);
      if (!valid && existsSync(sidecar) && !sidecars.has(section!)) {
        sidecars.set(section!, JSON.parse(readFileSync(sidecar, 'utf8')));
      }
      return {
        name,
        text: isUtf8(bytes) ? bytes.toString('utf8') : undefined,
        valid,
        expected: valid ? normalise(JSON.parse(readFileSync(json, 'utf8'))) : undefined,
        errors: sidecars.get(section!)?.[rule!],
      };
    });
}

/** The errors of a document as `code:line`. */
export function errorLines({ text, errors }: TomlDocument): string[] {
  const lines = new LineIndex(text);
  return errors.map(({ code, start }) => `${code}:${lines.positionAt(start).line}`);
}
