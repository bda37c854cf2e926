import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One call as the stand-in saw it. */
export interface Recorded {
  readonly args: readonly string[];
  readonly cwd: string;
}

/** A program called `smolvm` that writes down how it is called, and answers as the real one would. */
export interface StandIn {
  /** The folder to put on the PATH. */
  readonly folder: string;
  /** The calls so far, without questions for version and machines. */
  calls(): Promise<readonly Recorded[]>;
  /** Every call so far. */
  allCalls(): Promise<readonly Recorded[]>;
  /** What `machine ls --json` answers from now on. */
  list(machines: unknown): Promise<void>;
  /** Forgets the calls so far. */
  clear(): Promise<void>;
  remove(): Promise<void>;
}

/** Puts the stand-in in place: smolvm of one version, which refuses a Smolfile that has `imge` in it. */
export async function makeStandIn(version: string): Promise<StandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'smolfile-stand-in-'));
  const program = join(folder, 'smolvm');
  const log = join(folder, 'calls.jsonl');
  const machines = join(folder, 'machines.json');
  const list = (value: unknown): Promise<void> => writeFile(machines, JSON.stringify(value));
  const clear = (): Promise<void> => writeFile(log, '');
  await writeFile(program, script({ version, log, machines }));
  await chmod(program, 0o755);
  await Promise.all([list([]), clear()]);
  const allCalls = async (): Promise<Recorded[]> => {
    const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Recorded);
  };
  return {
    folder,
    list,
    clear,
    allCalls,
    calls: async () =>
      (await allCalls()).filter(({ args }) => !['--version', 'machine ls --json'].includes(args.join(' '))),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function script(paths: {
  readonly version: string;
  readonly log: string;
  readonly machines: string;
}): string {
  return `#!${process.execPath}
const { version, log, machines } = ${JSON.stringify(paths)};
const fs = require('node:fs');
const args = process.argv.slice(2);
fs.appendFileSync(log, JSON.stringify({ args, cwd: process.cwd() }) + '\\n');
const file = args[args.indexOf('--smolfile') + 1];
if (args[0] === '--version') console.log('smolvm ' + version);
else if (args[1] === 'ls') process.stdout.write(fs.readFileSync(machines));
else if (args.includes('--smolfile') && /^imge/m.test(fs.readFileSync(file, 'utf8'))) {
  console.error('Error: config operation failed: load smolfile: failed to parse ' + file + ': TOML parse error at line 2, column 1');
  console.error('  |\\n2 | imge = "alpine:3.20"\\n  | ^^^^\\nunknown field \`imge\`, expected one of \`image\`, \`entrypoint\`');
  process.exitCode = 1;
} else console.log('the stand-in was called');
`;
}
