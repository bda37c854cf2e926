import type { CommandSpec } from '../arguments/spec.ts';
import { startServer } from '../lsp/run.ts';

/** `smolfile lsp`. */
export const lspCommand: CommandSpec = {
  name: 'lsp',
  summary: 'Start the language server, for an editor to talk to',
  positionals: '',
  maximumPositionals: 0,
  options: [{ name: 'stdio', help: 'Talk over standard input and output, which is the only way.' }],
  notes: ['It is the server of @smolfile/language-server; see its EDITORS.md for how to set editors up.'],
  run(_args, io) {
    startServer(io);
    return undefined;
  },
};
