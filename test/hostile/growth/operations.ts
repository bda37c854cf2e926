import {
  fixAll,
  formatText,
  hostWith,
  lint,
  maskedDocumentText,
  parseSmolfile,
  resolve,
  shellFindings,
  shellScripts,
  type ShellComment,
} from '@smolfile/core';
import { smolfile } from '../../cli/harness.ts';
import { REQUESTS, startServer } from '../../fuzz/server.ts';

const FORMATS = ['pretty', 'concise', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'checkstyle', 'junit'];
const VIEWS = ['table', 'json', 'toml', 'flags'];
const host = hostWith({ '.': 'directory' });
const { client } = await startServer();

/** Everything that is done with the text of a Smolfile. */
export type Operation = (text: string) => unknown;

/** Of core and of the command. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  lint: (text) => lint(parseSmolfile(text), { commands: ['create', 'run', 'pack'], host }),
  format: (text) => formatText(text, { sortKeys: true }),
  'fix all': (text) => fixAll(text),
  'shell scripts': shellWork,
  mask: (text) => maskedDocumentText(parseSmolfile(text)),
  ...Object.fromEntries(
    (['create', 'run', 'pack'] as const).map((command) => [
      `resolve ${command}`,
      (text: string) => resolve(parseSmolfile(text), { command, host }),
    ]),
  ),
  ...Object.fromEntries(
    FORMATS.map((format) => [
      `lint --format ${format}`,
      (text: string) => smolfile(['lint', '--no-fs', '--format', format, '-'], { stdin: text }),
    ]),
  ),
  ...Object.fromEntries(
    VIEWS.map((format) => [
      `resolve --format ${format}`,
      (text: string) => smolfile(['resolve', '--no-fs', '--format', format, '-'], { stdin: text }),
    ]),
  ),
  'fmt --diff': (text) => smolfile(['fmt', '--diff', '-'], { stdin: text }),
  compat: (text) => smolfile(['compat', '--format', 'json', '-'], { stdin: text }),
};

/** What a shellcheck could say of any script: something about its end, with a fix. */
function shellWork(text: string): unknown {
  const document = parseSmolfile(text);
  return shellScripts(document).map((script) => {
    const place = { line: 1_000_000, column: 1, endLine: 1_000_000, endColumn: 1 };
    const comment: ShellComment = {
      ...place,
      code: 2154,
      level: 'info',
      message: 'x is this.',
      replacements: [{ ...place, replacement: '"' }],
    };
    return shellFindings(document, script, [comment]);
  });
}

let count = 0;

/** What the server is asked about a text, at its middle and over all of it. */
export function requested(name: string): Operation {
  const request = REQUESTS[name]!;
  return async (text) => {
    const uri = `file:///w/${++count}/Smolfile`;
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'smolfile', version: 1, text },
    });
    const before = text.slice(0, text.length / 2).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)!.length };
    const end = { line: text.split('\n').length, character: 0 };
    const asked = { uri, position, range: { start: { line: 0, character: 0 }, end } };
    // no text for a position in it: what is asked has none
    const all = { ...asked, document: undefined as never };
    await request((method, params) => client.sendRequest(method, params), all).catch(() => undefined);
    await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  };
}

export const REQUESTED: readonly string[] = Object.keys(REQUESTS);
