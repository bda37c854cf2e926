/** `>=20.11`, `^18`, `3.x`, `~=3.11`, `!=3.12.1`: an operator and a version, as npm and Python write them. */
const CLAUSE = /^(>=|<=|>|<|\^|~=|~>|~|={1,3}|!=)?v?(\d{1,4})(?:\.(\d{1,4}|[x*]))?(?:\.(\d{1,6}|[x*]))?/i;

interface Clause {
  readonly operator: string;
  readonly parts: readonly number[];
}

/**
 * The newest version that a project allows.
 *
 * @param wanted a range as npm or Python writes it, or one version.
 * @param known versions that there are images of, the best first; each stands for its newest patch.
 * @returns one of those, else a version that the range names itself; undefined where it names none.
 */
export function allowedVersion(wanted: string, known: readonly string[]): string | undefined {
  if (wanted.length > 200) return undefined;
  const alternatives = wanted.split('||').map(clausesOf);
  const found = known.find((version) =>
    alternatives.some((each) => each?.every((one) => allows(one, version))),
  );
  if (found !== undefined) return found;
  const named = alternatives.flatMap((each) => each ?? []).find(({ operator }) => !/[<>!]$/.test(operator));
  const least = alternatives.flatMap((each) => each ?? []).find(({ operator }) => operator === '>=');
  const parts = (named ?? least)?.parts;
  return parts?.slice(0, Math.max(2, known[0]?.split('.').length ?? 1)).join('.');
}

/** @returns undefined for what is no range, such as `lts/*`. */
function clausesOf(text: string): Clause[] | undefined {
  const words = text
    .replaceAll(/([<>=~^!]+)\s+/g, '$1')
    .replaceAll(/(\S)\s+-\s+(\S)/g, '>=$1 <=$2')
    .split(/[\s,]+/)
    .filter((word) => word !== '' && word !== '*');
  const clauses = words.map((word) => {
    const match = CLAUSE.exec(word);
    if (!match) return undefined;
    const parts: number[] = [];
    for (const part of match.slice(2)) {
      if (part === undefined || !/^\d/.test(part)) break;
      parts.push(Number(part));
    }
    return { operator: match[1] ?? '', parts };
  });
  return clauses.every((each) => each !== undefined) ? clauses : undefined;
}

/** Whether the newest patch of a version is in a clause. */
function allows({ operator, parts }: Clause, version: string): boolean {
  const candidate = version.split('.').map(Number);
  const isWithin = (length: number): boolean =>
    parts.slice(0, length).every((part, index) => (candidate[index] ?? Infinity) === part);
  const compared = order(candidate, parts);
  switch (operator) {
    case '>=':
    case '>':
      return compared > 0 || isWithin(parts.length);
    case '<':
      return compared < 0;
    case '<=':
      return compared < 0 || isWithin(parts.length);
    case '!=':
      return !isWithin(parts.length);
    case '^':
      return isWithin(1) && compared >= 0;
    case '~=':
      return isWithin(Math.max(1, parts.length - 1)) && compared >= 0;
    case '~':
    case '~>':
      return isWithin(Math.min(2, parts.length)) && compared >= 0;
    default:
      return isWithin(parts.length);
  }
}

/** What a version does not say is its newest; what a clause does not say is anything. */
function order(candidate: readonly number[], parts: readonly number[]): number {
  for (const [index, part] of parts.entries()) {
    const own = candidate[index] ?? Infinity;
    if (own !== part) return own - part;
  }
  return 0;
}
