/** A key of a table as a path has it: in quotes where TOML needs them. */
export function pathBelow(parent: string, name: string | number): string {
  if (typeof name === 'number') return `${parent}[${name}]`;
  const written = /^[\w-]+$/.test(name) ? name : JSON.stringify(name);
  return parent === '' ? written : `${parent}.${written}`;
}

const STEP = /\.?(?:\[(\d+)\]|("(?:[^"\\]|\\.)*")|([^.[\]"]+))/y;

/**
 * The names and indices of a path, such as those of `pathBelow`.
 *
 * @returns undefined for what is no path.
 */
export function stepsIn(path: string): readonly (string | number)[] | undefined {
  const steps: (string | number)[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < path.length) {
    const [, index, quoted, bare] = STEP.exec(path) ?? [];
    if (index !== undefined) steps.push(Number(index));
    else if (quoted !== undefined) steps.push(unquoted(quoted));
    else if (bare !== undefined) steps.push(bare);
    else return undefined;
  }
  return steps;
}

function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1);
  }
}
