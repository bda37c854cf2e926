import { KNOWN_VERSIONS, NEWEST, OLDEST, TOOLKIT_VERSION } from '@smolfile/core';

/**
 * What `--version` prints.
 *
 * @param json for programs (`schemas/version-output.schema.json`): also which versions of smolvm are known exactly.
 */
export function versionText(json: boolean): string {
  if (!json) return `smolfile ${TOOLKIT_VERSION} (smolvm ${OLDEST} to ${NEWEST})\n`;
  const document = {
    formatVersion: 1,
    version: TOOLKIT_VERSION,
    smolvm: { oldest: OLDEST, newest: NEWEST, known: KNOWN_VERSIONS },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
