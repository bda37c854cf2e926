import type { Resolution } from '../resolve/index.ts';

/** What smolvm does with a file and a call, as a sentence. */
export function verdictText({ smolvm, accepted }: Pick<Resolution, 'smolvm' | 'accepted'>): string {
  return `smolvm ${smolvm} ${accepted ? 'accepts' : 'refuses'} this.`;
}
