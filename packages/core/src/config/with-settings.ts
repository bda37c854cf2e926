import type { SmolfileDocument } from '../document/document.ts';
import type { LintOptions } from '../lint/lint.ts';
import { isSupportedVersion } from '../lint/version.ts';
import type { ConfigSettings } from './config.ts';

/**
 * The options to lint a document with: what somebody asked for beats what the file says of itself, that beats
 * the configuration, and that beats the defaults. A comment in the file is nearer to it than a configuration.
 *
 * @param asked by flags or by settings of an editor. Its severities are put over those of the configuration.
 */
export function withSettings(
  document: SmolfileDocument,
  { smolvm, commands, severities }: ConfigSettings,
  asked: LintOptions = {},
): LintOptions {
  const pinned = document.pin !== undefined && isSupportedVersion(document.pin.version);
  const version = asked.smolvm ?? (pinned ? undefined : smolvm);
  const targets = asked.commands ?? commands;
  return {
    ...asked,
    ...(version !== undefined && { smolvm: version }),
    ...(targets && { commands: targets }),
    severities: new Map([...severities, ...(asked.severities ?? [])]),
  };
}
