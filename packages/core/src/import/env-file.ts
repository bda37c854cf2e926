/** One line of a `.env` or `env_file`. */
export interface EnvFileEntry {
  readonly name: string;
  /** Undefined for a bare name, which takes the host's value. */
  readonly value: string | undefined;
}

/**
 * Reads a `.env` file as Compose does (import 4, `env_file`): `export` is passed over, ` #` begins a comment, `'…'` is
 * literal, `"…"` has escapes and may have lines; variables are looked up with `lookup` first, then in the file itself.
 */
export function readEnvFile(
  text: string,
  lookup: (name: string) => string | undefined = () => undefined,
): EnvFileEntry[] {
  const entries: EnvFileEntry[] = [];
  const known = new Map<string, string>();
  const find = (name: string) => lookup(name) ?? known.get(name);
  let rest = text.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
  while (rest !== '') {
    const match = LINE.exec(rest);
    if (!match) {
      // comments, empty lines, and what Compose would refuse
      rest = rest.slice(Math.max(rest.indexOf('\n') + 1, 0) || rest.length);
      continue;
    }
    rest = rest.slice(match[0].length);
    const { name = '', single, double, plain = '', equals } = match.groups ?? {};
    const value = equals === undefined ? undefined : valueOf({ single, double, plain }, find);
    if (value !== undefined) known.set(name, value);
    entries.push({ name, value });
  }
  return entries;
}

const LINE =
  /^[ \t]*(?:export[ \t]+)?(?<name>[A-Za-z_][\w.-]*)[ \t]*(?:(?<equals>[=:])[ \t]*(?:'(?<single>(?:[^'\\]|\\[\s\S])*)'|"(?<double>(?:[^"\\]|\\[\s\S])*)"|(?<plain>[^\n]*)))?[ \t]*(?:#[^\n]*)?(?:\n|$)/;

interface Written {
  readonly single: string | undefined;
  readonly double: string | undefined;
  readonly plain: string;
}

function valueOf({ single, double, plain }: Written, find: (name: string) => string | undefined): string {
  if (single !== undefined) return single.replaceAll(String.raw`\'`, "'");
  if (double !== undefined)
    return substitute(
      double.replaceAll(/\\([nrt"\\])/g, (_, letter: string) => ESCAPES[letter] ?? letter),
      find,
    );
  return substitute(plain.replace(/(?:^|\s)#.*$/, '').trim(), find);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function substitute(text: string, find: (name: string) => string | undefined): string {
  return text.replaceAll(
    /(\\?)\$(?:\{(\w+)(?:(:?[-+])([^}]*))?\}|(\w+))/g,
    (whole, escaped: string, name?: string, operator?: string, word = '', bare?: string) => {
      if (escaped !== '') return whole.slice(1);
      const value = find(name ?? bare ?? '');
      const present = operator?.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
      if (operator?.endsWith('+')) return present ? word : '';
      return present ? value! : operator === undefined ? '' : word;
    },
  );
}

/** Reads a file for `docker run --env-file`: lines as they are, no quotes, no variables. */
export function readRawEnvFile(text: string): EnvFileEntry[] {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.trimStart())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const equals = line.indexOf('=');
      return equals < 0
        ? { name: line.trimEnd(), value: undefined }
        : { name: line.slice(0, equals), value: line.slice(equals + 1) };
    });
}

/** What a POSIX shell reads as one assignment without running, expanding or splitting anything. */
const SHELL_LINE =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=((?:[\w@%+:,./=-]|'[^']*'|"[^"$`\\]*")*)[ \t]*(?:(?<=\s)#.*)?$/;

/**
 * Whether a shell that reads a file with `.` gets the same as Docker, and runs nothing.
 *
 * @param entries what Docker reads in it.
 */
export function isShellFile(text: string, entries: readonly EnvFileEntry[]): boolean {
  const found = new Map<string, string>();
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, name, value = ''] = SHELL_LINE.exec(line) ?? [];
    if (name === undefined) return false;
    found.set(
      name,
      value.replaceAll(
        /'([^']*)'|"([^"]*)"/g,
        (_, single?: string, double?: string) => single ?? double ?? '',
      ),
    );
  }
  return entries.every(({ name, value }) => found.get(name) === value);
}
