/** A place in a script, as shellcheck counts: lines and characters from 1, `endColumn` behind the last one. */
export interface ShellPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A replacement of shellcheck's own. */
export interface ShellReplacement extends ShellPlace {
  readonly replacement: string;
}

/** What shellcheck says of a place. */
export interface ShellComment extends ShellPlace {
  readonly code: number;
  readonly level: 'error' | 'warning' | 'info' | 'style';
  readonly message: string;
  readonly replacements: readonly ShellReplacement[];
}

/** More than this is said of no script: one that gives so much to say is none. */
const MOST = 200;

const LEVELS: readonly string[] = ['error', 'warning', 'info', 'style'] satisfies ShellComment['level'][];

/**
 * Reads what shellcheck prints with `--format=json1`.
 *
 * @returns undefined for anything else.
 */
export function readShellcheck(output: string): readonly ShellComment[] | undefined {
  let data: unknown;
  try {
    data = JSON.parse(output);
  } catch {
    return undefined;
  }
  const comments = fieldOf(data, 'comments');
  if (!Array.isArray(comments)) return undefined;
  const read = comments.slice(0, MOST).map(readComment);
  return read.every((comment) => comment !== undefined) ? read : undefined;
}

function readComment(data: unknown): ShellComment | undefined {
  const place = readPlace(data);
  const code = fieldOf(data, 'code');
  const level = fieldOf(data, 'level');
  const message = fieldOf(data, 'message');
  if (!place || !isCount(code) || typeof level !== 'string' || typeof message !== 'string') return undefined;
  if (!LEVELS.includes(level)) return undefined;
  const replacements = fieldOf(fieldOf(data, 'fix'), 'replacements');
  const read = Array.isArray(replacements) ? replacements.map(readReplacement) : [];
  return {
    ...place,
    code,
    level: level as ShellComment['level'],
    message,
    // Half of a fix is none.
    replacements: read.every((one) => one !== undefined) ? read : [],
  };
}

function readReplacement(data: unknown): ShellReplacement | undefined {
  const place = readPlace(data);
  const replacement = fieldOf(data, 'replacement');
  return place && typeof replacement === 'string' ? { ...place, replacement } : undefined;
}

function readPlace(data: unknown): ShellPlace | undefined {
  const [line, column, endLine, endColumn] = ['line', 'column', 'endLine', 'endColumn'].map((name) =>
    fieldOf(data, name),
  );
  return isCount(line) && isCount(column) && isCount(endLine) && isCount(endColumn)
    ? { line, column, endLine, endColumn }
    : undefined;
}

function fieldOf(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, name)
    ? (data as Record<string, unknown>)[name]
    : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
