import type { Item, Plan } from '../plan.ts';
import { fragment } from '../toml.ts';

/** How an image comes about that must be built. */
export interface Built {
  /** What the image is called; the archive is `NAME.tar`. */
  readonly name: string;
  /** Commands that build and save it, joined with `&&`. */
  readonly commands: readonly string[];
}

/** An image that must be built: its archive, or its name where the release takes no archive. */
export function mapBuiltImage(plan: Plan, item: Item, { name, commands }: Built): void {
  const archive = `./${name}.tar`;
  if (plan.target.takes(fragment('image', archive, false))) {
    const how = [...commands, `docker save ${name} -o ${name}.tar`].join(' && ');
    plan.notes.push(`The image must be built first: \`${how}\``);
    plan.put(item, 'image', archive, { changed: `${item.row.why} Here: \`${how}\`.` });
    return;
  }
  const how = commands.join(' && ');
  plan.notes.push(
    `The image must be built first, and pushed to a registry that smolvm can reach: \`${how}\``,
  );
  plan.put(item, 'image', name, {
    changed: `${item.row.why} This release takes no archive in a Smolfile: \`${how}\`, and push it to a registry.`,
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
