import { TOOLKIT_VERSION } from '@smolfile/core';
import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { HOST } from './host.ts';
import { inOrder } from './manners.ts';
import { serve } from './server.ts';

const USAGE = `Usage: smolfile-language-server --stdio | --node-ipc

Language server for Smolfiles. An editor starts it and speaks the Language Server Protocol with it.

  --stdio      over standard input and output
  --node-ipc   over the channel of a Node parent process
  --version    print the version and exit
  --help       print this and exit
`;

/**
 * Starts the server on the transport that the arguments name. It then lives as long as its client: exit code 0
 * after `shutdown` and `exit`, 1 when the client goes away without them, 2 for arguments that name no transport.
 *
 * @param args the command line without node and script; clients may add their own (`--clientProcessId=…`).
 */
export function start(args: readonly string[]): void {
  const options = { messageStrategy: inOrder() };
  if (args.includes('--version')) {
    process.stdout.write(`${TOOLKIT_VERSION}\n`);
  } else if (args.includes('--help')) {
    process.stdout.write(USAGE);
  } else if (args.includes('--stdio')) {
    // Named here, since `smolfile lsp` has other arguments in process.argv.
    serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout, options), HOST);
  } else if (args.includes('--node-ipc') && process.send) {
    serve(
      createConnection(
        ProposedFeatures.all,
        new IPCMessageReader(process),
        new IPCMessageWriter(process),
        options,
      ),
      HOST,
    );
  } else {
    process.stderr.write(args.includes('--node-ipc') ? 'No channel to a parent process.\n\n' + USAGE : USAGE);
    process.exitCode = 2;
  }
}
