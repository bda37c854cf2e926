import { shellWord } from '../../text/shell.ts';
import type { Item, Plan } from '../plan.ts';
import { fragment } from '../toml.ts';

/** How an image comes about that must be built. */
export interface Built {
  /** The name that it is saved under: the archive is `NAME.tar`. */
  readonly name: string;
  /** What it is called once it is built. */
  readonly tag: string;
  /** The command that builds it. */
  readonly command: string;
}

/** An image that must be built: its archive, or its name where the release takes no archive. */
export function mapBuiltImage(plan: Plan, item: Item, { name, tag, command }: Built): void {
  const archive = `./${name}.tar`;
  const save = `docker save ${shellWord(tag)} -o ${name}.tar`;
  plan.start.build.push(command);
  if (plan.target.takes(fragment('image', archive, false))) {
    plan.start.build.push(save);
    const changed = `It must be built and saved first, and the archive is the image: \`${command} && ${save}\`.`;
    plan.put(item, 'image', archive, { changed });
    return;
  }
  plan.notes.push(
    'This release takes no archive of an image: push the one that is built to a registry that smolvm can reach, and name it so as `image`.',
  );
  plan.put(item, 'image', tag, {
    changed: `It must be built first: \`${command}\`. This release takes no archive in a Smolfile, so push it to a registry.`,
  });
}

/** A name for an image, made of any text. */
export function imageName(text: string): string {
  const name = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return name === '' ? 'app' : name;
}
