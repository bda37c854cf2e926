import type { Disagreement } from './compare.ts';
import { byRelease } from './releases.ts';

/** Disagreements of one kind, over all cases and releases that were looked at. */
export interface Group {
  readonly kind: string;
  /** By release, how many cases. */
  readonly releases: Map<string, number>;
  readonly example: Disagreement & { readonly id: string; readonly release: string };
}

interface Count {
  cases: number;
  differing: number;
}

/** Counts cases per release and stage, and groups what disagrees. */
export class Tally {
  readonly groups = new Map<string, Group>();
  readonly #counts = new Map<string, Map<string, Count>>();

  add(release: string, stage: string, id: string, found: readonly Disagreement[]): void {
    const stages = this.#counts.get(release) ?? new Map<string, Count>();
    this.#counts.set(release, stages);
    const count = stages.get(stage) ?? { cases: 0, differing: 0 };
    stages.set(stage, count);
    count.cases += 1;
    if (found.length > 0) count.differing += 1;
    for (const each of found) {
      const group = this.groups.get(each.kind) ?? {
        kind: each.kind,
        releases: new Map<string, number>(),
        example: { ...each, id, release },
      };
      this.groups.set(each.kind, group);
      group.releases.set(release, (group.releases.get(release) ?? 0) + 1);
    }
  }

  /** Of all cases, or of one release or stage. */
  count(release?: string, stage?: string): Readonly<Count> {
    const total = { cases: 0, differing: 0 };
    for (const [at, stages] of this.#counts) {
      if (release !== undefined && at !== release) continue;
      for (const [name, { cases, differing }] of stages) {
        if (stage !== undefined && name !== stage) continue;
        total.cases += cases;
        total.differing += differing;
      }
    }
    return total;
  }

  /** What was looked at, in order. */
  get releases(): string[] {
    return [...this.#counts.keys()].toSorted(byRelease);
  }

  get stages(): string[] {
    return [...new Set([...this.#counts.values()].flatMap((stages) => [...stages.keys()]))].toSorted();
  }

  /** The groups, those with the most cases first. */
  get ordered(): Group[] {
    const size = ({ releases }: Group): number => [...releases.values()].reduce((sum, n) => sum + n, 0);
    return [...this.groups.values()].toSorted((a, b) => size(b) - size(a));
  }
}
