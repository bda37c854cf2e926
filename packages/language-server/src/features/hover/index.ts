import { keyAt, type Diagnostic, type SmolfileDocument } from '@smolfile/core';
import { findAt, type Spot } from '../spot.ts';
import { releaseOf, type Target } from '../target.ts';
import { commentHover } from './comment.ts';
import { findingsAt, findingText } from './findings.ts';
import type { Hover } from './hover.ts';
import { keyText, summaryText } from './key.ts';
import { resolvedLines } from './resolved.ts';
import { valueText } from './value.ts';

/**
 * What there is to know about a place, what is wrong with it first.
 *
 * @param findings those of the document.
 * @returns undefined where there is nothing to say.
 */
export function hover(
  document: SmolfileDocument,
  offset: number,
  target: Target,
  findings: readonly Diagnostic[] = [],
): Hover | undefined {
  const here = findingsAt(findings, offset);
  const known = knownAt(document, offset, target);
  if (here.length === 0) return known;
  const { start, end } = here[0]!.range;
  const texts = [...here.map(findingText), ...(known ? [known.markdown] : [])];
  return { range: known?.range ?? { start, end }, markdown: texts.join('\n\n---\n\n') };
}

function knownAt(document: SmolfileDocument, offset: number, target: Target): Hover | undefined {
  const comment = commentHover(document, offset);
  if (comment) return comment;
  const { spot } = findAt(document, offset);
  const release = releaseOf(document, target);
  const key = spot && keyAt(spot.path, release);
  if (!spot || !key) return undefined;
  const range = { start: spot.node.start, end: spot.node.end };
  if (spot.kind === 'key') {
    const resolved = resolvedLines(document, settingPath(document, spot), target);
    return { range, markdown: keyText(key, spot.path, release, resolved) };
  }
  const value = valueText({ document, target, release, key, node: spot.node });
  // Of a list or a table there is nothing to say that its key would not.
  if (value === undefined && spot.node.type !== 'scalar') return undefined;
  return { range, markdown: [value, summaryText(key, spot.path)].filter(Boolean).join('\n\n') };
}

/** The path of what a key sets, with the index of the item that it is in: `network.credentials[1].name`. */
function settingPath({ settings }: SmolfileDocument, { node, path }: Extract<Spot, { kind: 'key' }>): string {
  for (const { key, path: own } of settings.all()) if (key.start === node.start) return own;
  return path.join('.');
}
