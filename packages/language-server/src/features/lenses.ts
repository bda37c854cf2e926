import type { SmolfileDocument } from '@smolfile/core';

/** Commands that a client may announce to have. */
export const LENS_COMMANDS = ['smolfile.run', 'smolfile.pack', 'smolfile.preview'] as const;

export type LensCommand = (typeof LENS_COMMANDS)[number];

/** Something that a click above a line does. */
export interface Lens {
  readonly offset: number;
  readonly title: string;
  readonly command: LensCommand;
}

const TITLES: Record<LensCommand, string> = {
  'smolfile.run': 'Run',
  'smolfile.pack': 'Pack',
  'smolfile.preview': 'Preview',
};

/** What one does with a whole file, above its first statement; an empty file has nothing to be done with. */
export function lenses({ toml }: SmolfileDocument, commands: readonly LensCommand[]): Lens[] {
  const first = toml.body[0] ?? toml.headers[0];
  if (!first) return [];
  return commands.map((command) => ({ offset: first.start, title: TITLES[command], command }));
}
