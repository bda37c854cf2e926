import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One call of a stand-in. */
export interface Call {
  readonly argv: readonly string[];
  readonly input: string;
  readonly cwd: string;
  readonly pid: number;
  /** `SHELLCHECK_OPTS`, which would be arguments. */
  readonly options?: string;
}

/** A program in the place of shellcheck, which writes down how it is called. */
export class Stub {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'smolfile-shellcheck-'));
  readonly path: string;
  readonly #log: string;

  /**
   * @param behaviour code of Node that has `input` and `say(comments)`; by default, it finds every `$x`.
   * @param name of the program.
   */
  constructor(behaviour: string = FINDS, name = 'shellcheck') {
    this.path = join(this.folder, name);
    this.#log = join(this.folder, 'calls');
    const text = `#!${process.execPath}
const fs = require('node:fs');
const input = fs.readFileSync(0, 'utf8');
const { pid, env: { SHELLCHECK_OPTS: options } } = process;
const call = { argv: process.argv.slice(2), input, cwd: process.cwd(), pid, options };
fs.appendFileSync(${JSON.stringify(this.#log)}, JSON.stringify(call) + '\\n');
const say = (comments) => fs.writeSync(1, JSON.stringify({ comments }));
${behaviour}
`;
    writeFileSync(this.path, text, { mode: 0o755 });
    writeFileSync(join(this.folder, 'package.json'), '{ "type": "commonjs" }');
  }

  calls(): Call[] {
    if (!existsSync(this.#log)) return [];
    const lines = readFileSync(this.#log, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Call);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Something to say of each `$x`, with a fix; ends as shellcheck does. */
export const FINDS = `
const comments = [];
input.split('\\n').forEach((text, line) => {
  for (let unit = text.indexOf('$x'); unit >= 0; unit = text.indexOf('$x', unit + 1)) {
    const at = Array.from(text.slice(0, unit)).length;
    const place = (from, to) => ({ line: line + 1, endLine: line + 1, column: from + 1, endColumn: to + 1 });
    const quote = (where) => ({ ...place(where, where), replacement: '"' });
    comments.push({ ...place(at, at + 2), level: 'info', code: 2086, message: 'Double quote this.',
      fix: { replacements: [quote(at), quote(at + 2)] } });
  }
});
say(comments);
process.exitCode = comments.length > 0 ? 1 : 0;
`;
