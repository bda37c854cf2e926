import type { CommandSpec } from '../arguments/spec.ts';
import { startMcp } from '../mcp/run.ts';

/** `smolfile mcp`. */
export const mcpCommand: CommandSpec = {
  name: 'mcp',
  summary: 'Start the Model Context Protocol server, for an agent to talk to',
  positionals: '',
  maximumPositionals: 0,
  options: [
    {
      name: 'root',
      value: 'DIR',
      repeatable: true,
      help: 'A folder that may be looked at, beside the roots that the client says. Without either, only texts are.',
    },
    { name: 'allow-write', help: 'Let tools write files below those folders. Default: they only answer.' },
  ],
  notes: [
    'It talks over standard input and output. Links are not followed, nothing is started, and what looks like a credential in a file is masked.',
  ],
  run(args, io) {
    startMcp(args, io);
    return undefined;
  },
};
