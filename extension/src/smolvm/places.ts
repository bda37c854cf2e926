/** Where in a Smolfile something is that smolvm, or the host, has against it. Pure. */
import {
  credentialRanges,
  MASK,
  parseSmolfile,
  visible,
  type SmolfileDocument,
  type TextRange,
} from '@smolfile/core';

/** A place in a text, as the language server gives it: UTF-16 units. */
export interface Place {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

/** A refusal of smolvm's, and its place in the file. */
export interface Refusal {
  /** On one line. */
  readonly message: string;
  readonly place: Place;
}

/** What smolvm says before the reason. */
const BEFORE = /^(?:(?:config|mount|agent|storage) operation failed: )?(?:load smolfile: )?/i;

/** Texts that are about the file, and are not what some program in the machine says of its own. */
const ABOUT_THE_FILE =
  /^(?:(?:config|mount) operation failed: |mount source not found: |invalid mount path: |.*must be a directory \(virtiofs limitation\))/;

/** Refusals that name what they are about in other words than the file. */
const OTHER_WORDS: readonly (readonly [words: RegExp, path: string])[] = [
  [/^(?:[a-z]+ machine: )?image\b/i, 'image'],
  [/\bremote volumes?\b/i, 'volumes'],
  [/\bCPU count\b/i, 'cpus'],
  [/\bmemory must\b|\bMiB\b/i, 'memory'],
  [/\bstorage (?:disk|size)\b/i, 'storage'],
  [/\boverlay (?:disk|size)\b/i, 'overlay'],
  [/\bstop signal\b/i, 'stop_signal'],
  [/\bstop timeout\b/i, 'stop_timeout'],
  [/\bports?\b/i, 'ports'],
  [/\bmounts?\b|\bhost path\b|\bguest path\b/i, 'volumes'],
  [/\bcredentials?\b/i, 'network.credentials'],
  [/\begress\b|\bnetwork\b/i, 'network'],
  [/\bimage\b/i, 'image'],
];

/** The place of a key, by its path; of one that `[dev]` may have, that in `[dev]` counts more, as smolvm has it. */
export function placeOfPath(text: string, path: string): Place | undefined {
  return rangeOfPath(parseSmolfile(text), path);
}

/**
 * The refusal in what smolvm printed, at its place.
 *
 * @param text of the Smolfile that it was given.
 * @returns undefined where it says nothing that is about the file: what a program in the machine says is not.
 */
export function refusalIn(stderr: string, text: string): Refusal | undefined {
  const said = lastError(stderr);
  if (said === undefined) return undefined;
  const document = parseSmolfile(text);
  const refusal = parseRefusal(said, document) ?? laterRefusal(said, document);
  return refusal && { ...refusal, message: shownOf(refusal, document) };
}

/** smolvm quotes values, and a credential among them is not to stand in a list of problems. */
function shownOf({ message }: Refusal, document: SmolfileDocument): string {
  let shown = message;
  for (const { start, end } of credentialRanges(document)) {
    const credential = document.text.slice(start, end);
    if (credential.length >= SHORTEST) shown = shown.replaceAll(credential, MASK);
  }
  return visible(shown);
}

/** What is shorter is found in too many words. */
const SHORTEST = 4;

/** The last thing that is called an error, with the lines that follow it. */
function lastError(stderr: string): string | undefined {
  const found = [...stderr.matchAll(/^error:\s*/gim)].at(-1);
  return found && stderr.slice(found.index + found[0].length).trim();
}

/** What does not get past the parser, which says where it is. */
function parseRefusal(said: string, { lines, text }: SmolfileDocument): Refusal | undefined {
  const found = /TOML parse error at line (\d{1,9}), column (\d{1,9})\s*\n([\s\S]*)$/.exec(said);
  if (!found) return undefined;
  const [, line, column, rest = ''] = found;
  const shown = rest.split('\n');
  const carets = shown.map((each) => /^\s*\| *(\^+)\s*$/.exec(each)?.[1]?.length).find((each) => each);
  const reason = shown.filter((each) => !/^\s*(?:\d+\s*)?\|/.test(each)).map((each) => each.trim());
  const range = lines.lineRange(Number(line) - 1);
  // Columns are characters, which may be two units long.
  const characters = Array.from(text.slice(range.start, range.end));
  const offset = (count: number): number => range.start + characters.slice(0, count).join('').length;
  const first = Number(column) - 1;
  const place = placeOf({ start: offset(first), end: offset(first + (carets ?? 1)) });
  return { message: oneLine(reason.join(' ')), place };
}

/** What smolvm has against a value; it names the key, quotes the value, or says what it is about. */
function laterRefusal(said: string, document: SmolfileDocument): Refusal | undefined {
  const secret = /\bsecret '([^']+)'/.exec(said)?.[1];
  if (!ABOUT_THE_FILE.test(said)) return undefined;
  const message = oneLine((said.split('\n')[0] ?? '').replace(BEFORE, ''));
  if (secret !== undefined) {
    const place = rangeOfPath(document, `secrets.${secret}`) ?? beginning(document);
    const why = /env_unset/.test(said) ? `: its variable is not set where smolvm is started` : '';
    return { message: `${message}${why}`, place };
  }
  // A flag is no part of the file.
  if (/(?:^|: )--[a-z]/.test(message) && !quoted(document, message)) return undefined;
  const named = keyNamedIn(message);
  const about = message.replace(/[:;(]?\s*(?:expected|use) .*$/, '');
  const value = quoted(document, about, named === undefined ? undefined : pathsOf(document, named));
  const words = OTHER_WORDS.find(([pattern]) => pattern.test(message))?.[1];
  const place =
    (value && placeOf(value)) ??
    (named === undefined ? undefined : rangeOfPath(document, named)) ??
    (words === undefined ? undefined : rangeOfPath(document, words)) ??
    beginning(document);
  return { message, place };
}

