import { lint, type Diagnostic, type SmolfileDocument } from '@smolfile/core';
import { configured, type Target } from './target.ts';

/**
 * Everything there is to say about a document: the same as `smolfile lint` says.
 *
 * @returns findings in document order.
 */
export function diagnose(document: SmolfileDocument, target: Target): readonly Diagnostic[] {
  return lint(document, configured(target)).diagnostics;
}
