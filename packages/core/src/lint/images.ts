import type { GivenValue } from '../merge/index.ts';
import type { RuleContext } from './context.ts';

/** Whether a command of a release opens a local image, as a flag or as a key gives it (facts 4.3, values 23 and 26). */
export function opensLocalImage({ command, release }: RuleContext, image: GivenValue): boolean {
  if (command === 'run') return true;
  if (command === 'pack') return release.has('pack-opens-image');
  return image.source === 'flags' || release.has('create-opens-image');
}
