import { buildCore } from '@smolfile/core/build';

/** Builds what is published of core, once for all files. */
export default async function setup(): Promise<void> {
  await buildCore();
}
