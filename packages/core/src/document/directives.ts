import type { TextRange } from '../text/range.ts';

/** A version pinned by a comment at the top of the file. */
export interface VersionPin {
  readonly version: string;
  /** The version inside the quotes. */
  readonly range: TextRange;
}

const PIN = /^#\s*smolfile:\s*smolvm\s*=\s*"([^"]*)"\s*$/;

/** A comment that silences findings: the first group is there for the whole file, the second has the codes. */
export const SUPPRESSION: RegExp =
  /^#\s*smolfile-ignore(-file)?\s+([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*(?::|$)/;

/**
 * Reads `# smolfile: smolvm = "1.2.0"` (design 3) from the comments before the first statement, so that a file
 * can say which smolvm it is for and every tool sees the same.
 *
 * @param comments the document's comments in order.
 * @param firstStatement offset where the first key or header begins; the text's length when there is none.
 */
export function versionPin(
  text: string,
  comments: Iterable<TextRange>,
  firstStatement: number,
): VersionPin | undefined {
  for (const { start, end } of comments) {
    if (start >= firstStatement) return undefined;
    const comment = text.slice(start, end);
    const version = PIN.exec(comment)?.[1];
    if (version === undefined) continue;
    const from = start + comment.indexOf('"') + 1;
    return { version, range: { start: from, end: from + version.length } };
  }
  return undefined;
}

/** A comment that is meant for the toolkit, and is not read. */
export interface NearDirective {
  /** What is wrong, as a sentence without a full stop. */
  readonly message: string;
  /** The comment as it would be read; left out where nobody knows what is meant. */
  readonly instead?: string;
  /** It is right, but has to stand before the first statement. */
  readonly late?: true;
}

/** `smolvm = 1.14`, `smolvm: '1.14'`, `version = "v1.14"`, with or without the word in front. */
const NEAR_PIN =
  /^#+\s*(?:smolfile\s*[:=]?\s*(?:smolvm|version|smolvm[-_ ]version)\s*[:=]|smolvm(?:[-_ ]version)?\s*[:=]\s*["'`]?[v<>=^~]*\s*\d)\s*(.*)$/i;
const SETTING = /^#+\s*smolfile\s*:\s*([\w-]+)\s*=/i;
const NEAR_SUPPRESSION = /^#+\s*smolfile[-_: ]+(?:ignore|disable)([-\w]*)[\s:=]*(.*)$/i;
/** Every code has a hyphen, and few words of a reason do. */
const CODES = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?:[\s,]+[a-z][a-z0-9]*(?:-[a-z0-9]+)+)*/;

/**
 * Reads a comment that is no directive as one that was to be one, so that it is not passed over in silence.
 *
 * @param isAtTop whether it stands before the first statement.
 * @param isPinned whether a comment before it has pinned the version.
 */
export function nearDirective(
  comment: string,
  isAtTop: boolean,
  isPinned: boolean,
): NearDirective | undefined {
  if (!/smol(?:file|vm)/i.test(comment)) return undefined;
  if (PIN.test(comment)) {
    if (!isAtTop) return { message: 'A version is pinned before the first statement, not here', late: true };
    return isPinned ? { message: 'The version is pinned above; this comment is not read' } : undefined;
  }
  const suppression = SUPPRESSION.exec(comment);
  if (suppression) {
    return suppression[1] !== undefined && !isAtTop
      ? { message: 'What holds for the whole file is said before the first statement, not here', late: true }
      : undefined;
  }
  return nearPin(comment) ?? nearSuppression(comment) ?? otherSetting(comment);
}

function nearPin(comment: string): NearDirective | undefined {
  if (!NEAR_PIN.test(comment)) return undefined;
  const version = /[<>=^~]*\s*v?(\d+(?:\.\d+)*[^"'`#]*?)["'`]?\s*$/.exec(comment);
  const operator = /[<>^~]=?/.exec(version?.[0] ?? '')?.[0] ?? '';
  return {
    message: 'This comment pins no version: it is not written as one that is read',
    ...(version && { instead: `# smolfile: smolvm = "${operator}${version[1]!.trim()}"` }),
  };
}

function nearSuppression(comment: string): NearDirective | undefined {
  const [, more = '', rest = ''] = NEAR_SUPPRESSION.exec(comment) ?? [];
  if (!NEAR_SUPPRESSION.test(comment)) return undefined;
  const codes = CODES.exec(rest)?.[0];
  if (codes === undefined) return { message: 'This comment ignores nothing: it names no finding' };
  const reason = rest.slice(codes.length).replace(/^[\s:,-]+/, '');
  const word = /file/i.test(more) ? 'smolfile-ignore-file' : 'smolfile-ignore';
  const list = codes.split(/[\s,]+/).join(', ');
  return {
    message: 'This comment ignores nothing: it is not written as one that is read',
    instead: `# ${word} ${list}${reason === '' ? '' : `: ${reason}`}`,
  };
}

function otherSetting(comment: string): NearDirective | undefined {
  const name = SETTING.exec(comment)?.[1];
  return name === undefined
    ? undefined
    : { message: 'This comment sets nothing: `smolvm` is all that a comment can set' };
}
