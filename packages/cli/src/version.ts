import { NEWEST_RELEASE, OLDEST_RELEASE, RELEASES, TOOLKIT_VERSION } from '@smolfile/core';

/**
 * What `--version` prints.
 *
 * @param json for programs (`schemas/version-output.schema.json`): also which versions of smolvm are known exactly.
 */
export function versionText(json: boolean): string {
  if (!json)
    return `smolfile ${TOOLKIT_VERSION} (smolvm ${OLDEST_RELEASE.version} to ${NEWEST_RELEASE.version})\n`;
  const document = {
    formatVersion: 1,
    version: TOOLKIT_VERSION,
    smolvm: {
      oldest: OLDEST_RELEASE.version,
      newest: NEWEST_RELEASE.version,
      known: RELEASES.map((release) => release.version),
    },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
