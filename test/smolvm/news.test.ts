import { expect, test } from 'vitest';
import { keysIn } from './news/crate.ts';
import { helpChanges, missingFlags } from './news/help-changes.ts';
import { helpOf, parseHelp } from './news/help.ts';
import { cachedReleases } from './program/cache.ts';
import { versionsIn } from './program/fetch.ts';

const HELP = `Create a machine

Usage: smolvm machine create [OPTIONS] [-- <COMMAND>...]

Arguments:
  [COMMAND]...  Command to run; see --not-a-flag

Options:
  -n, --name <NAME>
          Name for the machine [env: SMOLVM_MACHINE_NAME=]
      --block-io <BLOCK_IO>
          Engine [default: sync] [possible values: sync, async]
      --branchable  Can be branched [aliases: --forkable, --checkpointable]

Network:
      --net  Network
`;

const PARENT = `Manage machines

Commands:
  create  Create a machine
  branch  Branch a machine [alias: fork]
  help    Print this message
`;

test("a command's help gives its flags from every section, and nothing from arguments", () => {
  const { flags } = parseHelp(HELP);
  expect([...flags.keys()]).toEqual(['name', 'block-io', 'branchable', 'net']);
  expect(flags.get('name')).toEqual({ long: 'name', short: 'n', value: 'NAME', aliases: [] });
  expect(flags.get('block-io')).toMatchObject({ default: 'sync', values: ['sync', 'async'] });
  expect(flags.get('branchable')?.aliases).toEqual(['forkable', 'checkpointable']);
});

test('subcommands come with their other names', () => {
  expect([...parseHelp(PARENT).commands]).toEqual([
    ['create', []],
    ['branch', ['fork']],
  ]);
});

test('a change of many commands is one line', () => {
  const page = parseHelp(HELP);
  const without = { ...page, flags: new Map([...page.flags].filter(([name]) => name !== 'net')) };
  const names = ['a', 'b', 'c', 'd', 'e'];
  const pages = (one: typeof page): Map<string, typeof page> => new Map(names.map((name) => [name, one]));
  expect(helpChanges(pages(without), pages(page))).toEqual(['new: --net (5 commands)']);
  expect(helpChanges(pages(page), new Map([...pages(page), ['f', page]]))).toEqual(['new command (f)']);
  expect(helpChanges(pages(page), pages(page))).toEqual([]);
});

test('the keys of the parser are the fields of its structs, with other names and what is inside', () => {
  const source = `
pub struct Smolfile {
    /// Doc
    #[serde(default)]
    pub cmd: Vec<String>,
    #[serde(alias = "branch")]
    pub fork: Option<ForkConfig>,
    pub secrets: BTreeMap<String, crate::SecretRef>,
    pub network: Option<NetworkConfig>,
    #[serde(skip)]
    pub path: PathBuf,
}
pub struct ForkConfig {
    pub pool_size: Option<u32>,
}
pub struct SecretRef {
    pub from_env: Option<String>,
}
pub struct NetworkConfig {
    pub credentials: Vec<protocol::Binding>,
}
pub struct Binding {
    pub name: String,
}
`;
  expect(Object.fromEntries(keysIn(source))).toMatchObject({
    cmd: 'Vec<String>',
    'fork.pool_size': 'Option<u32>',
    'branch.pool_size': 'Option<u32>',
    'secrets.*.from_env': 'Option<String>',
    'network.credentials[].name': 'String',
  });
  expect(keysIn(source).has('path')).toBe(false);
});

const ENDS = [cachedReleases().at(0), cachedReleases().at(-1)].filter((release) => release !== undefined);

test.skipIf(ENDS.length === 0)(
  "the flags of a release's help are those of the data, with the names of their values",
  async () => {
    const missing = ENDS.map(async (release) => missingFlags(await helpOf(release), release));
    expect((await Promise.all(missing)).flat()).toEqual([]);
  },
);

test('the releases that the package index names, the oldest first and no trial ones', () => {
  const said = 'smolmachines (1.10.0)\nAvailable versions: 1.10.0, 1.10.0rc1, 1.9.3, 1.4.0\n';
  expect(versionsIn(said)).toEqual(['1.4.0', '1.9.3', '1.10.0']);
  expect(versionsIn('nothing of the kind')).toEqual([]);
});
