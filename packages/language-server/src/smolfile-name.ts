import { CONFIG_FILE_NAMES } from '@smolfile/core';
import { CONFIG_GLOB, isSmolfileName, SMOLFILE_GLOB } from '@smolfile/host/names';

/**
 * Whether a document is one to look at. Editors that know no Smolfiles send them as TOML, with every other TOML
 * file of the workspace: then the name decides.
 */
export function isSmolfile(uri: string, languageId: string): boolean {
  return languageId === 'smolfile' || isSmolfileName(fileName(uri));
}

/** The last part of a URI, as a person writes it; as it is, where that cannot be told. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** What clients are asked to watch. */
export const WATCHED = [`**/${SMOLFILE_GLOB}`, `**/${CONFIG_GLOB}`] as const;

/** Whether a file has settings for the Smolfiles around it. */
export function isConfigName(uri: string): boolean {
  return CONFIG_FILE_NAMES.some((name) => name === fileName(uri));
}
