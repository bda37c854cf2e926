import type { Accepted } from '@smolfile/core';
import { apiRequestOf, apiText, isUnobserved, observedReleases } from '@smolfile/core/serve';
import { resolve as resolvePath } from 'node:path';
import type { Io } from '../io.ts';
import { warn } from '../output/messages.ts';

/**
 * The request that makes the machine through `smolvm serve`, with what its body cannot carry; described by
 * `schemas/resolve-api-output.schema.json`.
 *
 * @param file as command lines name it.
 */
export function renderApi(resolution: Accepted, file: string, cwd: string, io: Io): string {
  const request = apiRequestOf(resolution, { file, absolute: (path) => resolvePath(cwd, path) });
  const { smolvm, release } = resolution;
  if (isUnobserved(release)) {
    const { from, to } = observedReleases();
    warn(
      io,
      `the API of smolvm ${smolvm} was not looked at; what is known of ${from} to ${to} is taken for it`,
    );
  }
  const { notCarried } = request;
  if (notCarried.length > 0)
    warn(
      io,
      `the body does not carry everything: see \`notCarried\` (${notCarried.map(({ key }) => key).join(', ')})`,
    );
  return apiText({ formatVersion: 1, smolvm, ...request, notCarried: notCarried.map((one) => ({ ...one })) });
}
