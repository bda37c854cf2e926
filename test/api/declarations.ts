import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The declaration files that TypeScript writes are regular enough to be read line by line: a statement begins in the
// first column and ends before the next that does.

const core = fileURLToPath(new URL('../../packages/core/', import.meta.url));

/** One name that a module declares. */
export interface Declaration {
  readonly name: string;
  readonly file: string;
  /** Without comments and private members. */
  readonly text: string;
}

interface Module {
  readonly declared: ReadonlyMap<string, Declaration>;
  /** Names that come from another module: what they are called there, and where. */
  readonly imported: ReadonlyMap<string, { readonly name: string; readonly file: string }>;
  readonly exported: ReadonlyMap<string, { readonly name: string; readonly file: string }>;
  readonly stars: readonly string[];
}

/** Everything that core declares, by what can be imported. */
export class Declarations {
  readonly #folder: string;
  readonly #modules = new Map<string, Module>();

  constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), 'smolfile-declarations-'));
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
    const options = [
      '--composite',
      'false',
      '--incremental',
      'false',
      '--removeComments',
      '--rootDir',
      'src',
    ];
    execFileSync(process.execPath, [tsc, '-p', core, ...options, '--outDir', this.#folder], { cwd: core });
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** What a module exports, by the name that it has outside. */
  exportsOf(file: string): Map<string, Declaration> {
    const { exported, stars } = this.#module(file);
    const found = new Map<string, Declaration>(stars.flatMap((star) => [...this.exportsOf(star)]));
    for (const [name, from] of exported) {
      const declaration = this.#lookUp(from);
      if (declaration) found.set(name, declaration);
    }
    return found;
  }

  /** The declarations of core that one names. */
  namedBy({ file, text, name }: Declaration): Declaration[] {
    // what stands in quotes is no name
    const names = new Set(text.replaceAll(/'[^'\n]*'/g, '').match(/\b[A-Z]\w*/g));
    names.delete(name);
    // a table of constants is told by its keys
    for (const one of names) if (!/[a-z]/.test(one)) names.delete(one);
    return [...names].flatMap((one) => this.#find(one, file) ?? []);
  }

  #find(name: string, file: string): Declaration | undefined {
    const { declared, imported, exported } = this.#module(file);
    const from = imported.get(name) ?? exported.get(name);
    return declared.get(name) ?? (from ? (from.file === file ? undefined : this.#lookUp(from)) : undefined);
  }

  #lookUp({ name, file }: { readonly name: string; readonly file: string }): Declaration | undefined {
    const { stars } = this.#module(file);
    const found = this.#find(name, file);
    if (found) return found;
    for (const star of stars) {
      const inner = this.#lookUp({ name, file: star });
      if (inner) return inner;
    }
    return undefined;
  }

  #module(file: string): Module {
    const known = this.#modules.get(file);
    if (known) return known;
    const path = join(this.#folder, file.replace(/\.ts$/, '.d.ts').replace(/\.js$/, '.d.ts'));
    const module = read(file, readFileSync(path, 'utf8'));
    this.#modules.set(file, module);
    return module;
  }
}

function read(file: string, text: string): Module {
  const declared = new Map<string, Declaration>();
  const imported = new Map<string, { name: string; file: string }>();
  const exported = new Map<string, { name: string; file: string }>();
  const stars: string[] = [];
  for (const statement of text.split(/^(?=[^\s})\]])/m)) {
    const from = /\bfrom '(\.[^']*)'/.exec(statement)?.[1];
    const other = from === undefined ? file : join(dirname(file), from);
    const list = /^(import|export)(?: type)? \{([^}]*)\}/.exec(statement);
    if (/^export (?:type )?\* from/.test(statement)) stars.push(other);
    else if (list) {
      for (const entry of (list[2] ?? '').split(',')) {
        const [name = '', alias = name] = entry
          .trim()
          .replace(/^type /, '')
          .split(' as ');
        if (name) (list[1] === 'import' ? imported : exported).set(alias, { name, file: other });
      }
    } else {
      const name =
        /^(?:export )?(?:default )?(?:declare )?(?:abstract )?(?:const|function|class|interface|type) (\w+)/.exec(
          statement,
        )?.[1];
      if (name === undefined) continue;
      const kept = statement
        .trimEnd()
        .split('\n')
        .filter((line) => !/^\s+(?:private |#private)/.test(line));
      const before = declared.get(name);
      declared.set(name, { name, file, text: [...(before ? [before.text] : []), ...kept].join('\n') });
      if (statement.startsWith('export ')) exported.set(name, { name, file });
    }
  }
  return { declared, imported, exported, stars };
}
