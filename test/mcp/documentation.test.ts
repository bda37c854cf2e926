import { readFileSync } from 'node:fs';
import { commands } from 'smolfile';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { SHAPES } from '../../packages/cli/src/mcp/shapes.ts';

const page = readFileSync(new URL('../../MCP.md', import.meta.url), 'utf8');

interface Server {
  readonly command: string;
  readonly args: readonly string[];
}

/** Where each client has its servers, by the words before the block. */
const CLIENTS = [
  ['Claude Code, `.mcp.json`', 'mcpServers'],
  ['Claude Desktop, `claude_desktop_config.json`', 'mcpServers'],
  ['Cursor, `.cursor/mcp.json`', 'mcpServers'],
  ['VS Code, `.vscode/mcp.json`', 'servers'],
  ['Codex, `~/.codex/config.toml`', 'mcp_servers'],
  ['Gemini CLI, `.gemini/settings.json`', 'mcpServers'],
] as const;

test.each(CLIENTS)('%s is a configuration that starts the server', (heading, key) => {
  const after = page.slice(page.indexOf(heading));
  expect(after.startsWith(heading)).toBe(true);
  const [, language, text = ''] = /```(json|toml)\n([\s\S]*?)```/.exec(after)!;
  const whole = (language === 'toml' ? parse(text) : JSON.parse(text)) as Record<
    string,
    { smolfile: Server }
  >;
  expect(Object.keys(whole)).toEqual([key]);
  const { command, args } = whole[key]!.smolfile;
  expect([command, ...args.slice(0, 3)]).toEqual(['npx', '-y', 'smolfile', 'mcp']);
  const known = new Set(commands.find(({ name }) => name === 'mcp')!.options.map(({ name }) => `--${name}`));
  expect(args.slice(3).filter((arg) => arg.startsWith('--') && !known.has(arg))).toEqual([]);
});

test('every block is one of these', () => {
  expect(page.match(/^```\w/gm)).toHaveLength(CLIENTS.length);
});

test('the table has every tool with every argument', () => {
  const rows = new Map(
    Array.from(page.matchAll(/^\| `(\w+)` +\| (.*?) \|/gm), ([, name = '', takes = '']) => [name, takes]),
  );
  expect([...rows.keys()].toSorted()).toEqual(Object.keys(SHAPES).toSorted());
  const missing = Object.entries(SHAPES).flatMap(([name, { input }]) =>
    Object.keys(input).flatMap((argument) =>
      rows.get(name)!.includes(`\`${argument}\``) ? [] : `${name}: ${argument}`,
    ),
  );
  expect(missing).toEqual([]);
});
