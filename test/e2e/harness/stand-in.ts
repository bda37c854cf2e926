import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One call as the stand-in saw it. */
export interface Recorded {
  readonly args: readonly string[];
  readonly cwd: string;
}

/** A program that writes down how it is called, and answers as the real one would. */
export interface StandIn {
  /** The folder to put on the PATH. */
  readonly folder: string;
  /** The calls so far, without questions for version and machines. */
  calls(): Promise<readonly Recorded[]>;
  /** Every call so far. */
  allCalls(): Promise<readonly Recorded[]>;
  /**
   * What `machine ls --json` answers from now on, as far as nothing is made, started, stopped or deleted; what is no
   * list, it fails with.
   */
  list(machines: unknown): Promise<void>;
  /** Has a machine gone when it is asked for next, though it is listed until then. */
  gone(name: string): Promise<void>;
  /** Keeps every answer to a subcommand of `machine` back from now on, until the function that it returns is called. */
  hold(subcommand: 'ls' | 'start'): Promise<() => Promise<void>>;
  /** Forgets the calls so far. */
  clear(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Puts the stand-in in place: smolvm of one version, which refuses a Smolfile that has `imge` in it.
 *
 * @param name `pilotctl` for the command of the Pilot app store, which has smolvm as an app and wraps what it prints.
 */
export async function makeStandIn(version: string, name: 'smolvm' | 'pilotctl' = 'smolvm'): Promise<StandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'smolfile-stand-in-'));
  const program = join(folder, name);
  const log = join(folder, 'calls.jsonl');
  const machines = join(folder, 'machines.json');
  const held = join(folder, 'held');
  const missing = join(folder, 'missing');
  const list = (value: unknown): Promise<void> => writeFile(machines, JSON.stringify(value));
  const clear = (): Promise<void> => writeFile(log, '');
  await writeFile(program, script({ version, log, machines, held, missing }));
  await chmod(program, 0o755);
  await Promise.all([list([]), clear()]);
  const allCalls = async (): Promise<Recorded[]> => {
    const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Recorded);
  };
  return {
    folder,
    list,
    gone: (machine) => writeFile(missing, machine),
    hold: async (subcommand) => {
      await writeFile(`${held}-${subcommand}`, '');
      return () => rm(`${held}-${subcommand}`);
    },
    clear,
    allCalls,
    calls: async () => (await allCalls()).filter(({ args }) => !isQuestion(args)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const QUESTIONS = new Set([
  '--version',
  'machine ls --json',
  'machine --help',
  'appstore call io.pilot.smolvm smolvm.version {}',
  'appstore call io.pilot.smolvm smolvm.exec {"args":["machine","ls","--json"]}',
]);

function isQuestion(args: readonly string[]): boolean {
  return QUESTIONS.has(args.join(' '));
}

function script(paths: {
  readonly version: string;
  readonly log: string;
  readonly machines: string;
  readonly held: string;
  readonly missing: string;
}): string {
  return `#!${process.execPath}
const { version, log, machines, held, missing } = ${JSON.stringify(paths)};
const fs = require('node:fs');
const given = process.argv.slice(2);
fs.appendFileSync(log, JSON.stringify({ args: given, cwd: process.cwd() }) + '\\n');

function smolvm(args) {
  const file = args[args.indexOf('--smolfile') + 1];
  if (args[0] === '--version') return { stdout: 'smolvm ' + version + '\\n', stderr: '', exit: 0 };
  const pause = new Int32Array(new SharedArrayBuffer(4));
  while (fs.existsSync(held + '-' + args[1])) Atomics.wait(pause, 0, 0, 20);
  if (args[1] === 'ls') {
    const list = fs.readFileSync(machines, 'utf8');
    if (list.startsWith('[')) return { stdout: list, stderr: '', exit: 0 };
    return { stdout: '', stderr: 'Error: ' + JSON.parse(list) + '\\n', exit: 1 };
  }
  if (args[0] === 'machine' && args[1] === '--help')
    return { stdout: 'Commands:\\n  ls      List machines\\n  logs    Show output\\n', stderr: '', exit: 0 };
  const name = args[args.indexOf('--name') + 1];
  const list = JSON.parse(fs.readFileSync(machines, 'utf8'));
  const states = { create: 'created', start: 'running', stop: 'stopped' };
  const others = Array.isArray(list) ? list.filter((machine) => machine.name !== name) : [];
  const mine = (Array.isArray(list) && list.find((machine) => machine.name === name)) || { name };
  const change = args[0] === 'machine' && args.includes('--name') && Array.isArray(list);
  if (change && args[1] === 'delete') fs.writeFileSync(machines, JSON.stringify(others));
  if (change && args[1] in states) {
    const isGone = fs.existsSync(missing) && fs.readFileSync(missing, 'utf8') === name;
    if (isGone) fs.rmSync(missing);
    if (args[1] !== 'create' && (isGone || !list.includes(mine))) return { stdout: '', stderr: 'Error: vm not found: ' + name + '\\n', exit: 1 };
    fs.writeFileSync(machines, JSON.stringify([...others, { ...mine, state: states[args[1]] }]));
  }
  if (args[1] === 'run' && args.includes('-d'))
    fs.writeFileSync(machines, JSON.stringify([...others, { name: 'default', state: 'running' }]));
  if (args.includes('--smolfile') && /^imge/m.test(fs.readFileSync(file, 'utf8'))) {
    const stderr = 'Error: config operation failed: load smolfile: failed to parse ' + file + ': TOML parse error at line 2, column 1\\n' +
      '  |\\n2 | imge = "alpine:3.20"\\n  | ^^^^\\nunknown field \`imge\`, expected one of \`image\`, \`entrypoint\`\\n';
    return { stdout: '', stderr, exit: 1 };
  }
  return { stdout: 'the stand-in was called\\n', stderr: '', exit: 0 };
}

if (given[0] === 'appstore') {
  const [, , , method, payload] = given;
  const args = method === 'smolvm.version' ? ['--version'] : JSON.parse(payload).args ?? [];
  console.log(JSON.stringify(smolvm(args)));
} else {
  const { stdout, stderr, exit } = smolvm(given);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = exit;
  // VS Code reads the output of a task for 100 ms after its end, which on a busy machine is no time at all.
  if (exit !== 0) setTimeout(() => {}, 2000);
}
`;
}