/** `smolfile [network] allow_cidrs: …`, `smolfile ports: …`, `Smolfile: block_io = …`, `[restart] policy …`. */
function keyNamedIn(message: string): string | undefined {
  const found =
    /\bsmolfile:? (?:\[([a-z_]+)\] )?([a-z_]+)(?:: | = )/i.exec(message) ??
    /\[([a-z_]+)\] ([a-z_]+)/.exec(message);
  if (!found) return undefined;
  const [, section, key = ''] = found;
  return section === undefined ? key : `${section}.${key}`;
}

/** Where the file may have a key: `[branch]` is another name of `[fork]`. */
function pathsOf(document: SmolfileDocument, path: string): string[] {
  const settings = document.settings;
  return [`dev.${path}`, path, path.replace(/^fork\b/, 'branch')].filter((each) => settings.has(each));
}

function rangeOfPath(document: SmolfileDocument, path: string): Place | undefined {
  const [found] = pathsOf(document, path);
  const setting = found === undefined ? undefined : document.settings.get(found);
  return setting && placeOf(setting.key);
}

/**
 * The longest text of the file that a message quotes: a whole one, or what stands before or after the first colon in
 * it. Of several the last: what is there twice is refused the second time.
 */
function quoted(
  document: SmolfileDocument,
  message: string,
  paths?: readonly string[],
): TextRange | undefined {
  let best: { readonly length: number; readonly range: TextRange } | undefined;
  for (const { path, value } of document.settings.all()) {
    if (paths && !paths.includes(path)) continue;
    const nodes = value.type === 'array' ? value.items : [value];
    for (const node of nodes) {
      if (node.type !== 'scalar' || typeof node.value !== 'string') continue;
      const colon = node.value.indexOf(':');
      const parts = colon === -1 ? [] : [node.value.slice(0, colon), node.value.slice(colon + 1)];
      const said = [node.value, ...parts].find((each) => isQuoted(each.trim(), message));
      if (said !== undefined && said.length >= (best?.length ?? 0))
        best = { length: said.length, range: node };
    }
  }
  return best?.range;
}

/** Whether a text stands in another by itself: between signs, or at its end. */
function isQuoted(text: string, message: string): boolean {
  if (text === '') return false;
  for (let at = message.indexOf(text); at !== -1; at = message.indexOf(text, at + 1)) {
    const before = message[at - 1] ?? ' ';
    const after = message[at + text.length] ?? ' ';
    if (/[\s'"`/]/.test(before) && /[\s'"`:,]/.test(after)) return true;
  }
  return false;
}

/** The first statement of the file. */
function beginning({ toml }: SmolfileDocument): Place {
  const first = toml.body[0] ?? toml.headers[0];
  return placeOf(first ? { start: first.start, end: first.end } : { start: 0, end: 0 });
}

function placeOf({ start: from, end }: TextRange): Place {
  return { start: { offset: from }, end: { offset: end } };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
