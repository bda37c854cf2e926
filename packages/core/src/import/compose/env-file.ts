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
