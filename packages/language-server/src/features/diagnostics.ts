import { lint, type Diagnostic, type HostFileSystem, type SmolfileDocument } from '@smolfile/core';

/** What a document is checked against. */
export interface Target {
  /** A version of smolvm; without it, what the document asks for, or the newest one known. */
  readonly smolvm?: string;
  /** Without it, nothing is said about paths of the host. */
  readonly host?: HostFileSystem;
}

/**
 * Everything there is to say about a document: the same as `smolfile lint` says.
 *
 * @returns findings in document order.
 */
export function diagnose(document: SmolfileDocument, target: Target): readonly Diagnostic[] {
  return lint(document, target).diagnostics;
}
