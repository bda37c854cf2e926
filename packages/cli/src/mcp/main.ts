/** What `smolfile mcp` starts: a Model Context Protocol server over standard input and output, in a bundle of its own. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import * as fs from 'node:fs';
import { parseArgs } from 'node:util';
import { copyAttributes } from '../output/attributes.ts';
import { boundedLines, LARGEST_MESSAGE } from './input.ts';
import { mcpServer } from './server.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { root: { type: 'string', multiple: true }, 'allow-write': { type: 'boolean' } },
  });
  const log = (text: string): void => void process.stderr.write(`smolfile mcp: ${text}`);
  const server = mcpServer({
    fs,
    ...(process.platform !== 'win32' && { copyAttributes }),
    roots: values.root ?? [],
    mayWrite: values['allow-write'] ?? false,
    log,
  });
  // the SDK has no other way
  // oxlint-disable-next-line unicorn/prefer-add-event-listener
  server.server.onerror = (error) => log(`${error.message}\n`);
  const input = boundedLines(() => log('a message that is too long was dropped\n'));
  // answers wait their turn, however many
  process.stdout.setMaxListeners(0);
  // whoever called it is gone
  process.stdout.on('error', () => process.exit(0));
  process.stdin.pipe(input);
  input.on('end', () => process.exit(0));
  await server.connect(
    new StdioServerTransport(input, process.stdout, {
      maxBufferSize: 2 * LARGEST_MESSAGE,
    }),
  );
}

void main();
