import { parseSmolfile, type SmolfileDocument } from '@smolfile/core';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Encoding } from './client.ts';
import { toUtf16Change } from './convert.ts';

/**
 * The open documents, kept in step with the client change by change.
 *
 * @param encoding asked at every change, since the client announces it after the handlers are in place.
 */
export function openDocuments(encoding: () => Encoding): TextDocuments<TextDocument> {
  return new TextDocuments({
    create: TextDocument.create,
    update(document, changes, version) {
      // One by one: each counts from the text that the one before it left.
      for (const change of changes) {
        TextDocument.update(document, [toUtf16Change(document, change, encoding())], version);
      }
      return document;
    },
  });
}

/**
 * Characters of the longest text that is looked at. A Smolfile has a few thousand; while one takes longer, nothing else
 * is answered.
 */
export const MOST_CHARACTERS: number = 256 * 1024;

/** Whether a text is given up on. */
export function isTooLarge(text: string): boolean {
  return text.length > MOST_CHARACTERS;
}

/** By document: what its text was when it was parsed, and what that came to. */
const parsed = new WeakMap<TextDocument, { readonly text: string; readonly smolfile: SmolfileDocument }>();

/** The document as a Smolfile; parsed once for every text it has, by whichever feature asks first. */
export function smolfileOf(document: TextDocument): SmolfileDocument {
  const text = document.getText();
  const known = parsed.get(document);
  if (known?.text === text) return known.smolfile;
  const smolfile = parseSmolfile(inOnePiece(text));
  parsed.set(document, { text, smolfile });
  return smolfile;
}

/**
 * A copy of a text as one row of characters. What an edit leaves is joined from pieces inside V8, each character of
 * which is looked up by way of the pieces: parsing 5,000 lines of that takes three times as long.
 */
function inOnePiece(text: string): string {
  const middle = text.length >> 1;
  // a list is joined by copying, two texts are not
  return [text.slice(0, middle), text.slice(middle)].join('');
}
