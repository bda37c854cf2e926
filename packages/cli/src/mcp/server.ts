import { explainCode, NEWEST_RELEASE, releaseAt, rules, TOOLKIT_VERSION, type Release } from '@smolfile/core';
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import {
  RootsListChangedNotificationSchema as ROOTS_CHANGED,
  type CallToolResult,
} from '@modelcontextprotocol/sdk/types.js';
import type * as z from 'zod';
import type { FileSystem, Io } from '../io.ts';
import { referencePage } from '../reference/page.ts';
import { Files, foldersOf } from './files.ts';
import { SHAPES, type ToolName } from './shapes.ts';
import { errorText, TOOLS, type CallContext } from './tools.ts';

export interface ServerOptions {
  readonly fs: FileSystem;
  readonly copyAttributes?: Io['copyAttributes'];
  /** Folders that may be looked at beside the client's roots, as they were given. */
  readonly roots: readonly string[];
  readonly mayWrite: boolean;
  /** What our own mistakes are written to. */
  readonly log: (text: string) => void;
}

const DESCRIPTIONS: Readonly<Record<ToolName, string>> = {
  lint: 'Check a Smolfile, or every one below a folder: what smolvm refuses, and what it does otherwise than written.',
  fix: 'Apply the fixes that are certain to a Smolfile, and say what is left.',
  resolve:
    'Show the machine that smolvm would make of a Smolfile and flags, with the origin of every value. Nothing is started.',
  explain: 'Explain the code of a finding, or a key of the Smolfile.',
  compat: 'Which releases of smolvm accept a Smolfile, and what changes from one to the next.',
  import:
    'Make Smolfiles of a Dockerfile, compose file, devcontainer.json or `docker run` line, with a report of every part.',
  init: 'A Smolfile to start from.',
  edit: 'Change keys of a Smolfile; comments and spelling stay.',
};

/** The server without a way to talk: tests and `stdio` give it one. */
export function mcpServer({ fs, copyAttributes, roots, mayWrite, log }: ServerOptions): McpServer {
  const mcp = new McpServer(
    { name: 'smolfile', version: TOOLKIT_VERSION },
    {
      instructions:
        'Tools for Smolfiles, the TOML files that declare a smolvm microVM. Read the resource smolfile://reference before you write one, and lint what you wrote. Nothing here starts a machine.',
    },
  );
  const { server } = mcp;
  const own = foldersOf(roots, fs);
  let known: Promise<readonly string[]> | undefined;
  server.setNotificationHandler(ROOTS_CHANGED, () => {
    known = undefined;
  });

  /** The client's roots, asked for once until it says that they changed. */
  const folders = (): Promise<readonly string[]> =>
    (known ??= (async () => {
      if (!server.getClientCapabilities()?.roots) return own;
      try {
        const { roots: given } = await server.listRoots(undefined, { timeout: 10_000 });
        return [
          ...own,
          ...foldersOf(
            given.slice(0, 100).map(({ uri }) => uri),
            fs,
          ),
        ];
      } catch {
        return own;
      }
    })());

  for (const name of Object.keys(SHAPES) as ToolName[]) {
    const { input, output }: { readonly input: z.ZodRawShape; readonly output: z.ZodRawShape } = SHAPES[name];
    const writes = 'write' in input;
    mcp.registerTool(
      name,
      {
        title: `smolfile ${name}`,
        description: DESCRIPTIONS[name],
        inputSchema: input,
        outputSchema: output,
        annotations: { readOnlyHint: !(writes && mayWrite), destructiveHint: false, openWorldHint: false },
      },
      async (args: unknown, { signal, sendNotification, _meta }): Promise<CallToolResult> => {
        try {
          const context: CallContext = {
            files: new Files({ fs, ...(copyAttributes && { copyAttributes }) }, await folders(), mayWrite),
            signal,
            async progress(progress, total, message) {
              const token = _meta?.progressToken;
              if (token !== undefined)
                await sendNotification({
                  method: 'notifications/progress',
                  params: { progressToken: token, progress, total, message },
                });
              await new Promise((resolve) => setImmediate(resolve));
            },
          };
          const run = TOOLS[name] as (
            input: unknown,
            context: CallContext,
          ) => Promise<Record<string, unknown>>;
          const structuredContent = await run(args, context);
          return { structuredContent, content: [{ type: 'text', text: JSON.stringify(structuredContent) }] };
        } catch (error) {
          const text = errorText(error);
          if (text.startsWith('internal error')) log(`${name}: ${(error as Error).stack ?? String(error)}\n`);
          return { isError: true, content: [{ type: 'text', text }] };
        }
      },
    );
  }
  resources(mcp);
  return mcp;
}

function resources(mcp: McpServer): void {
  const pages = [
    ['reference', 'All about Smolfiles on one page: keys, forms of values, common mistakes', referencePage],
    ['rules', 'Every code of a finding that a release can have, with its severity', rulesPage],
  ] as const;
  for (const [name, description, page] of pages) {
    const config = { title: name, description, mimeType: 'text/markdown' };
    mcp.registerResource(name, `smolfile://${name}`, config, (uri) => markdown(uri, page(NEWEST_RELEASE)));
    const template = new ResourceTemplate(`smolfile://${name}/{version}`, { list: undefined });
    mcp.registerResource(`${name} of a release`, template, config, (uri, { version }) => {
      const release = typeof version === 'string' ? releaseAt(version) : undefined;
      if (!release) throw new Error(`no release of smolvm: ${String(version)}`);
      return markdown(uri, page(release));
    });
  }
}

function markdown(uri: URL, text: string): { contents: { uri: string; mimeType: string; text: string }[] } {
  return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text }] };
}

/** The rules that say something at a release. */
function rulesPage(release: Release): string {
  const own = rules.filter(({ during }) => during === undefined || release.has(during));
  const lines = own.map(({ code }) => {
    const { severity, summary } = explainCode(code)!;
    return `- \`${code}\` (${severity}): ${summary}`;
  });
  return `# Rules of smolfile lint for smolvm ${release.version}\n\nThe tool \`explain\` has more about each.\n\n${lines.join('\n')}\n`;
}
