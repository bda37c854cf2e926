/** A variable that a compose file refers to, and that has no value. */
export class InterpolationError extends Error {}

/** Values by name; undefined for what is not set. */
export type Variables = (name: string) => string | undefined;

/**
 * Puts variables into a value as Compose does (import 4): `$V ${V} ${V:-d} ${V-d} ${V:?e} ${V?e} ${V:+r} ${V+r}`,
 * nested; `$$` is `$`; a `$` before anything else stays.
 *
 * @param unset called with the name of each variable that has no value and no default.
 * @throws InterpolationError for what Compose refuses.
 */
export function interpolate(
  text: string,
  variables: Variables,
  unset: (name: string) => void = () => {},
): string {
  let result = '';
  for (let at = 0; at < text.length;) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) return result + text.slice(at);
    result += text.slice(at, dollar);
    at = dollar + 1;
    if (text[at] === '$') {
      result += '$';
      at++;
    } else if (text[at] === '{') {
      const end = closing(text, at);
      result += braced(text.slice(at + 1, end), variables, unset);
      at = end + 1;
    } else {
      const [name] = /^[A-Za-z_]\w*/.exec(text.slice(at)) ?? [];
      if (name === undefined) result += '$';
      else result += valueOf(name, variables, unset);
      at += name?.length ?? 0;
    }
  }
  return result;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '}' && --depth === 0) return at;
    if (text[at] === '{' && (at === open || text[at - 1] === '$')) depth++;
  }
  throw new InterpolationError(`\`${text.slice(open - 1)}\` has no \`}\``);
}

function braced(inside: string, variables: Variables, unset: (name: string) => void): string {
  const match = /^([A-Za-z_]\w*)(?:(:?[-?+])([\s\S]*))?$/.exec(inside);
  if (!match) throw new InterpolationError(`\`\${${inside}}\` is no variable`);
  const [, name = '', operator, word = ''] = match;
  if (operator === undefined) return valueOf(name, variables, unset);
  const value = variables(name);
  const present = operator.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
  if (operator.endsWith('+')) return present ? interpolate(word, variables, unset) : '';
  if (present) return value!;
  const other = interpolate(word, variables, unset);
  if (operator.endsWith('?'))
    throw new InterpolationError(`the variable ${name} must have a value${other === '' ? '' : `: ${other}`}`);
  return other;
}

function valueOf(name: string, variables: Variables, unset: (name: string) => void): string {
  const value = variables(name);
  if (value === undefined) unset(name);
  return value ?? '';
}

/** The variables that a text refers to, whatever their values. */
export function variablesIn(text: string): string[] {
  const names: string[] = [];
  try {
    interpolate(text, (name) => {
      names.push(name);
      return undefined;
    });
  } catch (error) {
    if (!(error instanceof InterpolationError)) throw error;
  }
  return names;
}
