import {
  completeFlags,
  keyByPath,
  maskedCallText,
  quoteWord,
  readCall,
  splitWords,
  type Command,
  type FlagCompletion,
  type FlagSchema,
  type SmolfileDocument,
  type TextRange,
  type Release,
} from '@smolfile/core';
import { GRAMMARS } from './completion/grammars.ts';
import type { Suggestion, Suggestions } from './completion/item.ts';
import { quantities } from './completion/quantities.ts';
import { examples } from './completion/values.ts';
import { releaseOf, type Target } from './target.ts';

/** Where a line of flags is written at. */
export interface FlagsQuestion {
  readonly command: Command;
  readonly flags: string;
  /** Of the cursor, in UTF-16 units. */
  readonly offset: number;
}

/** What may stand there. */
export interface FlagsAnswer {
  /** The release whose flags these are. */
  readonly smolvm: string;
  /** What an accepted one replaces, in UTF-16 units of the line. */
  readonly range: TextRange;
  /** Best first. */
  readonly items: readonly FlagCompletion[];
  /** Whether something in the line looks like a credential: such a line is not to be kept. */
  readonly credentials: boolean;
}

/** Whoever asks about a document has its Smolfile on the command line already. */
const OPTIONS = { given: ['smolfile'] };

/** Completes flags for a document: those of its version, and values as its keys have them. */
export function flagCompletions(
  document: SmolfileDocument,
  { command, flags, offset }: FlagsQuestion,
  target: Target,
): FlagsAnswer {
  const release = releaseOf(document, target);
  const { range, items, valueFor } = completeFlags(command, release, flags, offset, OPTIONS);
  const credentials = maskedCallText(readCall(command, release, flags, OPTIONS)) !== flags;
  if (!valueFor || items.length > 0) return { smolvm: release.version, range, items, credentials };
  const typed = splitWords(flags.slice(range.start, offset)).words[0]?.value ?? '';
  const ends = !/^\s/.test(flags.slice(range.end));
  const { part, suggestions } = suggestionsFor(valueFor, typed, { document, target, release });
  const kept = typed.slice(0, part?.from ?? 0);
  const wanted = typed.slice(kept.length).toLowerCase();
  return {
    smolvm: release.version,
    range,
    credentials,
    items: suggestions
      .filter(({ kind, text }) => kind !== 'snippet' && text.toLowerCase().startsWith(wanted))
      .map((suggestion) => itemOf(suggestion, kept, valueFor, ends)),
  };
}

/** A value goes on where a folder is only its beginning; then no blank ends it. */
function itemOf(
  { text, detail, kind, again }: Suggestion,
  kept: string,
  flag: FlagSchema,
  ends: boolean,
): FlagCompletion {
  const value = kept + text;
  const goesOn = again === true || (kind === 'folder' && flag.grammar.startsWith('volume'));
  return {
    kind: 'value',
    label: value,
    detail: detail ?? flag.help,
    text: quoteWord(value) + (ends && !goesOn ? ' ' : ''),
  };
}

/** What the key that the flag feeds would be completed with in the file. */
function suggestionsFor(
  flag: FlagSchema,
  content: string,
  asked: { readonly document: SmolfileDocument; readonly target: Target; readonly release: Release },
): Suggestions {
  const key = flag.key === undefined ? undefined : keyByPath(flag.key);
  if (!key) return { suggestions: [] };
  if (key.type === 'integer') return { suggestions: quantities(key) };
  if (key.type !== 'string' && key.type !== 'string-array') return { suggestions: [] };
  const typed = { ...asked, key, content, cursor: content.length, offset: 0, keyAt: () => key };
  return (GRAMMARS[key.grammar ?? ''] ?? examples)(typed);
}
