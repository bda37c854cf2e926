import type { Settings } from '../document/settings.ts';
import type { KeySchema } from '../schema/index.ts';
import type { Finding, TypeFinding } from '../validate/findings.ts';

/**
 * What a document sets, told of each time that somebody asks for a key whose value is of another type than it takes,
 * or for what would stand inside: what its author means, nobody knows, and smolvm stops right there. One slip must not
 * make three findings.
 *
 * @param notice called for each such question.
 */
export function watched(settings: Settings, findings: readonly Finding[], notice: () => void): Settings {
  const doubtful = mistyped(findings).map(({ label }) => label);
  if (doubtful.length === 0) return settings;
  const isDoubtful = (path: string): boolean =>
    doubtful.some((one) => path === one || path.startsWith(`${one}.`));
  return new Proxy(settings, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...asked: unknown[]): unknown => {
        if (asked.flat().some((path) => typeof path === 'string' && isDoubtful(path))) notice();
        return Reflect.apply(member, target, asked);
      };
    },
  });
}

function mistyped(findings: readonly Finding[]): TypeFinding[] {
  return findings.filter((finding) => finding.kind === 'type').filter(({ element }) => !element);
}

/** The keys to which a value of the wrong type, or what it should have held, may have given another value. */
export function impliedInDoubt(findings: readonly Finding[]): ReadonlySet<string> {
  const visit = ({ implies = [], children = [] }: KeySchema): string[] => [
    ...implies.map(({ key }) => key),
    ...children.flatMap(visit),
  ];
  return new Set(mistyped(findings).flatMap(({ schema }) => visit(schema)));
}
