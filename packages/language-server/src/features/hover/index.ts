import { keyAt, type SmolfileDocument, type TextRange } from '@smolfile/core';
import { findAt } from '../spot.ts';
import { versionOf, type Target } from '../target.ts';
import { commentHover } from './comment.ts';
import { keyText, summaryText } from './key.ts';
import { resolvedLines } from './resolved.ts';
import { valueText } from './value.ts';

/** What there is to know about a place. */
export interface Hover {
  /** What it is about. */
  readonly range: TextRange;
  readonly markdown: string;
}

/** @returns undefined where there is nothing to say. */
export function hover(document: SmolfileDocument, offset: number, target: Target): Hover | undefined {
  const comment = commentHover(document, offset);
  if (comment) return comment;
  const { spot } = findAt(document, offset);
  const key = spot && keyAt(spot.path);
  if (!spot || !key) return undefined;
  const range = { start: spot.node.start, end: spot.node.end };
  const smolvm = versionOf(document, target);
  if (spot.kind === 'key') {
    const resolved = resolvedLines(document, spot.path, target);
    return { range, markdown: keyText(key, spot.path, smolvm, resolved) };
  }
  const value = valueText({ document, target, smolvm, key, node: spot.node });
  // Of a list or a table there is nothing to say that its key would not.
  if (value === undefined && spot.node.type !== 'scalar') return undefined;
  return { range, markdown: [value, summaryText(key, spot.path)].filter(Boolean).join('\n\n') };
}
