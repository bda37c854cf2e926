import { createMCPClient } from '@ai-sdk/mcp';
import { Experimental_StdioMCPTransport as AiStdio } from '@ai-sdk/mcp/mcp-stdio';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { pathToFileURL } from 'node:url';
import { builtMcp } from './built.ts';

/** What a tool answered. */
export interface Answer {
  readonly isError: boolean;
  readonly text: string;
  readonly value: Record<string, unknown>;
}

/** A client that talks to the built server. */
export interface Talk {
  readonly tools: () => Promise<string[]>;
  readonly call: (name: string, args: unknown) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

interface Settings {
  readonly roots?: readonly string[];
  readonly flags?: readonly string[];
}

interface Raw {
  readonly isError?: boolean | undefined;
  readonly content?: unknown;
  readonly structuredContent?: unknown;
}

function answerOf({ isError = false, content = [], structuredContent = {} }: Raw): Answer {
  const text = (content as { readonly text?: string }[]).map((part) => part.text ?? '').join('');
  return { isError, text, value: structuredContent as Record<string, unknown> };
}

/** The SDK's own client, which says roots. */
export async function sdkClient({ roots, flags = [] }: Settings = {}): Promise<
  Talk & { readonly client: Client }
> {
  const client = new Client({ name: 'test', version: '1' }, { capabilities: roots ? { roots: {} } : {} });
  if (roots)
    client.setRequestHandler(ListRootsRequestSchema, () => ({
      roots: roots.map((root) => ({ uri: root.includes('://') ? root : pathToFileURL(root).href })),
    }));
  const bundle = await builtMcp();
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [bundle, ...flags], stderr: 'pipe' }),
  );
  return {
    client,
    tools: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, args) =>
      answerOf((await client.callTool({ name, arguments: args as Record<string, unknown> })) as Raw),
    close: () => client.close(),
  };
}

/** The client of the AI SDK, which has its own code for the protocol, and says no roots. */
export async function aiClient({ flags = [] }: Settings = {}): Promise<Talk> {
  const bundle = await builtMcp();
  const client = await createMCPClient({
    transport: new AiStdio({ command: process.execPath, args: [bundle, ...flags] }),
  });
  const tools = await client.tools();
  return {
    tools: async () => Object.keys(tools),
    call: async (name, args) =>
      answerOf((await tools[name]!.execute(args, { toolCallId: '1', messages: [] } as never)) as Raw),
    close: () => client.close(),
  };
}
