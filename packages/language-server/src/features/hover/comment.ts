import {
  compat,
  type CompatSpan,
  explainCode,
  markdownCode,
  markdownPlain,
  markdownText,
  NEWEST_RELEASE,
  releasesIn,
  ruleUrl,
  type SmolfileDocument,
} from '@smolfile/core';
import { lastBefore } from '../context.ts';
import { touches } from '../spot.ts';
import type { Hover } from './hover.ts';

/** What a comment tells the toolkit: the version of the file, or a finding that is to be left out. */
export function commentHover(document: SmolfileDocument, offset: number): Hover | undefined {
  const { text, toml, pin } = document;
  const comment = toml.comments[lastBefore(toml.comments, offset)];
  if (!comment || !touches(comment, offset)) return undefined;
  if (pin && touches(comment, pin.range.start)) {
    const found = releasesIn(pin.version);
    const markdown =
      typeof found === 'string'
        ? `${markdownCode(pin.version)} is no version of smolvm that is known, and no range of them; the file is checked for ${NEWEST_RELEASE.version}.`
        : `This file is for **smolvm ${markdownPlain(found.text)}**: every tool checks it for ${found.isRange ? 'those versions' : 'that version'}.`;
    return { range: comment, markdown: `${markdown}\n\n${acceptedBy(document)}` };
  }
  const written = text.slice(comment.start, comment.end);
  if (!/^#\s*smolfile-ignore(?:-file)?\s/.test(written)) return undefined;
  const codes = Array.from(written.split(':', 1)[0]!.matchAll(/[a-z0-9-]+/g)).slice(1);
  const match = codes.find(({ 0: code, index }) => {
    const start = comment.start + index;
    return touches({ start, end: start + code.length }, offset);
  });
  if (!match) return undefined;
  const start = comment.start + match.index;
  const explained = explainCode(match[0]);
  return explained && { range: { start, end: start + match[0].length }, markdown: ruleText(match[0]) };
}

/** The releases that accept a file, command by command, and why the newest refusal is one. */
function acceptedBy(document: SmolfileDocument): string {
  const lines = Array.from(compat(document), ([command, spans]) => {
    const releases = accepted(spans);
    const last = spans.findLast((span) => !span.accepted);
    const reason = last?.changes.find(({ refused, begins }) => refused && begins);
    return `- ${command}: ${releases === '' ? 'none' : releases}${reason ? `; otherwise ${markdownText(reason.what)}` : ''}`;
  });
  return `Releases of smolvm that accept it:\n\n${lines.join('\n')}`;
}

function accepted(spans: readonly CompatSpan[]): string {
  const found: string[] = [];
  for (let index = 0; index < spans.length; index++) {
    if (!spans[index]!.accepted) continue;
    const { from } = spans[index]!;
    while (spans[index + 1]?.accepted) index++;
    const { to } = spans[index]!;
    found.push(from === to ? from.version : `${from.version} to ${to.version}`);
  }
  return found.join(', ');
}

/** A rule in a few sentences. */
export function ruleText(code: string): string {
  const explained = explainCode(code);
  if (!explained) return '';
  const { severity, summary, why, help } = explained;
  return `**\`${code}\`** — ${severity}\n\n${summary}.\n\n${why}\n\n${help}\n\n[All about it](${ruleUrl(code)})`;
}
