/** The server in a browser's worker: it sees the documents that the editor sends, and nothing else. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { inOrder } from './manners.ts';
import { serve } from './server.ts';

const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const options = { messageStrategy: inOrder() };
serve(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker), options));
